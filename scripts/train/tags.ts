import { createHash } from 'node:crypto'
import { ngrams } from '../../src/text/grams.ts'
import type { Reading } from '../../src/text/reading.ts'
import type { Tagger } from '../../src/text/tagger.ts'
import { stream } from './fit.ts'

/** A labelled comment: what it speaks of, and its reading. */
export interface Tagged {
  reading: Reading
  ids: ReadonlySet<string>
}

/** n-grams that fewer comments hold tell nothing but those comments. */
const LEAST = 2
const EPOCHS = 30
const RATE = 0.3
const DECAY = 3e-4

function hashesOf({ folded, units }: Reading): Uint32Array {
  const hashes: number[] = []
  ngrams(folded.text, units, (hash, isHan, _, to) => {
    const code = folded.text.charCodeAt(units.from[to - 1] ?? 0)
    if (!isHan || (code >= 0x3400 && code < 0xd800)) hashes.push(hash)
  })
  return Uint32Array.from(hashes)
}

const sigmoid = (x: number) => 1 / (1 + Math.exp(-x))

/** One logistic regression an id on the n-grams of labelled comments, by AdaGrad; weights as int8. */
export function trainTagger(set: readonly Tagged[], ids: readonly string[]): Tagger {
  const texts = set.map(({ reading }) => hashesOf(reading))
  const held = new Map<number, number>()
  for (const text of texts) for (const hash of new Set(text)) held.set(hash, (held.get(hash) ?? 0) + 1)
  const hashes = Uint32Array.from([...held].filter(([, count]) => count >= LEAST).map(([hash]) => hash)).sort()
  const rowOf = new Map([...hashes].map((hash, row) => [hash, row]))
  const rows = texts.map((text) => Int32Array.from(text, (hash) => rowOf.get(hash) ?? -1).filter((row) => row >= 0))
  const wide = ids.length
  const weights = new Int8Array(hashes.length * wide)
  const scale: number[] = []
  const bias: number[] = []
  ids.forEach((id, k) => {
    const fitted = fitOne(
      rows,
      texts.map(({ length }) => 1 / Math.sqrt(length || 1)),
      set.map(({ ids: own }) => (own.has(id) ? 1 : 0)),
      hashes.length,
    )
    const most = fitted.weights.reduce((a, b) => Math.max(a, Math.abs(b)), 1e-9)
    scale.push(most / 127)
    bias.push(fitted.bias)
    fitted.weights.forEach((weight, row) => {
      weights[row * wide + k] = Math.round((weight / most) * 127)
    })
  })
  const version = createHash('sha256').update(weights).update(JSON.stringify([scale, bias])).digest('hex').slice(0, 8)
  return { version, ids: [...ids], scale, bias, size: hashes.length, hashes, weights }
}

function fitOne(rows: readonly Int32Array[], scales: readonly number[], labels: readonly number[], size: number) {
  const weights = new Float64Array(size)
  const seen = new Float64Array(size).fill(0.1)
  const random = stream(1)
  const order = rows.map((_, i) => i)
  let bias = -3
  let biasSeen = 1
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    for (let i = order.length - 1; i > 0; i--) {
      const j = Math.floor(random() * (i + 1))
      const one = order[i] ?? 0
      order[i] = order[j] ?? 0
      order[j] = one
    }
    for (const i of order) {
      const row = rows[i] ?? new Int32Array()
      const scale = scales[i] ?? 1
      let logit = bias
      for (const r of row) logit += (weights[r] ?? 0) * scale
      const error = sigmoid(logit) - (labels[i] ?? 0)
      for (const r of row) {
        const slope = error * scale + DECAY * (weights[r] ?? 0)
        seen[r] = (seen[r] ?? 0) + slope * slope
        weights[r] = (weights[r] ?? 0) - (RATE * slope) / Math.sqrt(seen[r] ?? 1)
      }
      biasSeen += error * error
      bias -= (RATE * error) / Math.sqrt(biasSeen)
    }
  }
  return { weights, bias }
}
