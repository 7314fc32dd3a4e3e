import { createHash } from 'node:crypto'
import type { Inbound, InboundBody } from '../../src/channel.ts'
import { Activity, type Attachment, Installation, Invoked, Membership, Said } from './activity.ts'
import { CHANNEL, refOf, senderOf, threadOf, withoutThread } from './person.ts'
import { readSubmitted, type Submitted } from './submitted.ts'
import { quoted, spoken } from './words-of.ts'

export type Unsupported =
  | 'malformed'
  | 'not from Teams'
  | 'from nobody'
  | 'people of a group talking to each other'
  | 'the bot’s place in a group'
  | 'a member that is not the bot'
  | 'not an edit'
  | 'not a button of ours'
  | 'a service message'
  | 'a kind of activity that is not heard'

/** Where something was done, so that it can be answered there. */
export interface Scene {
  /** invoke: answered inside its request. event: answered by a bare 200, and by a message where there is more to say. */
  how: 'invoke' | 'event'
  service: string
  conversation: string
  /** The card that was pressed; null where none is named. */
  card: string | null
  locale: string | undefined
  submitted: Submitted | null
}

export type Parsed =
  | { kind: 'inbound'; inbound: Inbound; scene: Scene }
  /** A form was left, and the card in whose place it stood comes back; or nothing was picked. The product hears of neither. */
  | { kind: 'aside'; scene: Scene }
  | { kind: 'unsupported'; reason: Unsupported }

/** Activity → what happened, or why it is nothing to us. Pure and total. */
export function parse(json: unknown): Parsed {
  const read = Activity.safeParse(json)
  if (!read.success) return unsupported('malformed')
  const { data: activity } = read
  if (activity.channelId !== 'msteams') return unsupported('not from Teams')
  const from = senderOf(activity)
  if (from === null) return unsupported('from nobody')
  const heard = bodyOf(activity, json)
  if (typeof heard === 'string') return unsupported(heard)
  const scene: Scene = {
    how: activity.type === 'invoke' ? 'invoke' : 'event',
    service: activity.serviceUrl,
    conversation: activity.conversation.id,
    card: activity.replyToId ?? null,
    locale: activity.locale,
    submitted: heard.kind === 'submitted' ? heard.submitted : null,
  }
  if (heard.kind !== 'submitted') return inbound(activity, from, heard, scene)
  const { submitted } = heard
  switch (submitted.kind) {
    case 'nothing':
    case 'cancel':
      return { kind: 'aside', scene }
    case 'press':
      return inbound(activity, from, { kind: 'press', token: submitted.token }, scene)
    case 'form': {
      const { token, values } = submitted
      return inbound(activity, from, { kind: 'form', token, values }, scene)
    }
  }
}

const unsupported = (reason: Unsupported): Parsed => ({ kind: 'unsupported', reason })

/**
 * The duplicate key: the activity's id in its conversation. An edit has the id of what was edited, so its time belongs to it. Both ids
 * together may be longer than a key, hence the hash.
 */
function inbound(activity: Activity, from: Inbound['from'], body: InboundBody, scene: Scene): Parsed {
  const { type, id, timestamp, conversation } = activity
  const parts = [conversation.id, id, ...(type === 'messageUpdate' ? [timestamp] : [])]
  const key = `${type}:${createHash('sha256').update(JSON.stringify(parts)).digest('base64url')}`
  return { kind: 'inbound', inbound: { channel: CHANNEL, key, from, body }, scene }
}

type Heard = InboundBody | { kind: 'submitted'; submitted: Submitted }

function bodyOf(activity: Activity, json: unknown): Heard | Unsupported {
  switch (activity.type) {
    case 'message':
      return said(activity, json)
    case 'messageUpdate':
      return edited(activity, json)
    case 'invoke':
      return invoked(json)
    case 'conversationUpdate':
      return membership(activity, json)
    case 'installationUpdate':
      return installation(activity, json)
    default:
      return 'a kind of activity that is not heard'
  }
}

function said(activity: Activity, json: unknown): Heard | Unsupported {
  const read = Said.safeParse(json)
  if (!read.success) return 'malformed'
  const { value, attachments } = read.data
  if (value !== undefined && value !== null) return submission(value)
  const text = spoken(activity, read.data)
  if (text === null) return 'people of a group talking to each other'
  const media = mediaOf(attachments)
  const about = aboutOf(activity, attachments)
  if (media !== null) return { kind: 'media', media, ...(text !== '' && { caption: text }), ...about }
  return text === '' ? 'a service message' : { kind: 'text', text, ...about }
}

/** In a channel a reply stands in a thread; in a chat it quotes what it answers. */
function aboutOf({ id, conversation }: Activity, attachments: Attachment[]): { about?: string } {
  const root = threadOf(conversation.id) ?? quoted(attachments)
  return root === null || root === id ? {} : { about: refOf(withoutThread(conversation.id), root) }
}

function edited(activity: Activity, json: unknown): Heard | Unsupported {
  const read = Said.safeParse(json)
  if (!read.success || activity.channelData?.eventType !== 'editMessage') return 'not an edit'
  const text = spoken(activity, read.data)
  if (text === null) return 'people of a group talking to each other'
  return text === '' ? 'not an edit' : { kind: 'edit', text, ...aboutOf(activity, read.data.attachments) }
}

function invoked(json: unknown): Heard | Unsupported {
  const read = Invoked.safeParse(json)
  if (!read.success || read.data.name !== 'adaptiveCard/action') return 'not a button of ours'
  return submission(read.data.value.action.data)
}

function submission(data: unknown): Heard | Unsupported {
  const submitted = readSubmitted(data)
  return submitted === null ? 'not a button of ours' : { kind: 'submitted', submitted }
}

/** That the bot came to a person. Others who come to a group are not its business. */
function membership({ conversation, recipient }: Activity, json: unknown): Heard | Unsupported {
  const read = Membership.safeParse(json)
  if (!read.success) return 'malformed'
  if (conversation.conversationType !== 'personal') return 'the bot’s place in a group'
  const isBot = ({ id }: { id: string }) => id === recipient.id
  if (read.data.membersRemoved.some(isBot)) return { kind: 'gone' }
  return read.data.membersAdded.some(isBot) ? { kind: 'open' } : 'a member that is not the bot'
}

function installation({ conversation }: Activity, json: unknown): Heard | Unsupported {
  const read = Installation.safeParse(json)
  if (!read.success) return 'malformed'
  if (conversation.conversationType !== 'personal') return 'the bot’s place in a group'
  return read.data.action.startsWith('remove') ? { kind: 'gone' } : { kind: 'back' }
}

type Media = Extract<InboundBody, { kind: 'media' }>['media']

/** By the first attachment that is no copy of the words: Teams sends those as HTML beside the text. */
function mediaOf(attachments: Attachment[]): Media | null {
  const [first] = attachments.filter(({ contentType }) => contentType !== 'text/html')
  if (first === undefined) return null
  const [kind = ''] = first.contentType.split('/')
  if (kind === 'image') return 'photo'
  if (kind === 'audio') return 'voice'
  if (kind === 'video') return 'video'
  return first.contentType === 'application/vnd.microsoft.teams.file.download.info' ? 'file' : 'other'
}
