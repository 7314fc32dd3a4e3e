import { OF_EMOJI } from './grams.ts'
import type { Reading } from './reading.ts'
import { MOST, rowsOf } from './rows.ts'
import type { Tagger } from './tagger.ts'

/** What a trained tagger says of a comment. Each is worked out when it is asked for. */
export interface Told {
  /** Log-odds of an id, in the sentence that tells it best; undefined for an id the tagger does not know. */
  best(id: string): number | undefined
  /** Log-odds of an id in the text as a whole, 0 for an unknown one. */
  whole(id: string): number
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

/**
 * Everything in a reading that may tell a theme: n-grams without emoji (these stand beside words and tell no theme), and the
 * phrases that the taxonomy knows.
 */
export function features({ grams, hits, excepted }: Reading): Features {
  const most = grams.count + hits.count
  const memory = new ArrayBuffer(most * 8) // one piece, as for n-grams
  const hash = new Uint32Array(memory, 0, most)
  const from = new Uint16Array(memory, most * 4, most)
  const to = new Uint16Array(memory, most * 6, most)
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

interface Sums {
  /** By column: log-odds in the sentence that tells it best, which that is, and log-odds in the whole. */
  best: Float64Array
  bestIn: Int32Array
  whole: Float64Array
}

/** Rows that wait to be added; used again for every text. */
const waiting = new Int32Array(MOST)

/** A reading → what a tagger says of it; weights are summed over the root of the number of features. */
export function tell(tagger: Tagger, reading: Reading): Told {
  const { ids, weights } = tagger
  const { clauseOf, sentenceOf } = reading.feeling
  const { find, columnOf, columns, add } = rowsOf(tagger)
  const { count, hash, from, to } = features(reading)
  const rows = find(hash, count)
  const sentenceAt = (unit: number) => sentenceOf[clauseOf[unit] ?? 0] ?? 0

  let summed: Sums | undefined
  const sumUp = (): Sums => {
    if (summed) return summed
    const counts = new Int32Array((sentenceOf.at(-1) ?? 0) + 1)
    const sums = new Int32Array(counts.length * columns)
    let sentence = 0
    let clause = 0
    let wait = 0
    const flush = () => {
      add(waiting, wait, sums, sentence * columns)
      wait = 0
    }
    for (let i = 0; i < count; i++) {
      const here = clauseOf[from[i] ?? 0] ?? 0
      if (here !== clause) {
        clause = here
        if (sentenceOf[here] !== sentence) flush()
        sentence = sentenceOf[here] ?? 0
      }
      counts[sentence] = (counts[sentence] ?? 0) + 1
      const row = rows[i] ?? -1
      if (row < 0) continue
      if (wait === MOST) flush()
      waiting[wait++] = row
    }
    flush()
    summed = logOdds(tagger, sums, columns, counts)
    return summed
  }
  return {
    best(id) {
      const k = columnOf(id)
      return k < 0 ? undefined : sumUp().best[k]
    },
    whole(id) {
      const k = columnOf(id)
      return k < 0 ? 0 : (sumUp().whole[k] ?? 0)
    },
    evidence(id) {
      const k = columnOf(id)
      const sentence = sumUp().bestIn[k] ?? 0
      const values = new Float64Array(reading.units.count)
      for (let i = 0; i < count; i++) {
        const row = rows[i] ?? -1
        const first = from[i] ?? 0
        if (row < 0 || sentenceAt(first) !== sentence) continue
        const end = to[i] ?? 0
        const each = (weights[row * ids.length + k] ?? 0) / (end - first)
        for (let unit = first; unit < end; unit++) values[unit] = (values[unit] ?? 0) + each
      }
      return heaviest(values)
    },
  }
}

/** Sums of weights by sentence, then by column, and how many features each sentence has → log-odds. */
function logOdds({ ids, scale, bias }: Tagger, sums: Int32Array, columns: number, counts: Int32Array): Sums {
  const best = new Float64Array(ids.length).fill(Number.NEGATIVE_INFINITY)
  const bestIn = new Int32Array(ids.length)
  const whole = new Float64Array(ids.length)
  let count = 0
  for (let sentence = 0; sentence < counts.length; sentence++) {
    const among = counts[sentence] ?? 0
    const root = Math.sqrt(among || 1)
    count += among
    for (let k = 0; k < ids.length; k++) {
      const sum = sums[sentence * columns + k] ?? 0
      whole[k] = (whole[k] ?? 0) + sum
      const here = (sum * (scale[k] ?? 0)) / root + (bias[k] ?? 0)
      if (here <= (best[k] ?? 0)) continue
      best[k] = here
      bestIn[k] = sentence
    }
  }
  const root = Math.sqrt(count || 1)
  for (let k = 0; k < ids.length; k++) whole[k] = ((whole[k] ?? 0) * (scale[k] ?? 0)) / root + (bias[k] ?? 0)
  return { best, bestIn, whole }
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
