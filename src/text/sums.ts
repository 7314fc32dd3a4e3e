import { type Features, features } from './features.ts'
import { type Part, standsIn } from './part.ts'
import { MOST, rowsOf } from './rows.ts'
import type { Tagger } from './tagger.ts'

/**
 * Log-odds by column of a tagger, in blocks of as many columns as it has: in the sentence that tells it best, which sentence that is, in the
 * whole, and in what counts. They share one piece of memory, for four took a tenth of the time of a short comment.
 */
export type Odds = Float64Array
export const BEST = 0
export const BEST_IN = 1
export const WHOLE = 2
export const FELT = 3

// Every text uses these again.
let sums = new Int32Array(1024)
/** Rows that wait to be added. */
const waiting = new Int32Array(MOST)

/** Adds up the weights of all features, sentence by sentence. */
export function sumUp(tagger: Tagger, part: Part): Odds {
  const { clauseOf, sentenceOf } = part.reading.feeling
  const { find, columns, add } = rowsOf(tagger)
  const all = features(part.reading)
  const { count, from, rows } = all
  find(all.hash, count, rows)
  const counts = new Int32Array((sentenceOf.at(-1) ?? 0) + 1)
  const size = counts.length * columns
  if (sums.length < size) sums = new Int32Array(size)
  else sums.fill(0, 0, size)
  let sentence = 0
  let clause = 0
  let wait = 0
  for (let i = 0; i < count; i++) {
    const here = clauseOf[from[i] ?? 0] ?? 0
    const isNext = here !== clause && sentenceOf[here] !== sentence
    clause = here
    if (isNext || wait === MOST) {
      add(waiting, wait, sums, sentence * columns)
      wait = 0
      sentence = sentenceOf[here] ?? 0
    }
    counts[sentence] = (counts[sentence] ?? 0) + 1
    const row = rows[i] ?? -1
    if (row >= 0) waiting[wait++] = row
  }
  add(waiting, wait, sums, sentence * columns)
  const odds = logOdds(tagger, columns, counts)
  const wide = tagger.ids.length
  if (part.runs) putFelt(tagger, part, all, odds)
  else odds.copyWithin(FELT * wide, WHOLE * wide, FELT * wide)
  return odds
}

/** Puts in the log-odds in what counts of a comment, of whose features the rows are known. */
function putFelt(tagger: Tagger, part: Part, { count, from, to, rows }: Features, odds: Odds): void {
  const { columns, add } = rowsOf(tagger)
  const totals = new Int32Array(columns)
  let among = 0
  let wait = 0
  for (let i = 0; i < count; i++) {
    if (!standsIn(part, from[i] ?? 0, to[i] ?? 0)) continue
    among++
    const row = rows[i] ?? -1
    if (row < 0) continue
    waiting[wait++] = row
    if (wait < MOST) continue
    add(waiting, wait, totals, 0)
    wait = 0
  }
  add(waiting, wait, totals, 0)
  const at = FELT * tagger.ids.length
  for (let k = 0; k < tagger.ids.length; k++) odds[at + k] = oddsOf(tagger, k, totals[k] ?? 0, rootOf(among))
}

const rootOf = (count: number) => Math.sqrt(count || 1)

/** The sum of features' weights for an id, and the root of how many they are → its log-odds. */
const oddsOf = ({ scale, bias }: Tagger, k: number, sum: number, root: number): number =>
  (sum * (scale[k] ?? 0)) / root + (bias[k] ?? 0)

/** What was added up, by sentence and then by column, and how many features each sentence has → log-odds, but for what counts. */
function logOdds(tagger: Tagger, columns: number, counts: Int32Array): Odds {
  const wide = tagger.ids.length
  const odds = new Float64Array(wide * 4)
  let count = 0
  for (let sentence = 0; sentence < counts.length; sentence++) {
    const among = counts[sentence] ?? 0
    const root = rootOf(among)
    count += among
    for (let k = 0; k < wide; k++) {
      const sum = sums[sentence * columns + k] ?? 0
      odds[WHOLE * wide + k] = (odds[WHOLE * wide + k] ?? 0) + sum
      const here = oddsOf(tagger, k, sum, root)
      if (sentence > 0 && here <= (odds[k] ?? 0)) continue
      odds[BEST * wide + k] = here
      odds[BEST_IN * wide + k] = sentence
    }
  }
  const root = rootOf(count)
  for (let k = 0; k < wide; k++) odds[WHOLE * wide + k] = oddsOf(tagger, k, odds[WHOLE * wide + k] ?? 0, root)
  return odds
}
