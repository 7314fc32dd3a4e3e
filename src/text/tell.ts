import { OF_EMOJI } from './grams.ts'
import { type Part, standsIn } from './part.ts'
import type { Reading } from './reading.ts'
import { MOST, rowsOf } from './rows.ts'
import type { Tagger } from './tagger.ts'

/** What a trained tagger says of a comment. */
export interface Told {
  /** Log-odds of an id, in the sentence that tells it best; undefined for an id the tagger does not know. */
  best(id: string): number | undefined
  /** Log-odds of an id in the text as a whole, 0 for an unknown one. */
  whole(id: string): number
  /** The same of what counts for the sentiment only. */
  felt(id: string): number
  /** The units from `from` to `to` that tell an id most. */
  evidence(id: string): { from: number; to: number }
}

/** What may tell a theme, `count` of them: a hash each, and the units from `from` to `to` it spans. */
export interface Features {
  readonly count: number
  readonly hash: Uint32Array
  readonly from: Uint16Array
  readonly to: Uint16Array
}

const memory = (most: number) => ({
  hash: new Uint32Array(most),
  from: new Uint16Array(most),
  to: new Uint16Array(most),
  rows: new Int32Array(most),
})
// Every text uses this again: memory of its own for each of these was nearly a third of the time of a short comment.
let room = memory(1024)
let sums = new Int32Array(1024)
/** Rows that wait to be added. */
const waiting = new Int32Array(MOST)

/**
 * Everything in a reading that may tell a theme: n-grams without emoji (these stand beside words and tell no theme), and the
 * phrases that the taxonomy knows. The lists hold until it is asked of another reading.
 */
export function features({ grams, hits, excepted }: Reading): Features {
  const most = grams.count + hits.count
  if (room.hash.length < most) room = memory(most)
  const { hash, from, to } = room
  let count = 0
  for (let i = 0; i < grams.count; i++) {
    if (grams.of[i] === OF_EMOJI) continue
    hash[count] = grams.hash[i] ?? 0
    from[count] = grams.from[i] ?? 0
    to[count++] = grams.to[i] ?? 0
  }
  for (let i = 0; i < hits.count; i++) {
    const found = hits.payloads[hits.what[i] ?? 0]
    if ((found?.of !== 'theme' && found?.of !== 'signal') || excepted[i] === 1) continue
    hash[count] = found.feature
    from[count] = hits.from[i] ?? 0
    to[count++] = hits.to[i] ?? 0
  }
  return { count, hash, from, to }
}

/** A comment → what a tagger says of it; weights are summed over the root of the number of features. */
export function tell(tagger: Tagger, part: Part): Told {
  const { reading } = part
  const { clauseOf, sentenceOf } = reading.feeling
  const { ids, weights } = tagger
  const { columnOf } = rowsOf(tagger)
  const { best, bestIn, whole, felt } = sumUp(tagger, part)
  let known: Known | undefined
  return {
    best: (id) => best[columnOf(id)],
    whole: (id) => whole[columnOf(id)] ?? 0,
    felt: (id) => felt[columnOf(id)] ?? 0,
    evidence(id) {
      const k = columnOf(id)
      known ??= knownIn(tagger, reading)
      const { rows, from, to } = known
      const sentence = bestIn[k] ?? 0
      const values = new Float64Array(reading.units.count)
      for (let i = 0; i < rows.length; i++) {
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

/** Features with memory of their own: the row of each or -1, and the units it spans. */
interface Known {
  rows: Int32Array
  from: Uint16Array
  to: Uint16Array
}

function knownIn(tagger: Tagger, reading: Reading): Known {
  const { count, hash, from, to } = features(reading)
  rowsOf(tagger).find(hash, count, room.rows)
  return { rows: room.rows.slice(0, count), from: from.slice(0, count), to: to.slice(0, count) }
}

interface Sums {
  /** By column: log-odds in the sentence that tells it best, which that is, and log-odds in the whole and in what counts. */
  best: Float64Array
  bestIn: Int32Array
  whole: Float64Array
  felt: Float64Array
}

/** Adds up the weights of all features, sentence by sentence. */
function sumUp(tagger: Tagger, part: Part): Sums {
  const { clauseOf, sentenceOf } = part.reading.feeling
  const { find, columns, add } = rowsOf(tagger)
  const all = features(part.reading)
  const { count, from } = all
  const { rows } = room
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
  return { ...odds, felt: part.runs ? feltIn(tagger, part, all, rows) : odds.whole }
}

/** By column: log-odds in what counts of a comment, of whose features the rows are known. */
function feltIn(tagger: Tagger, part: Part, { count, from, to }: Features, rows: Int32Array): Float64Array {
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
