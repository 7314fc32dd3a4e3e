import type { WebDeps } from './deps.ts'
import type { Refusal } from './refusal.ts'

/**
 * How often in a minute: far above what people do, far below what would harm. An office may begin many sessions behind one address;
 * a page that loses its line asks for its stream about ten times a minute.
 */
const A_MINUTE = { session: 60, message: 40, stream: 60 } as const

type Limited = keyof typeof A_MINUTE

export interface Limits {
  /** Counts one for `who`; a refusal when it was one too many. Nobody in particular is not counted. */
  take(what: Limited, who: string | null | undefined): Promise<Refusal | null>
  /** What was counted had no effect. */
  giveBack(what: Limited, who: string | null): Promise<void>
}

export function createLimits({ limiter }: Pick<WebDeps, 'limiter'>): Limits {
  const of = (what: Limited) => limiter(`web.${what}`, A_MINUTE[what])
  const limiters = { session: of('session'), message: of('message'), stream: of('stream') }
  return {
    async take(what, who) {
      if (who === null || who === undefined) return null
      const wait = await limiters[what].take(who)
      return wait === null ? null : { refused: 'busy', after: Math.ceil(wait / 1_000) }
    },
    async giveBack(what, who) {
      if (who !== null) await limiters[what].giveBack(who)
    },
  }
}
