import { createHash } from 'node:crypto'
import { features } from '../../src/text/features.ts'
import { SIGNALS } from '../../src/text/kinds.ts'
import { wholeOf } from '../../src/text/part.ts'
import type { Reading } from '../../src/text/reading.ts'
import { praiseOf, type Tagger } from '../../src/text/tagger.ts'
import { shippedTaxonomy } from '../../src/text/taxonomy.ts'
import { type Told, tell } from '../../src/text/tell.ts'
import type { OwnComment } from './examples.ts'
import { type Features, fitOne } from './fit.ts'
import type { Prepared } from './train.ts'

/** A labelled comment's reading, and for each id whether it holds; ids that nobody judged are missing. */
interface Tagged {
  reading: Reading
  holds: ReadonlyMap<string, boolean>
  weight: number
}

/** Features that fewer comments hold tell nothing but those comments. */
const LEAST = 2
/** So many features are kept, those that some id weighs most; the weights are fitted anew for them, since what is left out bore its part. */
const KEPT = 50_000
/** Which features matter shows sooner than how much. */
const EPOCHS_TO_CHOOSE = 5
const EPOCHS = 15

/** The hashes of a comment's features, and which clause each stands in. */
interface Hashes {
  hashes: Uint32Array
  clauses: Uint16Array
}

function hashesOf(reading: Reading): Hashes {
  const { hash, from, count } = features(reading)
  const { clauseOf } = reading.feeling
  return { hashes: hash.slice(0, count), clauses: from.slice(0, count).map((unit) => clauseOf[unit] ?? 0) }
}

/** Of features some have a row: what these tell is scaled by how many features there are. */
function partOf(rows: Int32Array): Features {
  return { rows: rows.filter((row) => row >= 0), scale: 1 / Math.sqrt(rows.length || 1) }
}

function partsOf({ hashes, clauses }: Hashes, rowOf: ReadonlyMap<number, number>): Features {
  const rows = Int32Array.from(hashes, (hash) => rowOf.get(hash) ?? -1)
  const each = [...new Set(clauses)].map((clause) => partOf(rows.filter((_, i) => clauses[i] === clause)))
  return { ...partOf(rows), clauses: each }
}

const THEMES = Object.keys(shippedTaxonomy().themes)

/** What the tagger tells: every theme and signal, whether anything is felt at all, whether it is good, and so for each theme. */
const ids = [...THEMES, ...SIGNALS, 'good', 'flat', ...THEMES.map(praiseOf)]

/** What one clause may tell; what is felt, and whether somebody is commended, all of them tell. */
const OF_CLAUSES: ReadonlySet<string> = new Set([...THEMES, ...SIGNALS.filter((id) => id !== 'praise')])

function taggedOf({ reading, example: { comment } }: Prepared): Tagged {
  const holds = new Map<string, boolean>()
  if (comment) judge(comment, holds)
  return { reading, holds, weight: comment?.weight ?? 1 }
}

function judge({ y, themes, signals }: OwnComment, holds: Map<string, boolean>): void {
  if (themes) for (const id of THEMES) holds.set(id, id in themes)
  for (const [id, label] of Object.entries(themes ?? {}))
    if (label !== 'neutral') holds.set(praiseOf(id), label === 'positive')
  if (signals) for (const id of SIGNALS) holds.set(id, signals.includes(id))
  holds.set('flat', y === null)
  if (y !== null) holds.set('good', y === 1)
}

/** The tagger that the own comments among `set` make. */
export const taggerOf = (set: readonly Prepared[]): Tagger =>
  trainTagger(set.filter(({ example }) => example.own).map(taggedOf), ids)

const FOLDS = 5

/** What taggers that saw nothing of their fifth say of own comments, and the whole tagger of all others. */
export function unseenTold(set: readonly Prepared[]): Map<Prepared, Told> {
  const own = set.filter(({ example }) => example.own)
  const told = new Map<Prepared, Told>()
  for (let fold = 0; fold < FOLDS; fold++) {
    const tagger = taggerOf(own.filter((_, i) => i % FOLDS !== fold))
    own.forEach((one, i) => {
      if (i % FOLDS === fold) told.set(one, tell(tagger, wholeOf(one.reading)))
    })
  }
  const whole = taggerOf(own)
  for (const one of set) if (!told.has(one)) told.set(one, tell(whole, wholeOf(one.reading)))
  return told
}

/** One logistic regression an id on the features of labelled comments, by AdaGrad; weights as int8. */
function trainTagger(set: readonly Tagged[], ids: readonly string[]): Tagger {
  const texts = set.map(({ reading }) => hashesOf(reading))
  const held = new Map<number, number>()
  for (const { hashes } of texts) for (const hash of new Set(hashes)) held.set(hash, (held.get(hash) ?? 0) + 1)
  const hashes = Uint32Array.from([...held].filter(([, count]) => count >= LEAST).map(([hash]) => hash)).sort()
  const fitAll = (some: Uint32Array, epochs: number) => {
    const rowOf = new Map([...some].map((hash, row) => [hash, row]))
    const parted = texts.map((text) => partsOf(text, rowOf))
    const whole = parted.map(({ rows, scale }) => ({ rows, scale }))
    const importance = set.map(({ weight }) => weight)
    return ids.map((id) => {
      const labels = set.map(({ holds }) => holds.get(id))
      return fitOne(OF_CLAUSES.has(id) ? parted : whole, labels, importance, some.length, { epochs })
    })
  }
  const kept = greatest(hashes, fitAll(hashes, EPOCHS_TO_CHOOSE))
  const fitted = fitAll(kept, EPOCHS)
  const wide = ids.length
  const weights = new Int8Array(kept.length * wide)
  const scale: number[] = []
  fitted.forEach((one, k) => {
    const most = one.weights.reduce((a, b) => Math.max(a, Math.abs(b)), 1e-9)
    scale.push(most / 127)
    one.weights.forEach((weight, row) => {
      weights[row * wide + k] = Math.round((weight / most) * 127)
    })
  })
  const bias = fitted.map((one) => one.bias)
  const version = createHash('sha256')
    .update(weights)
    .update(JSON.stringify([scale, bias]))
    .digest('hex')
    .slice(0, 8)
  return { version, ids: [...ids], scale, bias, size: kept.length, hashes: kept, weights }
}

/** Of the features with these hashes those that weigh most, in the same order. */
function greatest(hashes: Uint32Array, fitted: readonly { weights: Float64Array }[]): Uint32Array {
  const worth = Float64Array.from(hashes, (_, row) =>
    Math.max(...fitted.map(({ weights }) => Math.abs(weights[row] ?? 0))),
  )
  const least = worth.toSorted().at(-KEPT) ?? 0
  return hashes.filter((_, row) => (worth[row] ?? 0) >= least)
}
