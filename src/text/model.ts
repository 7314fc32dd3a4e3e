import { BUCKETS, grams, HAN_BUCKETS } from './grams.ts'
import { readShipped } from './shipped.ts'
import type { Units } from './units.ts'

interface Blend {
  polar: number[]
  flat: number[]
}

interface Header {
  version: string
  scale: [number, number]
  bias: [number, number]
  blend: { han: Blend; words: Blend }
}

// By hand: a library for shapes would be a third of what reading a text costs in memory and time to load.
const isList = (value: unknown): value is number[] =>
  Array.isArray(value) && value.every((each) => typeof each === 'number')
const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null
const isBlend = (value: unknown): value is Blend => isObject(value) && isList(value.polar) && isList(value.flat)

function isHeader(value: unknown): value is Header {
  return (
    isObject(value) &&
    typeof value.version === 'string' &&
    [value.scale, value.bias].every((pair) => isList(pair) && pair.length === 2) &&
    isObject(value.blend) &&
    isBlend(value.blend.han) &&
    isBlend(value.blend.words)
  )
}

/** What training made: int8 weights of n-grams, and the coefficients of the last two steps, for Chinese and for words. */
export interface Model extends Header {
  weights: Int8Array
}

/** Header (JSON, its length in front as 4 bytes little-endian) and weights → the file's bytes. */
export function packModel({ weights, ...header }: Model): Uint8Array {
  const head = new TextEncoder().encode(JSON.stringify(header))
  const bytes = new Uint8Array(4 + head.length + weights.length)
  new DataView(bytes.buffer).setUint32(0, head.length, true)
  bytes.set(head, 4)
  bytes.set(new Uint8Array(weights.buffer, weights.byteOffset, weights.length), 4 + head.length)
  return bytes
}

/** The bytes of a weights file → the model; throws when they are not one. */
export function unpackModel(bytes: Uint8Array): Model {
  const length = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0, true)
  const head: unknown = JSON.parse(new TextDecoder().decode(bytes.subarray(4, 4 + length)))
  if (!isHeader(head)) throw new Error('the weights file has no header of the right shape')
  const weights = new Int8Array(bytes.length - 4 - length)
  weights.set(bytes.subarray(4 + length))
  if (weights.length !== BUCKETS) throw new Error(`the weights file holds ${weights.length} weights, not ${BUCKETS}`)
  return { ...head, weights }
}

let shipped: Model | undefined

/** The model that comes with the product (src/text/weights/sentiment.bin), read on first use. */
export function shippedModel(): Model {
  shipped ??= unpackModel(readShipped('src/text/weights/sentiment.bin'))
  return shipped
}

/** A folded text → log-odds of good against bad by its n-grams alone. */
export function logitOf(model: Model, text: string, units: Units): number {
  const { weights, scale, bias } = model
  let han = 0
  let hans = 0
  let word = 0
  let words = 0
  grams(text, units, (bucket) => {
    const weight = weights[bucket] ?? 0
    if (bucket < HAN_BUCKETS) {
      han += weight
      hans++
    } else {
      word += weight
      words++
    }
  })
  const fromHan = hans === 0 ? 0 : (han * scale[0]) / Math.sqrt(hans) + bias[0]
  const fromWords = words === 0 ? 0 : (word * scale[1]) / Math.sqrt(words) + bias[1]
  return (fromHan * hans + fromWords * words) / Math.max(1, hans + words)
}

/** Evidence times coefficients → a chance between 0 and 1. */
export function chance(inputs: readonly number[], coefficients: readonly number[]): number {
  let sum = 0
  for (let i = 0; i < inputs.length; i++) sum += (inputs[i] ?? 0) * (coefficients[i] ?? 0)
  return 1 / (1 + Math.exp(-sum))
}
