/**
 * The port between the product and a chat platform.
 *
 * Glossary
 *   person        whoever writes: a customer or a member of staff. Which of the two is decided in the turn, never in an adapter.
 *   address       where a person is reached on a channel. The adapter makes it and alone reads it, save for `key`.
 *   conversation  everything said between the bot and one address: `<channel>:<address key>`. Order is kept within one.
 *   inbound       one thing that happened on the channel, with the platform's own id of it as its duplicate key.
 *   outbound      one thing to be shown to a person, rendered by each adapter as natively as its platform can.
 *   prompt        an outbound message with choices. A press on a choice comes back as `token(message id, choice id)`.
 *   receipt       what became of an inbound event; given after the commit.
 *   delivery      what became of an outbound message.
 */
export type Json = string | number | boolean | null | Json[] | { [key: string]: Json }

/** `key` names the peer on its platform (a chat id, a user id, a web session) and is enough to send to; the rest is the adapter's. */
export interface Address {
  key: string
  [more: string]: Json
}

export interface Sender {
  /** The platform's id of the person, by which staff are recognised. */
  user: string
  /** Where the person wrote, and where a reply goes. */
  address: Address
  /** Others read and write there too, as in a team's channel. */
  shared?: true
  /** BCP 47, from the person's profile on the platform. */
  locale?: string
  name?: string
  /** The customer's id in the owner's systems, only where the platform has proved it (a JWT signed by the host site). */
  customer?: string
}

export type InboundBody =
  /** The conversation was opened; `start` is the binding token of a deep link, empty where somebody asks to begin without one. */
  | { kind: 'open'; start?: string }
  /** `about` is the platform's reference of the message that was answered, in its thread or by quoting it. */
  | { kind: 'text'; text: string; about?: string }
  | { kind: 'press'; token: string }
  | { kind: 'form'; token: string; values: Record<string, string> }
  /** Something that cannot be read: a voice note, a sticker, a photo. Its caption is read. */
  | {
      kind: 'media'
      media: 'photo' | 'video' | 'voice' | 'sticker' | 'file' | 'other'
      caption?: string
      about?: string
    }
  /** An earlier message was edited; `about` is what that one answered. */
  | { kind: 'edit'; text: string; about?: string }
  /** The person blocked or uninstalled the bot (`gone`), or let it in again (`back`). */
  | { kind: 'gone' }
  | { kind: 'back' }

export interface Inbound {
  channel: string
  /** The platform's id of this event; a second event with the same key on the same channel has no effect. At most 200 characters. */
  key: string
  from: Sender
  body: InboundBody
}

export interface Receipt {
  /**
   * done: committed. seen: had its effect before. unsupported: nothing to do with this.
   * retry: nothing was stored; the platform should send it again.
   */
  outcome: 'done' | 'seen' | 'unsupported' | 'retry'
  /** What a platform wants inside the request: a form to open, its errors, a notice to the one who pressed. Never an outbox row. */
  immediate?: Immediate
}

export interface Choice {
  /** 1–40 characters of `A-Za-z0-9_-`. */
  id: string
  label: string
  style?: 'primary' | 'danger'
}

export interface Field {
  id: string
  label: string
  kind: 'select' | 'text' | 'long-text'
  required: boolean
  options?: { id: string; label: string }[]
  hint?: string
  value?: string
}

export type Content =
  | { kind: 'text'; text: string }
  | {
      kind: 'prompt'
      text: string
      choices: Choice[]
      /** scale: one row of equals, in order, with words for its two ends. list: one below the other. */
      layout: 'scale' | 'list'
      ends?: { low: string; high: string }
      /** The line below the first question: privacy. */
      note?: { text: string; link?: string }
      /** Set when the prompt has been answered: its choices retire and show this one. */
      answered?: string
    }
  | {
      kind: 'card'
      /** Cards of one subject replace each other: the task's id. */
      subject: string
      title: string
      tone: 'urgent' | 'open' | 'waiting' | 'done'
      facts: { label: string; value: string }[]
      /** Customers' words, with the matched parts. Offsets are UTF-16 positions in `text`. */
      quotes: { text: string; marks: [from: number, to: number][] }[]
      history: string[]
      choices: Choice[]
    }
  | { kind: 'picture'; png: string; alt: string }

/** A message to a person. `edits` is the id of the earlier message that this one replaces in place. */
export type Outbound = Content & {
  /** BCP 47: the language it is written in. */
  locale: string
  edits?: string
  /** The id of the earlier message in whose thread this one belongs; a platform without threads shows it by itself. */
  thread?: string
  /** Instant (ISO 8601) after which it is not worth sending. */
  expiresAt?: string
  /** Ids of the customers' words that stand in it: it is erased with any of them. */
  verbatims?: string[]
}

export type Immediate =
  | { kind: 'form'; token: string; title: string; submit: string; fields: Field[]; locale: string }
  /** Answers to a form that cannot be accepted: what to mend, by field id. */
  | { kind: 'invalid'; problems: Record<string, string> }
  | { kind: 'notice'; text: string }

export type Delivery =
  /** `ref` is the platform's id of the message, by which it can be edited. */
  | { status: 'sent'; ref?: string }
  /** Not sent; `after` is the platform's own wish in milliseconds. */
  | { status: 'retry'; after?: number; reason: string }
  /** Will never be sent. `unreachable`: the person blocked or left the bot; their contact is marked. */
  | { status: 'rejected'; unreachable: boolean; reason: string }
  /** The platform may or may not have it: no answer came, or one in the 5xx other than 503. It is sent again with the same key: a doubled question is harmless. */
  | { status: 'unknown'; reason: string }

/** What the platform can do, as data. */
export interface Capabilities {
  edit: boolean
  forms: boolean
  pictures: boolean
  /** The longest side of a picture that the platform takes, in dots; left out: any. */
  pictureSide?: number
  /** May write to an address that never wrote first. */
  opens: boolean
  /** Where `opens` is false: the link by which a customer opens the conversation, with `{token}` where the binding token goes. */
  startLink?: string
  /** Characters of one message. */
  textLimit: number
  budgets: Budget[]
}

/** At most `count` messages, edits among them, in `per` milliseconds, for the whole channel or for one conversation. */
export interface Budget {
  scope: 'channel' | 'conversation'
  count: number
  per: number
  /** Only for conversations whose address key begins with this. */
  prefix?: string
}

export type Receive = (inbound: Inbound) => Promise<Receipt>

/** Where an adapter hangs its web hooks and pages. */
export interface Http {
  /** `peer` is the network address of who asks; null when it tells nobody apart: this network's own, or a proxy's that names none. */
  on(
    method: 'GET' | 'POST' | 'DELETE',
    path: string,
    handle: (request: Request, peer?: string | null) => Response | Promise<Response>,
  ): void
}

export interface SendKey {
  /** The message's id: the same on every attempt. A press on its choices comes back as `token(id, choice)`. */
  id: string
  /** The platform's reference of the message to be replaced in place. */
  edits?: string
  /** The platform's reference of the message in whose thread it belongs. */
  thread?: string
}

export interface Channel {
  name: string
  capabilities: Capabilities
  start(receive: Receive, http: Http): Promise<void>
  send(to: Address, outbound: Outbound, key: SendKey): Promise<Delivery>
  stop(): Promise<void>
}

/**
 * Whether a message only retires one before it. Where that one is gone, such a message counts as sent; any other that edits one is sent
 * anew.
 */
export const retires = (outbound: Outbound): boolean =>
  outbound.kind === 'prompt' &&
  outbound.edits !== undefined &&
  (outbound.answered !== undefined || outbound.choices.length === 0)

export const conversationOf = (channel: string, address: Address): string => `${channel}:${address.key}`

/** The channel of a conversation, and the key of its address there. */
export function placeOf(conversation: string): { channel: string; key: string } {
  const colon = conversation.indexOf(':')
  return { channel: conversation.slice(0, colon), key: conversation.slice(colon + 1) }
}

const TOKEN = /^([A-Za-z0-9_-]{22})\.([A-Za-z0-9_-]{1,40})$/

/** A press on `choice` of the message `id` (a uuid): 22 characters of base64url, a dot, the choice. At most 63 bytes. */
export const token = (id: string, choice: string): string =>
  `${Buffer.from(id.replaceAll('-', ''), 'hex').toString('base64url')}.${choice}`

/** The message id and choice of a token, or null when it is not one. Whose it is must be checked on load. */
export function readToken(text: string): { message: string; choice: string } | null {
  const [, packed, choice] = TOKEN.exec(text) ?? []
  if (packed === undefined || choice === undefined) return null
  const hex = Buffer.from(packed, 'base64url').toString('hex')
  return { message: hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5'), choice }
}
