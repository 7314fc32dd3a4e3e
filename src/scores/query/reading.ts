import type { Metric } from '../metric.ts'
import type { Dimension, Filters, Reason } from '../query.ts'
import type { Span } from './calendar.ts'
import type { Noun, Unit } from './lexicon.ts'
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

/** A period of a question. `by`: of which the year is not said, as the latest that has begun by a day; null: there is none. */
export interface Timed {
  span: Span
  by: ((latest: string) => Span | null) | null
  words: string
  first: Token
  last: Token
}

/** What a question has said so far. */
export interface Reading {
  metric: Metric | null
  by: Dimension | null
  filters: Filters
  periods: Timed[]
  /** The words that compare: with another period, with the stretch or the unit before, with a year ago; or one group with another. */
  versus: Token | null
  /** The last of several such words: "compare … vs …". */
  lastVersus: Token | null
  sequential: Token | null
  preceding: { token: Token; unit: Unit | null } | null
  yearOnYear: Token | null
  /** Where the last filter begins. */
  narrowedFrom: number | null
  groups: { noun: Noun; first: Token; last: Token } | null
  /** Asks for the course of time, in whatever steps. */
  trend: Token | null
  /** Asks for an order, of whatever. */
  rank: Token | null
}
