import type { Card } from './cards.ts'

/** One message as it stands. */
export interface Posted {
  id: string
  /** With the thread of a channel, where it stands in one. */
  conversation: string
  text: string
  card: Card | null
  /** The name of a picture; null: none. */
  picture: string | null
  edits: number
  /** What somebody alone sees in its place: the answer to their press. */
  instead: Map<string, Card>
}

/** Why nothing reaches a conversation. */
export type Block =
  | 'ConversationBlockedByUser'
  | 'MessageWritesBlocked'
  | 'BotNotInConversationRoster'
  | 'BotDisabledByAdmin'

/** Everything that Teams knows of the bot's conversations, and its clock. */
export interface World {
  now(): number
  people: Map<
    string,
    { id: string; aad: string; name: string; locale: string; conversation: string; installed: boolean }
  >
  /** Group chats and channels in which the bot is. */
  groups: Map<string, { kind: 'groupChat' | 'channel' }>
  messages: Posted[]
  blocked: Map<string, Block>
  /** Lines that a press was answered with, by person. */
  toasts: { person: string; text: string }[]
  calls: { method: string; path: string; status: number; at: number }[]
  next(): number
}

export function createWorld(now: () => number): World {
  let count = 0
  return {
    now,
    people: new Map(),
    groups: new Map(),
    messages: [],
    blocked: new Map(),
    toasts: [],
    calls: [],
    next: () => ++count,
  }
}

/** An activity's id: the milliseconds, and a counter that makes it unique. */
export const stamp = (world: World): string => `${world.now()}${String(world.next()).padStart(4, '0')}`

export const conversationOf = (person: string): string => `a:1${person.replaceAll('-', '')}`
