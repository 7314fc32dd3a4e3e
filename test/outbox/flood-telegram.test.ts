import { test } from 'vitest'
import { flood } from './flood.ts'
import { telegram } from './platforms.ts'

test(
  '10,000 messages through Telegram at its worst: each arrives or is rejected with its reason, in order, within the budgets',
  {
    timeout: 300_000,
  },
  () => flood(telegram),
)
