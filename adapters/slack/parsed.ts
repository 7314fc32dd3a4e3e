import type { Inbound } from '../../src/channel.ts'

/** Where something was done, so that it can be answered there. */
export interface Scene {
  user: string
  /** The conversation in which a word to this person alone can appear; null in a modal or the App Home. */
  channel: string | null
  /** The thread in it (its root's `ts`); null outside of any. */
  thread: string | null
  /** Opens one modal within three seconds. */
  trigger: string | null
  /** event: answered by a bare 200. command: may be answered in words. press: likewise not. home: a press in the App Home. view: a form. */
  kind: 'event' | 'command' | 'press' | 'home' | 'view'
  /** The fields of the form, by which its problems are shown. */
  fields: string[]
}

/** What a request of Slack's is. */
export type Parsed =
  | { kind: 'inbound'; inbound: Inbound; scene: Scene; showHome: boolean }
  | { kind: 'challenge'; challenge: string }
  | { kind: 'unsupported'; reason: string }

export const unsupported = (reason: string): Parsed => ({ kind: 'unsupported', reason })
