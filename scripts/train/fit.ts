/** One text: the buckets of its n-grams, each once. */
export type Buckets = Int32Array

/** Weights of a linear model over hashed n-grams; a text's logit is their sum over the root of their number, plus bias. */
export interface Fitted {
  weights: Float64Array
  bias: number
}

/** A repeatable stream of numbers in [0, 1). */
function stream(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
}

const sigmoid = (x: number) => 1 / (1 + Math.exp(-x))

/** Shuffles in place. */
function shuffle(order: number[], random: () => number): void {
  for (let i = order.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1))
    const held = order[i] ?? 0
    order[i] = order[j] ?? 0
    order[j] = held
  }
}

/**
 * Logistic regression on n-grams scaled by their log-count ratio (Wang and Manning 2012), by AdaGrad. `labels` are 1 for
 * good and 0 for bad; `importance` is how much each text counts.
 */
export function fitGrams(
  texts: readonly Buckets[],
  labels: readonly number[],
  importance: readonly number[],
  size: number,
  { epochs = 6, decay = 1e-4, rate = 0.5 } = {},
): Fitted {
  const good = new Float64Array(size).fill(1)
  const bad = new Float64Array(size).fill(1)
  texts.forEach((text, i) => {
    const side = labels[i] === 1 ? good : bad
    for (const bucket of text) side[bucket] = (side[bucket] ?? 0) + (importance[i] ?? 1)
  })
  const sum = (side: Float64Array) => side.reduce((a, b) => a + b, 0)
  const prior = Math.log(sum(good) / sum(bad))
  const ratio = good.map((count, bucket) => Math.log(count / (bad[bucket] ?? 1)) - prior)
  const weights = new Float64Array(size).fill(0.3)
  const seen = new Float64Array(size).fill(1)
  const random = stream(1)
  const order = texts.map((_, i) => i)
  let bias = 0
  let biasSeen = 1
  for (let epoch = 0; epoch < epochs; epoch++) {
    shuffle(order, random)
    for (const i of order) {
      const text = texts[i] ?? new Int32Array()
      const scale = 1 / Math.sqrt(text.length || 1)
      let logit = bias
      for (const b of text) logit += (weights[b] ?? 0) * (ratio[b] ?? 0) * scale
      const error = (sigmoid(logit) - (labels[i] ?? 0)) * (importance[i] ?? 1)
      for (const b of text) {
        const slope = error * (ratio[b] ?? 0) * scale + decay * (weights[b] ?? 0)
        seen[b] = (seen[b] ?? 1) + slope * slope
        weights[b] = (weights[b] ?? 0) - (rate * slope) / Math.sqrt(seen[b] ?? 1)
      }
      biasSeen += error * error
      bias -= (rate * error) / Math.sqrt(biasSeen)
    }
  }
  return { weights: weights.map((weight, b) => weight * (ratio[b] ?? 0)), bias }
}

/** A small logistic regression by full gradient steps; the first input is the bias and is not shrunk. */
export function fitSmall(
  inputs: readonly (readonly number[])[],
  labels: readonly number[],
  importance: readonly number[],
  { steps = 800, decay = 1e-3, rate = 0.3 } = {},
): number[] {
  const width = inputs[0]?.length ?? 0
  const weights = new Array<number>(width).fill(0)
  const seen = new Array<number>(width).fill(1e-6)
  const total = importance.reduce((a, b) => a + b, 0)
  for (let step = 0; step < steps; step++) {
    const slope = new Array<number>(width).fill(0)
    inputs.forEach((row, i) => {
      let logit = 0
      for (let k = 0; k < width; k++) logit += (row[k] ?? 0) * (weights[k] ?? 0)
      const error = ((sigmoid(logit) - (labels[i] ?? 0)) * (importance[i] ?? 1)) / total
      for (let k = 0; k < width; k++) slope[k] = (slope[k] ?? 0) + error * (row[k] ?? 0)
    })
    for (let k = 0; k < width; k++) {
      const full = (slope[k] ?? 0) + (k === 0 ? 0 : decay * (weights[k] ?? 0))
      seen[k] = (seen[k] ?? 0) + full * full
      weights[k] = (weights[k] ?? 0) - (rate * full) / Math.sqrt(seen[k] ?? 1)
    }
  }
  return weights
}

/** Features by the rows of their weights: what they tell is the sum of these times `scale`, and so what each clause tells by itself. */
export interface Features {
  rows: Int32Array
  scale: number
  clauses?: readonly Features[]
}

function sumOf(weights: Float64Array, { rows, scale }: Features): number {
  let sum = 0
  for (const row of rows) sum += weights[row] ?? 0
  return sum * scale
}

/** A text, and with it the clause that tells most. */
function tellingParts(weights: Float64Array, text: Features): Features[] {
  let best: Features | undefined
  let most = Number.NEGATIVE_INFINITY
  for (const clause of text.clauses ?? []) {
    const sum = sumOf(weights, clause)
    if (sum > most) [best, most] = [clause, sum]
  }
  return best ? [text, best] : [text]
}

/**
 * Logistic regression on features, by AdaGrad; a text without a label is passed over. `importance` is how much each text counts. Of a text
 * with clauses half is told by the one that tells most, for one of many may tell all.
 */
export function fitOne(
  texts: readonly Features[],
  labels: readonly (boolean | undefined)[],
  importance: readonly number[],
  size: number,
  { epochs = 15, rate = 0.6, decay = 3e-4 } = {},
) {
  const weights = new Float64Array(size)
  const seen = new Float64Array(size).fill(0.1)
  const random = stream(1)
  const order = texts.map((_, i) => i).filter((i) => labels[i] !== undefined)
  let bias = -3
  let biasSeen = 1
  const learn = (rows: Int32Array, error: number) => {
    for (const row of rows) {
      const slope = error + decay * (weights[row] ?? 0)
      seen[row] = (seen[row] ?? 0) + slope * slope
      weights[row] = (weights[row] ?? 0) - (rate * slope) / Math.sqrt(seen[row] ?? 1)
    }
  }
  for (let epoch = 0; epoch < epochs; epoch++) {
    shuffle(order, random)
    for (const i of order) {
      const text = texts[i]
      if (!text) continue
      const parts = tellingParts(weights, text)
      let logit = bias
      for (const part of parts) logit += sumOf(weights, part) / parts.length
      const error = (sigmoid(logit) - (labels[i] ? 1 : 0)) * (importance[i] ?? 1)
      for (const part of parts) learn(part.rows, (error * part.scale) / parts.length)
      biasSeen += error * error
      bias -= (rate * error) / Math.sqrt(biasSeen)
    }
  }
  return { weights, bias }
}
