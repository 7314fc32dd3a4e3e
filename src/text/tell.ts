import { hashOf, OF_EMOJI } from './grams.ts'
import type { Reading } from './reading.ts'
import type { Tagger } from './tagger.ts'

/** What a trained tagger says of a comment. */
export interface Told {
  /** Log-odds of an id, in the sentence that tells it best; undefined for an id the tagger does not know. */
  best(id: string): number | undefined
  /** Log-odds of an id in the text as a whole, 0 for an unknown one. */
  whole(id: string): number
  /** The units from `from` to `to` that tell an id most. */
  evidence(id: string): { from: number; to: number }
}

/**
 * Calls `take` with the hash of everything in a reading that may tell a theme, and the units it spans: n-grams without
 * emoji (these stand beside words and tell no theme), and the phrases that the taxonomy knows.
 */
export function features(reading: Reading, take: (hash: number, from: number, to: number) => void): void {
  const { grams, hits, isExcepted } = reading
  for (let i = 0; i < grams.count; i++)
    if (grams.of[i] !== OF_EMOJI) take(grams.hash[i] ?? 0, grams.from[i] ?? 0, grams.to[i] ?? 0)
  for (const hit of hits) {
    const { payload, from, to } = hit
    if (payload.of === 'theme' && !isExcepted(payload.id, hit)) take(hashOf(payload.id, payload.polarity), from, to)
    else if (payload.of === 'signal' && !isExcepted(payload.id, hit)) take(hashOf(payload.id, 2), from, to)
  }
}

// Of each feature with weights, where its row starts and its sentence; grown as needed, for one text at a time.
let starts = new Int32Array(1024)
let places = new Int32Array(1024)

/** A reading → what a tagger says of it; weights are summed over the root of the number of features. */
export function tell(tagger: Tagger, reading: Reading): Told {
  const { weights, ids, scale, bias } = tagger
  const { clauseOf, sentenceOf } = reading.feeling
  const { rowOf, columnOf } = lookup(tagger)
  const wide = ids.length
  const counts = new Int32Array((sentenceOf.at(-1) ?? 0) + 1)
  const sums = new Int32Array(counts.length * wide)
  const sentenceAt = (unit: number) => sentenceOf[clauseOf[unit] ?? 0] ?? 0
  const most = reading.grams.count + reading.hits.length
  if (starts.length < most) {
    starts = new Int32Array(most)
    places = new Int32Array(most)
  }
  let known = 0
  features(reading, (hash, from) => {
    const sentence = sentenceAt(from)
    counts[sentence] = (counts[sentence] ?? 0) + 1
    const row = rowOf(hash)
    if (row < 0) return
    starts[known] = row * wide
    places[known++] = sentence * wide
  })
  addUp(weights, wide, known, sums)
  const logit = (k: number, sum: number, among: number) =>
    (sum * (scale[k] ?? 0)) / Math.sqrt(among || 1) + (bias[k] ?? 0)
  const bestSentence = (k: number) => {
    let best = 0
    let most = Number.NEGATIVE_INFINITY
    for (let sentence = 0; sentence < counts.length; sentence++) {
      const here = logit(k, sums[sentence * wide + k] ?? 0, counts[sentence] ?? 0)
      if (here > most) {
        best = sentence
        most = here
      }
    }
    return { best, most }
  }
  return {
    best(id) {
      const k = columnOf(id)
      return k < 0 ? undefined : bestSentence(k).most
    },
    whole(id) {
      const k = columnOf(id)
      if (k < 0) return 0
      let sum = 0
      for (let at = k; at < sums.length; at += wide) sum += sums[at] ?? 0
      return logit(
        k,
        sum,
        counts.reduce((total, among) => total + among, 0),
      )
    },
    evidence(id) {
      const k = columnOf(id)
      const { best } = bestSentence(k)
      const values = new Float64Array(reading.units.count)
      features(reading, (hash, from, to) => {
        const row = sentenceAt(from) === best ? rowOf(hash) : -1
        if (row < 0) return
        const each = (weights[row * wide + k] ?? 0) / (to - from)
        for (let unit = from; unit < to; unit++) values[unit] = (values[unit] ?? 0) + each
      })
      return heaviest(values)
    },
  }
}

/** Column by column: a sum is a number, not a place in memory. This and the lists kept above: 11 % more comments a second. */
function addUp(weights: Int8Array, wide: number, known: number, sums: Int32Array): void {
  const rows = starts
  const into = places
  for (let k = 0; k < wide; k++) {
    let place = 0
    let sum = 0
    for (let i = 0; i < known; i++) {
      const here = into[i] ?? 0
      if (here !== place) {
        sums[place + k] = (sums[place + k] ?? 0) + sum
        sum = 0
        place = here
      }
      sum += weights[(rows[i] ?? 0) + k] ?? 0
    }
    sums[place + k] = (sums[place + k] ?? 0) + sum
  }
}

/** The run of numbers with the greatest sum. */
function heaviest(values: Float64Array): { from: number; to: number } {
  let run = { from: 0, to: Math.min(1, values.length) }
  let most = 0
  let sum = 0
  let from = 0
  values.forEach((value, i) => {
    if (sum <= 0) {
      sum = 0
      from = i
    }
    sum += value
    if (sum > most) {
      most = sum
      run = { from, to: i + 1 }
    }
  })
  return run
}

interface Lookup {
  /** Hash → row of the weights or -1. */
  rowOf(hash: number): number
  /** Id → column of the weights or -1. */
  columnOf(id: string): number
}

const lookups = new WeakMap<Tagger, Lookup>()

/** Where a tagger's weights are found: an open table twice as large as its content. */
function lookup(tagger: Tagger): Lookup {
  const known = lookups.get(tagger)
  if (known) return known
  const { hashes, size, ids } = tagger
  const slots = new Int32Array(2 ** Math.ceil(Math.log2(size * 2 + 2))).fill(-1)
  const mask = slots.length - 1
  hashes.forEach((hash, row) => {
    let at = hash & mask
    while (slots[at] !== -1) at = (at + 1) & mask
    slots[at] = row
  })
  const rowOf = (hash: number) => {
    for (let at = hash & mask; ; at = (at + 1) & mask) {
      const row = slots[at] ?? -1
      if (row < 0 || hashes[row] === hash) return row
    }
  }
  const columns = new Map(ids.map((id, k) => [id, k]))
  const made: Lookup = { rowOf, columnOf: (id) => columns.get(id) ?? -1 }
  lookups.set(tagger, made)
  return made
}
