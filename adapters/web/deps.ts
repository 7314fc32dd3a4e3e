import type { Outbound } from '../../src/channel.ts'

/** One row of a conversation's record. `seq` grows within the conversation and is never used twice. */
export interface Logged {
  seq: number
  id: string
  direction: 'in' | 'out'
  /** Instant of receipt or of commit (ISO 8601). */
  at: string
  /** A picture may still be being drawn; such a promise is not rejected. */
  content: Outbound | { kind: 'text'; text: string } | { kind: 'press'; label: string } | Promise<Outbound | Drawing>
}

/** A picture as an SVG document, and its data as text. */
export interface Drawing {
  kind: 'drawing'
  svg: string
  alt: string
  points: { label: string; shown: string; interval: readonly [from: number, to: number] | null; n: number }[]
  locale: string
}

export interface StaffMember {
  id: string
  name: string
  roles: string[]
  /** BCP 47. */
  locale: string
}

/** What the owner has named, for whoever tries the bot out: teams by what they are called in each language, and who serves. */
export interface Served {
  teams: { id: string; name: Partial<Record<string, string>> }[]
  agents: { id: string; name: string }[]
}

/** A file of the built page; `etag` is any text that changes with the body. */
export interface PageFile {
  body: Uint8Array
  type: string
  etag: string
}

/** All that the web channel needs of the rest of the product. */
export interface WebDeps {
  /** Signs sessions. */
  secret: Uint8Array
  /** The host site's secret for its customers' identity tokens (HS256); null or empty: only anonymous chats. */
  identitySecret: string | null
  /** Origins of the sites that may embed the chat, as browsers write them: `https://shop.example`. */
  origins: string[]
  /** At most `limit` rows with `seq` above `after`, in order of `seq`. */
  history(conversation: string, after: number, limit: number): Promise<Logged[]>
  /** The `seq` after which the newest `count` rows before `before` stand; 0 when those are all there are. */
  startOf(conversation: string, before: number, count: number): Promise<number>
  /** What has to be seen however long ago it was said, in order of `seq`: the cards of open tasks. */
  pinned(conversation: string): Promise<Logged[]>
  /** Wake-ups are hints and may be lost or come for nothing: the history is the truth. */
  live: { subscribe(conversation: string, wake: () => void): () => void; publish(conversation: string): void }
  /** Counts what somebody does; `take` tells the milliseconds to wait when it was more than `count` in a minute, else null. */
  limiter(
    what: string,
    count: number,
  ): { take(who: string): Promise<number | null>; giveBack(who: string): Promise<void> }
  /** A one-time key → the id of a member of staff, or null when it is used up, expired or unknown. */
  redeem(key: string): Promise<string | null>
  staff(id: string): StaffMember | null
  served: Served
  /** What the sessions of a member of staff bear: when it changes they are over. Null: there is no such member. */
  sessionOf(id: string): string | null
  /** Ends all sessions of a member of staff: a copied cookie is one of them. */
  signOut(id: string): Promise<void>
  /** `index.html`, `chat.html`, or the part of an address after `/assets/`. */
  page(path: string): PageFile | null
  /** Milliseconds since the epoch. */
  now(): number
  /** Calls `tick` every `ms` milliseconds until the returned function is called; by default a timer that keeps no process alive. */
  every?(ms: number, tick: () => void): () => void
}
