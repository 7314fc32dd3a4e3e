import { setTimeout as sleep } from 'node:timers/promises'
import { type RateLimiterAbstract, RateLimiterMemory, RateLimiterQueue, RateLimiterRes } from 'rate-limiter-flexible'
import type { Capabilities } from '../channel.ts'

/** Resolves when a message to `conversation` may be sent without exceeding what its platform allows. */
export type Allowance = (conversation: string) => Promise<void>

const WAITING = 100_000

/**
 * A channel's budgets as one message at a time, evenly spaced: whatever second the platform counts in, no more than allowed fall into it.
 * In one process; several share their limiters.
 */
export function allowance(budgets: Capabilities['budgets'], limiter = inMemory): Allowance {
  // The narrower budget first: who waits for a conversation's turn takes nothing from the others meanwhile.
  const narrowFirst = budgets.toSorted((a, b) => Number(a.scope === 'channel') - Number(b.scope === 'channel'))
  const gates = narrowFirst.map(({ scope, count, per }, index): Allowance => {
    const spaced = limiter(`${scope}-${index}`, per / count / 1_000)
    if (scope === 'conversation') return (conversation) => wait(spaced, conversation)
    const queue = new RateLimiterQueue(spaced, { maxQueueSize: WAITING })
    return async () => {
      await queue.removeTokens(1, 'all')
    }
  })
  return async (conversation) => {
    for (const gate of gates) await gate(conversation)
  }
}

const inMemory = (keyPrefix: string, duration: number): RateLimiterAbstract =>
  new RateLimiterMemory({ keyPrefix, points: 1, duration })

async function wait(limiter: RateLimiterAbstract, key: string): Promise<void> {
  for (;;) {
    try {
      await limiter.consume(key)
      return
    } catch (refused) {
      if (!(refused instanceof RateLimiterRes)) throw refused
      await sleep(refused.msBeforeNext)
    }
  }
}
