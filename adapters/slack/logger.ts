import type { Logger } from '@slack/bolt'
import { LogLevel } from '@slack/bolt'

const nothing = (): void => undefined

/** Slack's packages log what they also throw, and words of people with it; what they throw is told once, in our own log. */
export const quiet = (): Logger => ({
  debug: nothing,
  info: nothing,
  warn: nothing,
  error: nothing,
  setLevel: nothing,
  getLevel: () => LogLevel.ERROR,
  setName: nothing,
})
