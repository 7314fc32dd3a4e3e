import type { Block, View } from './blocks.ts'

export interface Posted {
  channel: string
  ts: string
  text: string
  blocks: Block[]
  thread: string | null
  /** Of a shared file: its title. */
  picture: string | null
  edits: number
}

export interface Member {
  id: string
  name: string
  locale: string
  deleted: boolean
}

/** Everything that Slack knows of one workspace, and its clock. */
export interface World {
  now(): number
  token: string
  appToken: string
  signingSecret: string
  bot: string
  /** Scopes the app has; without `users:read` nobody's profile is told. */
  scopes: Set<string>
  members: Map<string, Member>
  /** Channel → who is in it; a direct one has one person. */
  channels: Map<string, { archived: boolean; members: Set<string> }>
  messages: Posted[]
  whispers: { channel: string; user: string; text: string }[]
  triggers: Map<string, { user: string; until: number; used: boolean }>
  /** Person → the window that stands open. */
  modals: Map<string, { id: string; view: View }>
  homes: Map<string, View>
  /** `looks`: how often a file has been looked at since it was put into a conversation, where it shows after the first. */
  files: Map<
    string,
    { length: number; bytes: Buffer | null; shared: { channel: string; ts: string } | null; looks: number }
  >
  /** Every call that took effect or was refused, in order. */
  calls: { method: string; channel: string | null; at: number; answer: string }[]
  /** Calls refused because too many came at once. */
  floods: number
  /** Calls that were made to go wrong. */
  faults: number
  next(): number
}

export function createWorld(now: () => number): World {
  let count = 0
  return {
    now,
    token: 'xoxb-stand-in',
    appToken: 'xapp-stand-in',
    signingSecret: '8f742231b10e8888abcd99yyyzzz85a5',
    bot: 'U0BOT00000',
    scopes: new Set(['chat:write', 'im:write', 'users:read', 'files:write', 'files:read']),
    members: new Map(),
    channels: new Map(),
    messages: [],
    whispers: [],
    triggers: new Map(),
    modals: new Map(),
    homes: new Map(),
    files: new Map(),
    calls: [],
    floods: 0,
    faults: 0,
    next: () => ++count,
  }
}

/** A message's time: the second, and a counter that makes it unique. */
export const stamp = (world: World): string =>
  `${Math.floor(world.now() / 1_000)}.${String(world.next()).padStart(6, '0')}`

export const directOf = (user: string): string => `D${user.slice(1)}`

export function openDirect(world: World, user: string): string {
  const id = directOf(user)
  if (!world.channels.has(id)) world.channels.set(id, { archived: false, members: new Set([user]) })
  return id
}

/** A trigger lives three seconds and opens one window. */
export function trigger(world: World, user: string): string {
  const id = `${world.next()}.${Math.floor(world.now() / 1_000)}.${'0123456789abcdef'.repeat(2)}`
  world.triggers.set(id, { user, until: world.now() + 3_000, used: false })
  return id
}
