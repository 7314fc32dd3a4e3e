import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import type { Refusal } from './refusal.ts'

/**
 * How often in a minute: far above what people do, far below what would harm. An office may begin many sessions behind one address;
 * a page that loses its line asks for its stream about ten times a minute. Each process counts for itself.
 */
const A_MINUTE = { session: 60, message: 40, stream: 60 } as const

type Limited = keyof typeof A_MINUTE

export interface Limits {
  /** Counts one for `who`; a refusal when it was one too many. Nobody in particular is not counted. */
  take(what: Limited, who: string | null | undefined): Promise<Refusal | null>
  /** What was counted had no effect. */
  giveBack(what: Limited, who: string | null): Promise<void>
}

export function createLimits(): Limits {
  const limiter = (what: Limited) => new RateLimiterMemory({ points: A_MINUTE[what], duration: 60, keyPrefix: what })
  const limiters = { session: limiter('session'), message: limiter('message'), stream: limiter('stream') }
  return {
    async take(what, who) {
      if (who === null || who === undefined) return null
      try {
        await limiters[what].consume(who)
        return null
      } catch (error) {
        if (!(error instanceof RateLimiterRes)) throw error
        return { refused: 'busy', after: Math.ceil(error.msBeforeNext / 1_000) }
      }
    },
    async giveBack(what, who) {
      if (who !== null) await limiters[what].reward(who)
    },
  }
}
