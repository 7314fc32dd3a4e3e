import { type Features, features } from './features.ts'
import { type Part, standsIn } from './part.ts'
import { MOST, rowsOf } from './rows.ts'
import type { Tagger } from './tagger.ts'

/** By column of a tagger: log-odds in the sentence that tells it best, which that is, and log-odds in the whole and in what counts. */
export interface Sums {
  best: Float64Array
  bestIn: Int32Array
  whole: Float64Array
  felt: Float64Array
}

// Every text uses these again.
let sums = new Int32Array(1024)
/** Rows that wait to be added. */
const waiting = new Int32Array(MOST)

/** Adds up the weights of all features, sentence by sentence. */
export function sumUp(tagger: Tagger, part: Part): Sums {
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
  return { ...odds, felt: part.runs ? feltIn(tagger, part, all) : odds.whole }
}

/** By column: log-odds in what counts of a comment, of whose features the rows are known. */
function feltIn(tagger: Tagger, part: Part, { count, from, to, rows }: Features): Float64Array {
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
  return new Float64Array(tagger.ids.length).map((_, k) => oddsOf(tagger, k, totals[k] ?? 0, among))
}

/** The sum of so many features' weights for an id → its log-odds. */
const oddsOf = ({ scale, bias }: Tagger, k: number, sum: number, count: number): number =>
  (sum * (scale[k] ?? 0)) / Math.sqrt(count || 1) + (bias[k] ?? 0)

/** What was added up, by sentence and then by column, and how many features each sentence has → log-odds. */
function logOdds(tagger: Tagger, columns: number, counts: Int32Array): Omit<Sums, 'felt'> {
  const best = new Float64Array(tagger.ids.length).fill(Number.NEGATIVE_INFINITY)
  const bestIn = new Int32Array(best.length)
  const whole = new Float64Array(best.length)
  let count = 0
  for (let sentence = 0; sentence < counts.length; sentence++) {
    const among = counts[sentence] ?? 0
    count += among
    for (let k = 0; k < whole.length; k++) {
      const sum = sums[sentence * columns + k] ?? 0
      whole[k] = (whole[k] ?? 0) + sum
      const here = oddsOf(tagger, k, sum, among)
      if (here <= (best[k] ?? 0)) continue
      best[k] = here
      bestIn[k] = sentence
    }
  }
  return { best, bestIn, whole: whole.map((sum, k) => oddsOf(tagger, k, sum, count)) }
}
