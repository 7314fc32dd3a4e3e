import type { Inbound, InboundBody } from '../../src/channel.ts'
import { addressed, CHANNEL, type Self, senderOf } from './person.ts'
import { CallbackQuery, type Chat, MemberChange, Message, Update, type User } from './update.ts'

export type Unsupported =
  | 'malformed'
  | 'a kind of update that is not asked for'
  | 'from a channel or nobody'
  | 'from a bot'
  | 'people of a group talking to each other'
  | 'the bot’s place in a group'
  | 'a standing in the chat that changes nothing'
  | 'a button that carries nothing'
  | 'a button outside a chat'
  | 'an edit without words'
  | 'a service message'

/** `update`: its number, null where it has none. `query`: the press that Telegram wants answered. `album`: that of which it is a part. */
export type Parsed = { update: number | null; query: string | null } & (
  | { kind: 'inbound'; update: number; inbound: Inbound; album: string | null }
  | { kind: 'unsupported'; reason: Unsupported }
)

/** Update → what happened, or why it is nothing to us. Pure and total. `self` is null as long as the bot does not know its name. */
export function parse(json: unknown, self: Self | null): Parsed {
  const update = Update.safeParse(json)
  if (!update.success) return { kind: 'unsupported', reason: 'malformed', update: null, query: null }
  const {
    update_id: number,
    message,
    edited_message: edited,
    callback_query: press,
    my_chat_member: change,
  } = update.data
  const query = press === undefined ? null : queryOf(press)
  const read =
    message !== undefined
      ? readMessage(message, self)
      : edited !== undefined
        ? readEdit(edited, self)
        : press !== undefined
          ? readPress(press)
          : change !== undefined
            ? readChange(change)
            : 'a kind of update that is not asked for'
  if (typeof read === 'string') return { kind: 'unsupported', reason: read, update: number, query }
  const { from, chat, body, album = null } = read
  const key = album !== null && isWordless(body) ? `tg-album-${album}` : `tg-${number}`
  return {
    kind: 'inbound',
    inbound: { channel: CHANNEL, key, from: senderOf(from, chat), body },
    update: number,
    query,
    album,
  }
}

/** The parts of an album that say nothing are one event. */
export const isWordless = (body: InboundBody): boolean => body.kind === 'media' && body.caption === undefined

interface Read {
  from: User
  chat: Chat
  body: InboundBody
  album?: string | undefined
}

/** A private chat has the id of the person in it: anything else is not Telegram's. */
function person(from: User | undefined, chat: Chat): User | Unsupported {
  if (from === undefined || chat.type === 'channel') return 'from a channel or nobody'
  if (from.is_bot) return 'from a bot'
  return chat.type === 'private' && from.id !== chat.id ? 'malformed' : from
}

function readMessage(json: unknown, self: Self | null): Read | Unsupported {
  const read = Message.safeParse(json)
  if (!read.success) return 'malformed'
  const { data: message } = read
  const { chat, reply_to_message: earlier } = message
  const from = person(message.from, chat)
  if (typeof from === 'string') return from
  const media = mediaOf(message)
  const said = message.text ?? message.caption ?? ''
  if (said.trim() === '' && media === null) return 'a service message'
  const text = addressed(said, chat, self, earlier?.from !== undefined && earlier.from.id === self?.id)
  if (text === null) return 'people of a group talking to each other'
  const about = earlier && { about: String(earlier.message_id) }
  if (media !== null) {
    const body: InboundBody = { kind: 'media', media, ...(text.trim() !== '' && { caption: text }), ...about }
    return { from, chat, body, album: message.media_group_id }
  }
  if (/^\/start(?:\s|$)/.test(text)) {
    const [, start = ''] = /^\/start\s+([A-Za-z0-9_-]{1,64})\s*$/.exec(text) ?? []
    return { from, chat, body: { kind: 'open', start } }
  }
  return { from, chat, body: { kind: 'text', text, ...about } }
}

function readEdit(json: unknown, self: Self | null): Read | Unsupported {
  const read = Message.safeParse(json)
  if (!read.success) return 'malformed'
  const { chat, text, caption, ...message } = read.data
  const from = person(message.from, chat)
  if (typeof from === 'string') return from
  const said = text ?? caption ?? ''
  if (said.trim() === '') return 'an edit without words'
  const earlier = message.reply_to_message
  const answersUs = earlier?.from !== undefined && earlier.from.id === self?.id
  const meant = addressed(said, chat, self, answersUs)
  return meant === null
    ? 'people of a group talking to each other'
    : { from, chat, body: { kind: 'edit', text: meant, ...(earlier && { about: String(earlier.message_id) }) } }
}

function readPress(json: unknown): Read | Unsupported {
  const read = CallbackQuery.safeParse(json)
  if (!read.success) return 'malformed'
  const { message, data } = read.data
  if (message === undefined) return 'a button outside a chat'
  const from = person(read.data.from, message.chat)
  if (typeof from === 'string') return from
  if (!data || Buffer.byteLength(data) > 64) return 'a button that carries nothing'
  return { from, chat: message.chat, body: { kind: 'press', token: data } }
}

function readChange(json: unknown): Read | Unsupported {
  const read = MemberChange.safeParse(json)
  if (!read.success) return 'malformed'
  const { chat, new_chat_member: now } = read.data
  if (chat.type !== 'private') return 'the bot’s place in a group'
  const from = person(read.data.from, chat)
  if (typeof from === 'string') return from
  if (now.status === 'kicked') return { from, chat, body: { kind: 'gone' } }
  if (now.status === 'member') return { from, chat, body: { kind: 'back' } }
  return 'a standing in the chat that changes nothing'
}

type Media = Extract<InboundBody, { kind: 'media' }>['media']

/** By the field that carries it, the first that is there: an animation comes with a `document` of itself. */
const MEDIA: [field: string, media: Media][] = [
  ['photo', 'photo'],
  ['live_photo', 'photo'],
  ['animation', 'video'],
  ['video', 'video'],
  ['video_note', 'video'],
  ['voice', 'voice'],
  ['sticker', 'sticker'],
  ['document', 'file'],
  ['audio', 'file'],
  ...[
    'paid_media',
    'story',
    'contact',
    'location',
    'venue',
    'poll',
    'dice',
    'game',
    'checklist',
    'invoice',
    'rich_message',
  ].map((field): [string, Media] => [field, 'other']),
]

const mediaOf = (message: Message): Media | null =>
  message.text !== undefined ? null : (MEDIA.find(([field]) => Object.hasOwn(message, field))?.[1] ?? null)

/** A press is answered also where nothing else of it can be read. */
function queryOf(json: unknown): string | null {
  const read = CallbackQuery.pick({ id: true }).safeParse(json)
  return read.success ? read.data.id : null
}
