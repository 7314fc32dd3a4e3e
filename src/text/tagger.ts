import { isNumbers, isObject, isTexts, packed, unpacked } from './packed.ts'
import { readShipped } from './shipped.ts'

interface Header {
  version: string
  /** What each column of weights tells: ids of themes and signals, `good` (against bad), `flat` (neither), and `praiseOf` each theme. */
  ids: string[]
  scale: number[]
  bias: number[]
  /** How many features have weights. */
  size: number
}

/** A theme → the id of whether it is praised or blamed, where a comment speaks of it. */
export const praiseOf = (theme: string): string => `${theme}+`

const isHeader = (value: unknown): value is Header =>
  isObject(value) &&
  typeof value.version === 'string' &&
  typeof value.size === 'number' &&
  isTexts(value.ids) &&
  isNumbers(value.scale) &&
  isNumbers(value.bias)

/** What training made of labelled service comments: features (see `features.ts`) with an int8 weight for each of `ids`. */
export interface Tagger extends Header {
  /** Hashes of the features, ascending. */
  hashes: Uint32Array
  /** By feature, then by id. */
  weights: Int8Array
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
function unpackTagger(bytes: Uint8Array): Tagger {
  const { header: head, body } = unpacked(bytes)
  if (!isHeader(head)) throw new Error('the file has no header of the right shape')
  if (body.length !== head.size * (4 + head.ids.length)) throw new Error(`the file does not hold ${head.size} features`)
  const view = new DataView(body.buffer, body.byteOffset)
  const weights = new Int8Array(body.length - head.size * 4)
  weights.set(body.subarray(head.size * 4))
  return { ...head, hashes: Uint32Array.from({ length: head.size }, (_, i) => view.getUint32(i * 4, true)), weights }
}

let shipped: Tagger | undefined

/** The tagger that comes with the product (src/text/weights/tags.bin), read on first use. */
export function shippedTagger(): Tagger {
  shipped ??= unpackTagger(readShipped('src/text/weights/tags.bin'))
  return shipped
}
