import { weigh } from './evidence.ts'
import type { Label } from './kinds.ts'
import { chance, logitOf, type Model } from './model.ts'
import type { Reading } from './reading.ts'

/** Sentiment of a whole comment: `score` from -1 to 1, `confidence` is the chance that the label is right. */
export interface Sentiment {
  label: Label
  score: number
  confidence: number
  unsure: boolean
}

/** Below this chance of being right a person should not rely on the label. */
const SURE = 0.6

/** What is said of a comment without content. */
export const NO_SENTIMENT: Sentiment = { label: 'neutral', score: 0, confidence: 1, unsure: false }

const HAN = /\p{Script=Han}/u

/** A reading and the trained model → the sentiment of the whole comment. */
export function sentimentOf(reading: Reading, model: Model): Sentiment {
  const { folded, units } = reading
  const blend = HAN.test(folded.text) ? model.blend.han : model.blend.words
  const inputs = weigh(reading, logitOf(model, folded.text, units))
  const flat = chance(inputs.flat, blend.flat)
  const good = chance(inputs.polar, blend.polar)
  const chances: [Label, number][] = [
    ['negative', (1 - flat) * (1 - good)],
    ['neutral', flat],
    ['positive', (1 - flat) * good],
  ]
  const [label, confidence] = chances.reduce((a, b) => (b[1] > a[1] ? b : a))
  return { label, score: (1 - flat) * (2 * good - 1), confidence, unsure: confidence < SURE }
}
