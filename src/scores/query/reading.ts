import type { Metric } from '../metric.ts'
import type { Dimension, Filters, Reason } from '../query.ts'
import type { Span } from './calendar.ts'
import type { Token } from './scan.ts'

/** Where and why the reading of a question stopped; offsets in the text as given. */
export interface Stop {
  from: number
  to: number
  why: Reason
}

export type Stopped = { stop: Stop }
export type Step = { next: number } | Stopped

export const stopAt = (first: Token, last: Token, why: Reason): Stopped => ({
  stop: { from: first.from, to: last.to, why },
})

/** What a question has said so far. */
export interface Reading {
  metric: Metric | null
  by: Dimension | null
  filters: Filters
  periods: { span: Span; words: string; first: Token; last: Token }[]
  /** The words that compare: with another period, with the one before, with a year ago. */
  versus: Token | null
  sequential: Token | null
  yearOnYear: Token | null
}
