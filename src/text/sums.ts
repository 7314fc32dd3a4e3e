import { type Part, standsIn } from './part.ts'
import { type FeatureRows, MOST, rowsIn, rowsOf } from './rows.ts'
import type { Tagger } from './tagger.ts'
import { ROOM } from './units.ts'

/**
 * Log-odds by column of a tagger, in blocks of as many columns as it has: in the clause that tells it best, which clause that is, in the
 * whole, and in what counts. They share one piece of memory, for four took a tenth of the time of a short comment.
 */
export type Odds = Float64Array
export const BEST = 0
export const BEST_IN = 1
export const WHOLE = 2
export const FELT = 3

// Every text uses these again.
let sums = new Int32Array(ROOM)
let totals = new Int32Array(64)
/** Rows that wait to be added. */
const waiting = new Int32Array(MOST)

/** Adds up the weights of all features, clause by clause. */
export function sumUp(tagger: Tagger, part: Part): Odds {
  const { clauseOf, clauses } = part.reading.feeling
  const { columns, add } = rowsOf(tagger)
  const all = rowsIn(tagger, part.reading)
  const { count, from, rows } = all
  const counts = new Int32Array(clauses.length)
  const size = counts.length * columns
  if (sums.length < size) sums = new Int32Array(size)
  else sums.fill(0, 0, size)
  let clause = 0
  let wait = 0
  for (let i = 0; i < count; i++) {
    const here = clauseOf[from[i] ?? 0] ?? 0
    if (here !== clause || wait === MOST) {
      add(waiting, wait, sums, clause * columns)
      wait = 0
      clause = here
    }
    counts[clause] = (counts[clause] ?? 0) + 1
    const row = rows[i] ?? -1
    if (row >= 0) waiting[wait++] = row
  }
  add(waiting, wait, sums, clause * columns)
  const odds = new Float64Array(tagger.ids.length * 4)
  putClauses(tagger, columns, counts, odds)
  putOdds(tagger, count, odds, WHOLE)
  if (part.runs) putOdds(tagger, count - takeAway(tagger, part.runs, all), odds, FELT)
  else odds.copyWithin(FELT * tagger.ids.length, WHOLE * tagger.ids.length, FELT * tagger.ids.length)
  return odds
}

/** Takes what does not count of a comment, of whose features the rows are known, from the totals: how many features that were. */
function takeAway(tagger: Tagger, runs: Part['runs'], { count, from, to, rows }: FeatureRows): number {
  const { columns, add } = rowsOf(tagger)
  const less = new Int32Array(columns)
  let among = 0
  let wait = 0
  for (let i = 0; i < count; i++) {
    if (standsIn(runs, from[i] ?? 0, to[i] ?? 0)) continue
    among++
    const row = rows[i] ?? -1
    if (row < 0) continue
    waiting[wait++] = row
    if (wait < MOST) continue
    add(waiting, wait, less, 0)
    wait = 0
  }
  add(waiting, wait, less, 0)
  for (let k = 0; k < columns; k++) totals[k] = (totals[k] ?? 0) - (less[k] ?? 0)
  return among
}

const rootOf = (count: number) => Math.sqrt(count || 1)

/** The sum of features' weights for an id, and the root of how many they are → its log-odds. */
const oddsOf = ({ scale, bias }: Tagger, k: number, sum: number, root: number): number =>
  (sum * (scale[k] ?? 0)) / root + (bias[k] ?? 0)

/** The totals, of so many features → log-odds, into a block. */
function putOdds(tagger: Tagger, count: number, odds: Odds, block: number): void {
  const wide = tagger.ids.length
  const root = rootOf(count)
  for (let k = 0; k < wide; k++) odds[block * wide + k] = oddsOf(tagger, k, totals[k] ?? 0, root)
}

/** Puts in what is said in the clause that tells it best, and adds up the totals; `counts` is how many features each clause has. */
function putClauses(tagger: Tagger, columns: number, counts: Int32Array, odds: Odds): void {
  const wide = tagger.ids.length
  if (totals.length < columns) totals = new Int32Array(columns)
  else totals.fill(0)
  odds.fill(Number.NEGATIVE_INFINITY, BEST * wide, (BEST + 1) * wide)
  for (let clause = 0; clause < counts.length; clause++) {
    if (counts[clause] === 0) continue
    const root = rootOf(counts[clause] ?? 0)
    for (let k = 0; k < wide; k++) {
      const sum = sums[clause * columns + k] ?? 0
      totals[k] = (totals[k] ?? 0) + sum
      const here = oddsOf(tagger, k, sum, root)
      if (here <= (odds[BEST * wide + k] ?? 0)) continue
      odds[BEST * wide + k] = here
      odds[BEST_IN * wide + k] = clause
    }
  }
}
