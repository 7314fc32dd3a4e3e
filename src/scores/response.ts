import { OUTCOMES, type Outcome } from './metric.ts'
import { responseRates } from './statistics.ts'

/** Why nobody asked, in the order it is told. */
export const SUPPRESSED = ['cooldown', 'opted_out', 'unreachable', 'not_asked'] as const satisfies readonly Outcome[]
type Suppressed = (typeof SUPPRESSED)[number]

/** What became of the interactions of a period. */
export interface Response {
  /** AAPOR, 0..1; null where nobody was asked. */
  rr1: number | null
  rr2: number | null
  rr5: number | null
  /** Invitations: what the rates are of. */
  asked: number
  complete: number
  /** Asked, and the time to answer not over. */
  open: number
  /** Never asked, by reason; not in any denominator. */
  notAsked: Record<Suppressed, number>
}

const COUNTER = new Map(OUTCOMES.map((outcome, at) => [outcome, at]))

/**
 * Counters of 'outcome' → response rates. What is still open and what could not be delivered is unknown (U): RR1 and RR2
 * count it against the programme, RR5 leaves it out.
 */
export function responseOf(values: readonly number[]): Response {
  const of = (outcome: Outcome) => values[COUNTER.get(outcome) ?? -1] ?? 0
  const I = of('complete')
  const P = of('partial')
  const R = of('refused')
  const NC = of('no_contact')
  const O = of('other')
  const open = of('open')
  const U = open + of('undeliverable')
  return {
    ...responseRates({ I, P, R, NC, O, U }),
    asked: I + P + R + NC + O + U,
    complete: I,
    open,
    notAsked: {
      cooldown: of('cooldown'),
      opted_out: of('opted_out'),
      unreachable: of('unreachable'),
      not_asked: of('not_asked'),
    },
  }
}
