import { weigh } from './evidence.ts'
import type { Label } from './kinds.ts'
import { chance, logitOf, type Model } from './model.ts'
import { hasHan, type Part } from './part.ts'
import type { Told } from './tell.ts'

/** Sentiment of a whole comment: `score` from -1 to 1, `confidence` is the chance that the label is right. */
export interface Sentiment {
  label: Label
  score: number
  confidence: number
  unsure: boolean
}

/** Below this chance of being right a person should not rely on the label. */
const SURE = 0.6

/** What is left of the chances of neutral and good where somebody announces to leave, to sue, or tells of danger. */
const GRAVE = 0.35

/** What is said of a comment without content. */
export const NO_SENTIMENT: Sentiment = { label: 'neutral', score: 0, confidence: 1, unsure: false }

/** What is said of a request beside which nothing is felt. */
export const BARE_REQUEST: Sentiment = { label: 'neutral', score: 0, confidence: 0.9, unsure: false }

/** What counts of a comment, the trained model and what the tagger says of it → the sentiment. */
export function sentimentOf(part: Part, model: Model, told: Told): Sentiment {
  const blend = hasHan(part) ? model.blend.han : model.blend.words
  const inputs = weigh(part, logitOf(model, part), told)
  const lighter = inputs.grave ? GRAVE : 1
  const flat = chance(inputs.flat, blend.flat) * lighter
  const good = chance(inputs.polar, blend.polar) * lighter
  const chances: [Label, number][] = [
    ['negative', (1 - flat) * (1 - good)],
    ['neutral', flat],
    ['positive', (1 - flat) * good],
  ]
  const [label, confidence] = chances.reduce((a, b) => (b[1] > a[1] ? b : a))
  return { label, score: (1 - flat) * (2 * good - 1), confidence, unsure: confidence < SURE }
}
