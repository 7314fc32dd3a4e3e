import type { Part } from './part.ts'
import { rowsIn, rowsOf } from './rows.ts'
import { BEST, BEST_IN, FELT, sumUp, WHOLE } from './sums.ts'
import type { Tagger } from './tagger.ts'

/** What a trained tagger says of a comment. */
export interface Told {
  /** Log-odds of an id, in the sentence that tells it best; undefined for an id the tagger does not know. */
  best(id: string): number | undefined
  /** The same, between those of that sentence and of the whole (1.5 points of micro-F1 of themes over either alone). */
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
  const { clauseOf, sentenceOf } = reading.feeling
  const { ids, weights } = tagger
  const { columnOf, praiseColumnOf } = rowsOf(tagger)
  const odds = sumUp(tagger, part)
  const wide = ids.length
  return {
    best(id) {
      const k = columnOf(id)
      return k < 0 ? undefined : odds[BEST * wide + k]
    },
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
      const sentence = odds[BEST_IN * wide + k] ?? 0
      const values = new Float64Array(reading.units.count)
      for (let i = 0; i < count; i++) {
        const row = rows[i] ?? -1
        const first = from[i] ?? 0
        if (row < 0 || sentenceOf[clauseOf[first] ?? 0] !== sentence) continue
        const end = to[i] ?? 0
        const each = (weights[row * ids.length + k] ?? 0) / (end - first)
        for (let unit = first; unit < end; unit++) values[unit] = (values[unit] ?? 0) + each
      }
      return heaviest(values)
    },
  }
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
