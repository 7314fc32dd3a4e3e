import { BUCKETS, bucketOf, OF_WORDS } from './grams.ts'
import { isNumbers, isObject, packed, unpacked } from './packed.ts'
import { type Part, standsIn } from './part.ts'
import { readShipped } from './shipped.ts'

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

const isBlend = (value: unknown): value is Blend => isObject(value) && isNumbers(value.polar) && isNumbers(value.flat)

function isHeader(value: unknown): value is Header {
  return (
    isObject(value) &&
    typeof value.version === 'string' &&
    [value.scale, value.bias].every((pair) => isNumbers(pair) && pair.length === 2) &&
    isObject(value.blend) &&
    isBlend(value.blend.han) &&
    isBlend(value.blend.words)
  )
}

/** What training made: int8 weights of n-grams, and the coefficients of the last two steps, for Chinese and for words. */
export interface Model extends Header {
  weights: Int8Array
}

/** Header and weights → the file's bytes. */
export function packModel({ weights, ...header }: Model): Uint8Array {
  return packed(header, new Uint8Array(weights.buffer, weights.byteOffset, weights.length))
}

/** The bytes of a weights file → the model; throws when they are not one. */
function unpackModel(bytes: Uint8Array): Model {
  const { header, body } = unpacked(bytes)
  if (!isHeader(header)) throw new Error('the weights file has no header of the right shape')
  const weights = new Int8Array(body.length)
  weights.set(body)
  if (weights.length !== BUCKETS) throw new Error(`the weights file holds ${weights.length} weights, not ${BUCKETS}`)
  return { ...header, weights }
}

let shipped: Model | undefined

/** The model that comes with the product (src/text/weights/sentiment.bin), read on first use. */
export function shippedModel(): Model {
  shipped ??= unpackModel(readShipped('src/text/weights/sentiment.bin'))
  return shipped
}

/** The n-grams of a part → log-odds of good against bad by them alone. */
export function logitOf(model: Model, part: Part): number {
  const { weights, scale, bias } = model
  const { runs, reading } = part
  const { grams } = reading
  let han = 0
  let hans = 0
  let word = 0
  let words = 0
  for (let i = 0; i < grams.count; i++) {
    if (!standsIn(runs, grams.from[i] ?? 0, grams.to[i] ?? 0)) continue
    const weight = weights[bucketOf(grams, i)] ?? 0
    if (grams.of[i] === OF_WORDS) {
      word += weight
      words++
    } else {
      han += weight
      hans++
    }
  }
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
