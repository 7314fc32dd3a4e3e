import type { Locale } from '../locale.ts'
import type { Metric } from './metric.ts'
import type { Trouble } from './query/period.ts'
import type { Vocabulary } from './query/scan.ts'

export type { Vocabulary } from './query/scan.ts'

/** Days yyyy-mm-dd in the programme's zone, inclusive, and the words of the question that named them ('' where none did). */
export interface Period {
  from: string
  to: string
  words: string
}

export const DIMENSIONS = ['team', 'agent', 'channel', 'flow', 'day', 'week', 'month'] as const
export type Dimension = (typeof DIMENSIONS)[number]

/** Ids by dimension: any of them within one, all of them across. */
export interface Filters {
  team?: string[]
  agent?: string[]
  channel?: string[]
  flow?: string[]
}

/** A manager's question, understood. `previous` is what the period is compared with. */
export interface Query {
  metric: Metric
  period: Period
  previous: Period
  by: Dimension | null
  filters: Filters
}

/**
 * Why a question is not answered: a word nobody knows; one that can mean two things; a known one out of place;
 * two of a kind; something left out; compared with a part of itself; more text than a question has; a reason, which no score gives; no such date;
 * not begun yet.
 */
export type Reason = 'unknown' | 'ambiguous' | 'unclear' | 'twice' | 'missing' | 'overlap' | 'long' | 'cause' | Trouble

/** `at` is the asker's own words that stopped the reading; `suggestions` are whole questions they may have meant. */
export interface Problem {
  at: string
  why: Reason
  suggestions: string[]
}

export type Parsed = { query: Query } | { problem: Problem; examples: string[] }

export interface QuestionContext {
  /** yyyy-mm-dd in the programme's zone. */
  today: string
  vocabulary: Vocabulary
  /** The asker's: that of a question which no word of tells. */
  locale?: Locale
}
