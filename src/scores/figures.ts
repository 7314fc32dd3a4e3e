import type { Metric } from './metric.ts'
import type { Dimension, Filters, Query } from './query.ts'
import { timeOf } from './slots.ts'

/** What the store is asked for: counters summed over the days, one figure a group; `filters` hold for numerator and denominator alike. */
export interface FiguresRequest {
  metric: Metric | 'outcome'
  /** yyyy-mm-dd in the programme's zone, inclusive. */
  from: string
  to: string
  by: Dimension | null
  filters: Filters
}

/** Counters v[0..10] of one group, one for each answer (or each of `OUTCOMES`): an id, the first day of a slot of time (yyyy-mm-dd), or null where the request was not broken down. */
export interface Figure {
  group: string | null
  values: number[]
}

/**
 * A query → its requests, in the order `answer` expects their figures: answers now, answers before, outcomes now. `flows` are those that
 * ask for the metric: whoever was asked something else could not have answered, and is in no rate of this one.
 */
export function figuresNeeded(query: Query, flows: readonly string[]): FiguresRequest[] {
  const { metric, period, previous, filters, by } = query
  const now = { from: period.from, to: period.to, filters }
  return [
    { metric, ...now, by },
    // A slot of time has no counterpart in the period before: only the whole is compared.
    { metric, from: previous.from, to: previous.to, filters, by: timeOf(by) ? null : by },
    {
      metric: 'outcome',
      ...now,
      by,
      filters: { ...filters, flow: flows.filter((id) => filters.flow?.includes(id) ?? true) },
    },
  ]
}
