import type { Locale } from '../../src/locale.ts'

/** A command that people find in Telegram's menu. */
export interface Command {
  /** 1–32 of `a-z0-9_`, without the slash. */
  command: string
  /** What it does, 1–256 characters; English is shown to everybody whose language is not here. */
  description: Record<Locale, string>
}

/** Where the adapter tells how it fares. No detail holds a secret or a customer's words. */
export interface Log {
  info(detail: object, message: string): void
  warn(detail: object, message: string): void
}

/** All that the Telegram channel needs of the rest of the product. */
export interface TelegramDeps {
  /** The bot's token, as BotFather gives it. */
  token: string
  /** polling: asks Telegram for what happened, and needs no public address. webhook: Telegram calls `POST /telegram/webhook`. */
  mode: 'polling' | 'webhook'
  /** What Telegram sends along to prove itself: 1–256 of `A-Za-z0-9_-`. Null: one derived from the token. */
  secretToken: string | null
  /** Where Telegram finds the web hook; left out: the owner sets it. */
  publicUrl?: string
  commands: Command[]
  log: Log
  /** Telegram answers one asker only: does `work` while no other process does, until `stop`; left out: at once. */
  alone?(work: (signal: AbortSignal) => Promise<void>, stop: AbortSignal): Promise<void>
  /** Another Bot API server. */
  apiRoot?: string
  /** Milliseconds that a call to Telegram may take before its outcome counts as unknown; 15,000 by default. */
  patience?: number
  /** Waits `ms` milliseconds, or until `signal` aborts; by default a timer that keeps no process alive. */
  pause?(ms: number, signal: AbortSignal): Promise<void>
}
