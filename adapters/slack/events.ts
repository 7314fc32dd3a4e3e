import { z } from 'zod'
import type { InboundBody, Sender } from '../../src/channel.ts'
import { type Parsed, type Scene, unsupported } from './parsed.ts'
import { addressOf, CHANNEL, ChannelId, isDirect, readRef, refOf, Ts, UserId } from './person.ts'
import { wordsOf } from './words-of.ts'

const File = z.object({ mimetype: z.string().catch(''), subtype: z.string().catch('') })
const Said = z.object({
  user: UserId,
  ts: Ts,
  text: z.string().catch(''),
  blocks: z.unknown().optional(),
  bot_id: z.string().optional(),
  thread_ts: Ts.optional(),
  parent_user_id: z.string().optional(),
  files: z.array(File).max(100).catch([]),
  edited: z.object({ ts: Ts }).optional(),
})
type Said = z.infer<typeof Said>

const Posted = Said.extend({ channel: ChannelId })
const Changed = z.object({
  channel: ChannelId,
  message: Said,
  previous_message: z.object({ text: z.string() }).optional(),
})
const Opened = z.object({ user: UserId, channel: ChannelId.optional(), tab: z.string().catch('') })
const Profile = z.object({ user: z.object({ id: UserId, deleted: z.boolean().catch(false) }) })

const Envelope = z.object({
  event_id: z.string().min(1).max(100),
  event: z.looseObject({ type: z.string(), subtype: z.string().optional() }),
  authorizations: z.array(z.object({ user_id: z.string() })).catch([]),
})

/** The subtypes of a message that are a person's own words; joins, topics and bots have others. */
const WORDS = new Set([undefined, 'file_share', 'thread_broadcast', 'me_message'])

/** An event of the Events API. Pure and total. */
export function parseEvent(json: unknown): Parsed {
  const envelope = Envelope.safeParse(json)
  if (!envelope.success) return unsupported('not an event')
  const { event, event_id, authorizations } = envelope.data
  const selves = authorizations.map(({ user_id }) => user_id)
  switch (event.type) {
    case 'message':
      return event.subtype === 'message_changed' ? changed(event, selves) : posted(event, selves, false)
    case 'app_mention':
      return posted(event, selves, true)
    case 'app_home_opened':
      return opened(event, event_id)
    case 'user_change':
      return profile(event, event_id)
    default:
      return unsupported(`event ${event.type.slice(0, 40)}`)
  }
}

/** In a team's channel the bot hears what names it and what answers its own messages, nothing else. */
const isToUs = (said: Said, channel: string, selves: string[], named: boolean): boolean =>
  named || isDirect(channel) || (said.thread_ts !== undefined && selves.includes(said.parent_user_id ?? ''))

const isBot = (said: Said, selves: string[]): boolean => said.bot_id !== undefined || selves.includes(said.user)

/** Who names the bot in a thread under its message sends two events; their key is the message, so they have one effect. */
function posted(event: { subtype?: string | undefined }, selves: string[], named: boolean): Parsed {
  const read = Posted.safeParse(event)
  if (!read.success || !WORDS.has(event.subtype)) return unsupported('a message without a writer')
  const { channel, ...said } = read.data
  if (isBot(said, selves)) return unsupported('a bot wrote it')
  if (!isToUs(said, channel, selves, named)) return unsupported('not said to us')
  const body = bodyOf(said, channel)
  return inbound(`message:${refOf(channel, said.ts)}`, said.user, channel, body)
}

function bodyOf(said: Said, channel: string): InboundBody {
  const { text: raw, blocks, files } = said
  const text = wordsOf(raw, blocks)
  if (files.length > 0 || text === '')
    return { kind: 'media', media: mediaOf(files), ...(text !== '' && { caption: text }), ...aboutOf(said, channel) }
  return { kind: 'text', text, ...aboutOf(said, channel) }
}

/** The message in whose thread something was said. */
const aboutOf = ({ thread_ts, ts }: Said, channel: string): { about?: string } =>
  thread_ts === undefined || thread_ts === ts ? {} : { about: refOf(channel, thread_ts) }

function mediaOf([file]: z.infer<typeof File>[]): Extract<InboundBody, { kind: 'media' }>['media'] {
  if (!file) return 'other'
  if (file.mimetype.startsWith('audio/') || file.subtype === 'slack_audio') return 'voice'
  if (file.mimetype.startsWith('image/')) return 'photo'
  return file.mimetype.startsWith('video/') ? 'video' : 'file'
}

/** Slack also reports as changed what it has put a preview under; only what the person has edited is an edit. */
function changed(event: unknown, selves: string[]): Parsed {
  const read = Changed.safeParse(event)
  if (!read.success) return unsupported('a change without a writer')
  const { channel, message, previous_message } = read.data
  if (isBot(message, selves)) return unsupported('a bot wrote it')
  if (!isToUs(message, channel, selves, false)) return unsupported('not said to us')
  const text = wordsOf(message.text, message.blocks)
  if (message.edited === undefined || message.text === previous_message?.text || text === '')
    return unsupported('the words are the same')
  const key = `edit:${refOf(channel, message.ts)}:${message.edited.ts}`
  return inbound(key, message.user, channel, { kind: 'edit', text, ...aboutOf(message, channel) })
}

function opened(event: unknown, id: string): Parsed {
  const read = Opened.safeParse(event)
  if (!read.success) return unsupported('opened by nobody')
  const { user, tab } = read.data
  return inbound(`open:${id}`, user, null, { kind: 'open' }, tab === 'home')
}

/** Slack tells that somebody is active again as it tells any other change of a profile. */
function profile(event: unknown, id: string): Parsed {
  const read = Profile.safeParse(event)
  if (!read.success) return unsupported('nobody changed')
  const { user } = read.data
  const kind = user.deleted ? 'gone' : 'back'
  return inbound(`${kind}:${id}`, user.id, null, { kind })
}

function inbound(key: string, user: string, channel: string | null, body: InboundBody, showHome = false): Parsed {
  const shared = channel !== null && !isDirect(channel)
  const from: Sender = { user, address: addressOf(user, channel), ...(shared && { shared }) }
  const about = 'about' in body ? body.about : undefined
  const thread = about === undefined ? null : (readRef(about)?.ts ?? null)
  const scene: Scene = { user, channel, thread, trigger: null, kind: 'event', fields: [] }
  return { kind: 'inbound', inbound: { channel: CHANNEL, key, from, body }, scene, showHome }
}
