import { OF_EMOJI } from './grams.ts'
import type { Reading } from './reading.ts'
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
export function features({ grams, hits, isExcepted }: Reading): Features {
  const most = grams.count + hits.length
  const memory = new ArrayBuffer(most * 8) // one piece, as for n-grams
  const hash = new Uint32Array(memory, 0, most)
  const from = new Uint16Array(memory, most * 4, most)
  const to = new Uint16Array(memory, most * 6, most)
  let count = 0
  const take = (value: number, first: number, end: number) => {
    hash[count] = value
    from[count] = first
    to[count++] = end
  }
  for (let i = 0; i < grams.count; i++)
    if (grams.of[i] !== OF_EMOJI) take(grams.hash[i] ?? 0, grams.from[i] ?? 0, grams.to[i] ?? 0)
  for (const hit of hits) {
    const { payload } = hit
    if ((payload.of === 'theme' || payload.of === 'signal') && !isExcepted(payload.id, hit))
      take(payload.feature, hit.from, hit.to)
  }
  return { count, hash, from, to }
}

/** A reading → what a tagger says of it; weights are summed over the root of the number of features. */
export function tell(tagger: Tagger, reading: Reading): Told {
  const { weights, ids, scale, bias } = tagger
  const { clauseOf, sentenceOf } = reading.feeling
  const { count, hash, from, to } = features(reading)
  const { rowsOf, columnOf } = lookup(tagger)
  const rows = rowsOf(hash, count)
  const wide = ids.length
  const sentenceAt = (unit: number) => sentenceOf[clauseOf[unit] ?? 0] ?? 0
  const logit = (k: number, sum: number, among: number) =>
    (sum * (scale[k] ?? 0)) / Math.sqrt(among || 1) + (bias[k] ?? 0)

  let summed: { best: Float64Array; bestIn: Int32Array; totals: Int32Array } | undefined
  const sumUp = () => {
    if (summed) return summed
    const counts = new Int32Array((sentenceOf.at(-1) ?? 0) + 1)
    const sums = new Int32Array(counts.length * wide)
    for (let i = 0; i < count; i++) {
      const sentence = sentenceAt(from[i] ?? 0)
      counts[sentence] = (counts[sentence] ?? 0) + 1
      const row = rows[i] ?? 0
      if (row < 0) continue
      const at = sentence * wide
      for (let k = 0; k < wide; k++) sums[at + k] = (sums[at + k] ?? 0) + (weights[row + k] ?? 0)
    }
    const best = new Float64Array(wide).fill(Number.NEGATIVE_INFINITY)
    const bestIn = new Int32Array(wide)
    const totals = new Int32Array(wide)
    for (let sentence = 0; sentence < counts.length; sentence++)
      for (let k = 0; k < wide; k++) {
        const sum = sums[sentence * wide + k] ?? 0
        totals[k] = (totals[k] ?? 0) + sum
        const here = logit(k, sum, counts[sentence] ?? 0)
        if (here <= (best[k] ?? 0)) continue
        best[k] = here
        bestIn[k] = sentence
      }
    summed = { best, bestIn, totals }
    return summed
  }
  /** Of one id only: a reading of which no more is asked needs no sums of its sentences. */
  const totalOf = (k: number) => {
    let sum = 0
    for (let i = 0; i < count; i++) {
      const row = rows[i] ?? 0
      if (row >= 0) sum += weights[row + k] ?? 0
    }
    return sum
  }
  return {
    best(id) {
      const k = columnOf(id)
      return k < 0 ? undefined : sumUp().best[k]
    },
    whole(id) {
      const k = columnOf(id)
      return k < 0 ? 0 : logit(k, summed?.totals[k] ?? totalOf(k), count)
    },
    evidence(id) {
      const k = columnOf(id)
      const sentence = sumUp().bestIn[k] ?? 0
      const values = new Float64Array(reading.units.count)
      for (let i = 0; i < count; i++) {
        const row = rows[i] ?? 0
        const first = from[i] ?? 0
        if (row < 0 || sentenceAt(first) !== sentence) continue
        const end = to[i] ?? 0
        const each = (weights[row + k] ?? 0) / (end - first)
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

interface Lookup {
  /** Hashes → where in the weights the row of each begins, or -1. */
  rowsOf(wanted: Uint32Array, count: number): Int32Array
  /** Id → column of the weights or -1. */
  columnOf(id: string): number
}

const lookups = new WeakMap<Tagger, Lookup>()

/** Hashes are evenly spread: by its first bits, each is found among one or two. */
const BITS = 14

/** Where a tagger's weights are found. */
function lookup(tagger: Tagger): Lookup {
  const known = lookups.get(tagger)
  if (known) return known
  const { hashes, ids } = tagger
  const startsAt = new Int32Array(2 ** BITS + 1)
  for (const hash of hashes) {
    const next = (hash >>> (32 - BITS)) + 1
    startsAt[next] = (startsAt[next] ?? 0) + 1
  }
  for (let i = 1; i < startsAt.length; i++) startsAt[i] = (startsAt[i] ?? 0) + (startsAt[i - 1] ?? 0)
  const rowsOf = (wanted: Uint32Array, count: number) => {
    const rows = new Int32Array(count)
    for (let i = 0; i < count; i++) {
      const hash = wanted[i] ?? 0
      const part = hash >>> (32 - BITS)
      const end = startsAt[part + 1] ?? 0
      let row = startsAt[part] ?? 0
      while (row < end && hashes[row] !== hash) row++
      rows[i] = row < end ? row * ids.length : -1
    }
    return rows
  }
  const columns = new Map(ids.map((id, k) => [id, k]))
  const made: Lookup = { rowsOf, columnOf: (id) => columns.get(id) ?? -1 }
  lookups.set(tagger, made)
  return made
}
