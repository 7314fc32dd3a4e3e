import type { Redis } from 'ioredis'
import { type RateLimiterAbstract, RateLimiterMemory, RateLimiterRedis, RateLimiterRes } from 'rate-limiter-flexible'

/** How often somebody may do something in a minute, counted in all processes that hear each other. */
export interface Limiter {
  /** Counts one for `who`. @returns null when it may be, else the milliseconds after which it is worth trying again */
  take(who: string): Promise<number | null>
  /** What was counted had no effect. */
  giveBack(who: string): Promise<void>
}

const MINUTE = 60

/** Puts a question; rejects when no answer comes soon. */
export type Ask = <T>(question: () => Promise<T>) => Promise<T>

/** For one process. */
export const memoryLimiter = (what: string, count: number): Limiter =>
  limiter(new RateLimiterMemory({ keyPrefix: what, points: count, duration: MINUTE }))

/**
 * For all processes on one Redis; each counts for itself while `ask`, through which every question goes, gets no answer from it. Keys begin
 * with `prefix`.
 */
export function redisLimiter(redis: Redis, prefix: string, what: string, count: number, ask: Ask): Limiter {
  const keyPrefix = `${prefix}:limit:${what}`
  const shared = limiter(
    new RateLimiterRedis({
      storeClient: redis,
      keyPrefix,
      points: count,
      duration: MINUTE,
      rejectIfRedisNotReady: true,
    }),
  )
  const alone = memoryLimiter(keyPrefix, count)
  return {
    take: (who) => ask(() => shared.take(who)).catch(() => alone.take(who)),
    giveBack: (who) => ask(() => shared.giveBack(who)).catch(() => alone.giveBack(who)),
  }
}

function limiter(counter: RateLimiterAbstract): Limiter {
  return {
    async take(who) {
      try {
        await counter.consume(who)
        return null
      } catch (error) {
        if (error instanceof RateLimiterRes) return error.msBeforeNext
        throw error
      }
    },
    async giveBack(who) {
      await counter.reward(who)
    },
  }
}
