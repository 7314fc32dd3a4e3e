import { createHash } from 'node:crypto'
import { weigh } from '../../src/text/evidence.ts'
import { BUCKETS, bucketOf, HAN_BUCKETS } from '../../src/text/grams.ts'
import { logitOf, type Model } from '../../src/text/model.ts'
import { wholeOf } from '../../src/text/part.ts'
import { type Reading, read } from '../../src/text/reading.ts'
import { shippedTaxonomy } from '../../src/text/taxonomy.ts'
import type { Told } from '../../src/text/tell.ts'
import type { Example } from './examples.ts'
import { fitGrams, fitSmall } from './fit.ts'

/** An example taken apart once, to be used in every fold. */
export interface Prepared {
  example: Example
  reading: Reading
  buckets: Int32Array
}

/** Own comments are of one domain and outnumber the reviews, those of English by ten: with more, domains that nobody trained on lose two points. */
const OWN_IMPORTANCE = { han: 0.4, words: 0.24 }
/** Reviews are never neutral and outnumber everything: they count little where neutral is told from the rest. */
const REVIEW_IMPORTANCE_FLAT = 0.004
/** The same where words and models are weighed against each other: with 0.2, domains that nobody trained on lose another point. */
const OWN_IMPORTANCE_POLAR = { han: 0.12, words: 0.07 }
const FOLDS = 5

export function prepare(example: Example): Prepared {
  const reading = read(example.text, shippedTaxonomy())
  const buckets = new Set<number>()
  for (let i = 0; i < reading.grams.count; i++) buckets.add(bucketOf(reading.grams, i))
  return { example, reading, buckets: Int32Array.from(buckets) }
}

const NO_BLEND: Model['blend'] = { han: { polar: [], flat: [] }, words: { polar: [], flat: [] } }

/** The n-gram weights of both sides from the polar examples, as int8. */
function trainGrams(set: readonly Prepared[], sides: readonly Example['side'][] = ['han', 'words']): Model {
  const weights = new Int8Array(BUCKETS)
  const scale: [number, number] = [1, 1]
  const bias: [number, number] = [0, 0]
  for (const side of sides) {
    const polar = set.filter(({ example }) => example.side === side && example.y !== null)
    const fitted = fitGrams(
      polar.map(({ buckets }) => buckets),
      polar.map(({ example }) => example.y ?? 0),
      polar.map(({ example }) => (example.own ? OWN_IMPORTANCE[side] : 1)),
      BUCKETS,
    )
    const [from, to] = side === 'han' ? [0, HAN_BUCKETS] : [HAN_BUCKETS, BUCKETS]
    const part = fitted.weights.subarray(from, to)
    const most = part.reduce((a, b) => Math.max(a, Math.abs(b)), 1e-9)
    const at = side === 'han' ? 0 : 1
    scale[at] = most / 127
    bias[at] = fitted.bias
    part.forEach((weight, i) => {
      weights[from + i] = Math.round((weight / most) * 127)
    })
  }
  return { version: '', scale, bias, blend: NO_BLEND, weights }
}

const logit = (model: Model, { reading }: Prepared) => logitOf(model, wholeOf(reading))

/** Logits of texts by models that saw nothing of their domain (reviews) or of their fifth (own comments). */
function unseenLogits(set: readonly Prepared[]): Map<Prepared, number> {
  const logits = new Map<Prepared, number>()
  for (const side of ['han', 'words'] as const) {
    const here = set.filter(({ example }) => example.side === side)
    const groupOf = ({ example }: Prepared, i: number) => (example.own ? `own ${i % FOLDS}` : example.domain)
    for (const group of new Set(here.map(groupOf))) {
      const model = trainGrams(
        here.filter((one, i) => groupOf(one, i) !== group),
        [side],
      )
      here.forEach((one, i) => {
        if (groupOf(one, i) === group) logits.set(one, logit(model, one))
      })
    }
  }
  return logits
}

/** Everything a model is: n-grams from all texts, the last two steps from what is said of unseen texts. */
export function trainModel(set: readonly Prepared[], told: ReadonlyMap<Prepared, Told>): Model {
  const model = trainGrams(set)
  const logits = unseenLogits(set)
  const blend = { ...NO_BLEND }
  for (const side of ['han', 'words'] as const) {
    const here = set.filter(({ example }) => example.side === side)
    const rows = here.flatMap((one) => {
      const said = told.get(one)
      return said ? [{ one, evidence: weigh(wholeOf(one.reading), logits.get(one) ?? 0, said) }] : []
    })
    const polar = rows.filter(({ one }) => one.example.y !== null)
    blend[side] = {
      polar: fitSmall(
        polar.map(({ evidence }) => evidence.polar),
        polar.map(({ one }) => one.example.y ?? 0),
        polar.map(({ one }) => (one.example.own ? OWN_IMPORTANCE_POLAR[side] : 1)),
      ),
      flat: fitSmall(
        rows.map(({ evidence }) => evidence.flat),
        rows.map(({ one }) => (one.example.y === null ? 1 : 0)),
        rows.map(({ one }) => (one.example.own ? 1 : REVIEW_IMPORTANCE_FLAT)),
      ),
    }
  }
  const version = createHash('sha256').update(model.weights).update(JSON.stringify(blend)).digest('hex').slice(0, 8)
  return { ...model, blend, version }
}
