import { test } from 'vitest'
import { flood } from './flood.ts'
import { slack } from './platforms.ts'

test(
  '10,000 messages through Slack at its worst: each arrives or is rejected with its reason, in order, within the budgets',
  {
    timeout: 300_000,
  },
  () => flood(slack),
)
