import type { Figure } from '../../src/scores/figures.ts'
import { type Metric, OUTCOMES, type Outcome, RULES } from '../../src/scores/metric.ts'
import type { Query } from '../../src/scores/query.ts'

/** Counters for so many answers in the top, in the middle and in the bottom of a metric's scale. */
export function answers(metric: Metric, top: number, middle: number, bottom = 0): number[] {
  const rule = RULES[metric]
  const values = Array.from({ length: 11 }, () => 0)
  values[rule.max] = top
  values[rule.top - 1] = middle
  values[rule.min] = (values[rule.min] ?? 0) + bottom
  return values
}

/** Counters for outcomes by name. */
export function outcomes(counts: Partial<Record<Outcome, number>>): number[] {
  return OUTCOMES.map((outcome) => counts[outcome] ?? 0)
}

export const group = (name: string | null, values: number[]): Figure => ({ group: name, values })

/** A question about a fixed week, as far as a test does not say otherwise. */
export function asked(query: Partial<Query> = {}): Query {
  return {
    metric: 'csat',
    period: { from: '2026-11-15', to: '2026-11-21', words: 'last 7d' },
    previous: { from: '2026-11-08', to: '2026-11-14', words: '' },
    by: null,
    filters: {},
    ...query,
  }
}
