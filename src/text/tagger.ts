import { z } from 'zod'
import { ngrams } from './grams.ts'
import { packed, unpacked } from './packed.ts'
import { readShipped } from './shipped.ts'
import type { Units } from './units.ts'

const Header = z.object({
  version: z.string(),
  /** What each column of weights tells: ids of themes and signals. */
  ids: z.array(z.string()),
  scale: z.array(z.number()),
  bias: z.array(z.number()),
  /** How many n-grams have weights. */
  size: z.number(),
})

/** What training made of labelled comments: the n-grams that tell themes and signals, with an int8 weight for each of `ids`. */
export interface Tagger extends z.infer<typeof Header> {
  /** Hashes of the n-grams, ascending. */
  hashes: Uint32Array
  /** By n-gram, then by id. */
  weights: Int8Array
}

/** What a comment speaks of by its n-grams: log-odds of an id in the sentence that tells it best. */
export interface Told {
  logits: Float64Array
  /** The units from `from` to `to` that tell id number `k` most, in the sentence that tells it best. */
  evidence(k: number): { from: number; to: number }
}

/** Header, hashes (4 bytes each, little-endian) and weights → the file's bytes. */
export function packTagger({ hashes, weights, ...header }: Tagger): Uint8Array {
  const body = new Uint8Array(hashes.length * 4 + weights.length)
  const view = new DataView(body.buffer)
  hashes.forEach((hash, i) => {
    view.setUint32(i * 4, hash, true)
  })
  body.set(new Uint8Array(weights.buffer, weights.byteOffset, weights.length), hashes.length * 4)
  return packed(header, body)
}

/** The bytes of a tagger file → the tagger; throws when they are not one. */
export function unpackTagger(bytes: Uint8Array): Tagger {
  const { header, body } = unpacked(bytes)
  const head = Header.parse(header)
  const view = new DataView(body.buffer, body.byteOffset)
  if (body.length !== head.size * (4 + head.ids.length)) throw new Error(`the file does not hold ${head.size} n-grams`)
  return {
    ...head,
    hashes: Uint32Array.from({ length: head.size }, (_, i) => view.getUint32(i * 4, true)),
    weights: Int8Array.from(body.subarray(head.size * 4), (byte) => (byte << 24) >> 24),
  }
}

let shipped: Tagger | undefined

/** The tagger that comes with the product (src/text/weights/tags.bin), read on first use. */
export function shippedTagger(): Tagger {
  shipped ??= unpackTagger(readShipped('src/text/weights/tags.bin'))
  return shipped
}

const slots = new WeakMap<Tagger, Int32Array>()

/** Hash → row, in an open table twice as large as its content. */
function slotsOf(tagger: Tagger): Int32Array {
  const known = slots.get(tagger)
  if (known) return known
  const table = new Int32Array(2 ** Math.ceil(Math.log2(tagger.size * 2 + 1))).fill(-1)
  tagger.hashes.forEach((hash, row) => {
    let at = hash & (table.length - 1)
    while (table[at] !== -1) at = (at + 1) & (table.length - 1)
    table[at] = row
  })
  slots.set(tagger, table)
  return table
}

/** A folded text → what it speaks of; a sentence's weights are summed over the root of the number of its n-grams. */
export function tell(tagger: Tagger, text: string, units: Units): Told {
  const { hashes, weights, ids } = tagger
  const table = slotsOf(tagger)
  const wide = ids.length
  const rows: number[] = []
  const spans: [from: number, to: number][] = []
  const ends: number[] = []
  let sentence = 0
  let grams = 0
  const counts: number[] = []
  let clause = -1
  ngrams(text, units, (hash, isHan, from, to) => {
    if (isHan && !isWritten(text.charCodeAt(units.from[to - 1] ?? 0))) return
    const here = units.clause[to - 1] ?? 0
    if (here !== clause) {
      if (clause >= 0 && units.sentenceEnds.has(clause)) {
        ends[sentence] = rows.length
        counts[sentence] = grams
        sentence++
        grams = 0
      }
      clause = here
    }
    grams++
    for (let at = hash & (table.length - 1); ; at = (at + 1) & (table.length - 1)) {
      const row = table[at] ?? -1
      if (row < 0) return
      if (hashes[row] !== hash) continue
      rows.push(row)
      spans.push([from, to])
      return
    }
  })
  ends[sentence] = rows.length
  counts[sentence] = grams
  const logits = new Float64Array(wide).fill(Number.NEGATIVE_INFINITY)
  const best = new Int32Array(wide)
  const sums = new Int32Array(wide)
  for (let s = 0; s <= sentence; s++) {
    sums.fill(0)
    for (let i = ends[s - 1] ?? 0; i < (ends[s] ?? 0); i++) {
      const start = (rows[i] ?? 0) * wide
      for (let k = 0; k < wide; k++) sums[k] = (sums[k] ?? 0) + (weights[start + k] ?? 0)
    }
    const root = Math.sqrt(counts[s] || 1)
    for (let k = 0; k < wide; k++) {
      const logit = ((sums[k] ?? 0) * (tagger.scale[k] ?? 0)) / root + (tagger.bias[k] ?? 0)
      if (logit <= (logits[k] ?? 0)) continue
      logits[k] = logit
      best[k] = s
    }
  }
  return {
    logits,
    evidence(k) {
      const s = best[k] ?? 0
      const [begin, end] = [ends[s - 1] ?? 0, ends[s] ?? 0]
      const first = spans[begin]?.[0] ?? 0
      const values = new Float64Array((spans[end - 1]?.[1] ?? first) - first)
      for (let i = begin; i < end; i++) {
        const [from, to] = spans[i] ?? [first, first]
        const weight = weights[(rows[i] ?? 0) * wide + k] ?? 0
        for (let u = from; u < to; u++) values[u - first] = (values[u - first] ?? 0) + weight / (to - from)
      }
      const { from, to } = heaviest(values)
      return { from: first + from, to: first + to }
    },
  }
}

/** Chinese, and no emoji: these stand beside words and tell no theme. */
const isWritten = (code: number) => code >= 0x3400 && code < 0xd800

/** The run of numbers with the greatest sum. */
function heaviest(values: Float64Array): { from: number; to: number } {
  let run = { from: 0, to: 1 }
  let most = Number.NEGATIVE_INFINITY
  let sum = 0
  let from = 0
  values.forEach((value, i) => {
    if (sum <= 0) {
      sum = 0
      from = i
    }
    sum += value
    if (sum <= most) return
    most = sum
    run = { from, to: i + 1 }
  })
  return run
}
