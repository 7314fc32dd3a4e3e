import type { Measured } from './measure.ts'
import type { Grade, Tally } from './metric.ts'
import type { Response } from './response.ts'
import type { Comparison } from './statistics.ts'

/** A difference and whether it can be told from noise; p is corrected by Holm where several groups are compared at once. */
export interface Difference extends Comparison {
  distinguishable: boolean
}

export interface Change extends Difference {
  before: { n: number; score: number }
}

/** The whole, or one group or slot of time. */
export interface ScoreRow extends Measured {
  /** An id, a slot's first day (yyyy-mm-dd), or null: the whole, or what belongs to no group. */
  group: string | null
  /** What the group is called; '' where it has no name. */
  label: string
  grade: Grade | null
  /** 1 is best by the lower end of the interval; null below 30 answers and for days, weeks and months. */
  rank: number | null
  /** Against the period before; null where either has too few answers, and for days, weeks and months. */
  change: Change | null
  /** Against all others together; only for ranked groups. */
  againstRest: Difference | null
  response: Response
}

/** A row on its way, with the answers it was counted from. */
export interface Draft {
  readonly now: Tally
  readonly before: Tally
  readonly row: ScoreRow
}
