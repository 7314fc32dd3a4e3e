import type { Content } from '../../src/channel.ts'
import type { Locale } from '../../src/locale.ts'

/** What stands in a member of staff's App Home: their open tasks. */
export interface Home {
  title: string
  /** What is said when there is no card. */
  empty: string
  /** `id`: the message by which a press on the card comes back, one that stands in this person's own conversation. */
  cards: { id: string; card: Extract<Content, { kind: 'card' }> }[]
  /** How many there are; `cards` are the first of them. */
  count: number
  locale: Locale
}

/** All that the Slack channel needs of the rest of the product. */
export interface SlackDeps {
  /** The bot's token, `xoxb-…`. */
  token: string
  /** Signs what Slack sends over HTTP; null: no HTTP routes. */
  signingSecret: string | null
  /** The app-level token, `xapp-…`: with it the bot connects out to Slack (Socket Mode); null: it does not. */
  appToken: string | null
  /** Where the Web API is, with its last slash; Slack's own by default. */
  slackApiUrl?: string
  /** Milliseconds since the epoch. */
  now(): number
  /** Slack's id of a person → their App Home, or null for one who has none. */
  home?(user: string): Promise<Home | null>
  /** What failed after the platform had been answered, or in the connection to it. Holds no words of a person and no secret. */
  onError(error: unknown): void
  /** Milliseconds until Slack is told to send an event again though it may still be stored; 2,500 by default, for Slack waits 3,000. */
  patience?: number
  /** Milliseconds until a call of the Web API is given up; 10,000 by default. */
  timeout?: number
  /** Waits `ms` milliseconds, or until `signal` aborts; by default a timer that keeps no process alive. */
  pause?(ms: number, signal: AbortSignal): Promise<void>
}

/** The same, until the channel is stopped. */
export type Pause = (ms: number) => Promise<void>
