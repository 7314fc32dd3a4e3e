import type { Part } from './part.ts'
import type { Reading } from './reading.ts'
import { rowsIn, rowsOf } from './rows.ts'
import { BEST, BEST_IN, FELT, sumUp, WHOLE } from './sums.ts'
import type { Tagger } from './tagger.ts'

/** What a trained tagger says of a comment. */
export interface Told {
  /**
   * Log-odds of a theme or signal, half of what the clause that tells it best says and half of what the whole does; undefined for one the
   * tagger does not know.
   */
  sure(id: string): number | undefined
  /** Log-odds that a theme is praised, where the comment speaks of it, against blamed; undefined for one the tagger does not know. */
  praised(theme: string): number | undefined
  /** Log-odds of an id in what counts for the sentiment, 0 for an unknown one. */
  felt(id: string): number
  /** The units from `from` to `to` that tell an id most. */
  evidence(id: string): { from: number; to: number }
}

/** A comment → what a tagger says of it; weights are summed over the root of the number of features. */
export function tell(tagger: Tagger, part: Part): Told {
  const { reading } = part
  const { ids, weights } = tagger
  const { columnOf, praiseColumnOf } = rowsOf(tagger)
  const odds = sumUp(tagger, part)
  const wide = ids.length
  return {
    sure(id) {
      const k = columnOf(id)
      return k < 0 ? undefined : ((odds[BEST * wide + k] ?? 0) + (odds[WHOLE * wide + k] ?? 0)) / 2
    },
    praised(theme) {
      const k = praiseColumnOf(theme)
      return k < 0 ? undefined : odds[WHOLE * wide + k]
    },
    felt(id) {
      const k = columnOf(id)
      return k < 0 ? 0 : (odds[FELT * wide + k] ?? 0)
    },
    evidence(id) {
      const k = columnOf(id)
      const { count, rows, from, to } = rowsIn(tagger, reading)
      const clause = odds[BEST_IN * wide + k] ?? 0
      // units stand in order, so those of a clause stand together
      const begins = firstUnitOf(reading, clause)
      const ends = firstUnitOf(reading, clause + 1)
      const values = new Float64Array(ends - begins)
      for (let i = 0; i < count; i++) {
        const first = from[i] ?? 0
        const row = rows[i] ?? -1
        if (first < begins || first >= ends || row < 0) continue
        const end = Math.min(to[i] ?? 0, ends)
        const each = (weights[row * wide + k] ?? 0) / ((to[i] ?? 0) - first)
        for (let unit = first - begins; unit < end - begins; unit++) values[unit] = (values[unit] ?? 0) + each
      }
      const run = heaviest(values)
      return { from: begins + run.from, to: begins + run.to }
    },
  }
}

/** The first unit of a clause or of one behind it, by halves. */
function firstUnitOf({ feeling: { clauseOf }, units: { count } }: Reading, clause: number): number {
  let low = 0
  let high = count
  while (low < high) {
    const middle = (low + high) >> 1
    if ((clauseOf[middle] ?? 0) < clause) low = middle + 1
    else high = middle
  }
  return low
}

/** The run of numbers with the greatest sum. */
function heaviest(values: Float64Array): { from: number; to: number } {
  let run = { from: 0, to: Math.min(1, values.length) }
  let most = 0
  let sum = 0
  let from = 0
  for (let i = 0; i < values.length; i++) {
    if (sum <= 0) {
      sum = 0
      from = i
    }
    sum += values[i] ?? 0
    if (sum > most) {
      most = sum
      run = { from, to: i + 1 }
    }
  }
  return run
}
