import { type RateLimiterAbstract, RateLimiterMemory, RateLimiterQueue, RateLimiterRes } from 'rate-limiter-flexible'
import type { Budget } from '../channel.ts'

/** Resolves when a message to `conversation` may be sent without exceeding what its platform allows. */
export type Allowance = (conversation: string) => Promise<void>

/** Takes the only point of `keyPrefix` and a key, which comes back after `duration` seconds. */
export type Limiter = (keyPrefix: string, duration: number) => RateLimiterAbstract

const WAITING = 100_000

/**
 * A channel's budgets as one message at a time, evenly spaced: whatever second the platform counts in, no more than allowed fall into it.
 * A conversation asks for its next message when the one before it has been sent. In one process; several share their limiters.
 */
export function allowance(budgets: Budget[], limiter: Limiter = inMemory): Allowance {
  const gates = budgets.map(({ scope, count, per, prefix = '' }, index) => {
    const spaced = limiter(`${scope}-${index}`, Math.ceil(per / count) / 1_000)
    return { scope, prefix, spaced, queue: new RateLimiterQueue(spaced, { maxQueueSize: WAITING }) }
  })
  return async (conversation) => {
    const key = conversation.slice(conversation.indexOf(':') + 1)
    const own = gates.filter(({ scope, prefix }) => scope === 'conversation' && key.startsWith(prefix))
    // Who waits for a conversation's turn takes nothing from the others meanwhile; and the turn counts from when the channel's has come.
    for (const { spaced } of own) await free(spaced, conversation)
    for (const { scope, queue } of gates) if (scope === 'channel') await queue.removeTokens(1, 'all')
    for (const { spaced } of own) await take(spaced, conversation)
  }
}

const inMemory: Limiter = (keyPrefix, duration) => new RateLimiterMemory({ keyPrefix, points: 1, duration })

const sleep = (ms: number) => new Promise<void>((over) => setTimeout(over, ms))

async function free(limiter: RateLimiterAbstract, key: string): Promise<void> {
  for (;;) {
    const state = await limiter.get(key)
    if (state === null || state.remainingPoints > 0 || state.msBeforeNext <= 0) return
    await sleep(state.msBeforeNext)
  }
}

async function take(limiter: RateLimiterAbstract, key: string): Promise<void> {
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
