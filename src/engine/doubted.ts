import type { Content } from '../channel.ts'
import { endsOf, scaleOf } from '../flow/scale.ts'
import type { Flow, ScaleQuestion } from '../flow/schema.ts'
import { phrase } from '../flow/wording.ts'
import type { DialogState } from './dialog.ts'

/** This share of a scale at either end is an extreme: 1 and 5 of five, 0, 1, 9 and 10 of ten. */
const END = 0.1

/** The tone that contradicts a rating at one end of its scale; undefined for one between. */
export function against(question: ScaleQuestion, value: number): DialogState['tone'] {
  const { min, max } = scaleOf(question)
  const share = (value - min) / (max - min)
  return share <= END ? 'positive' : share >= 1 - END ? 'negative' : undefined
}

/** The message that asks which number was meant: the one given, and the one that the words sound like. */
export function doubted(flow: Flow, { locale }: DialogState, question: ScaleQuestion, value: number): Content {
  const { min, max } = scaleOf(question)
  const { low, high } = endsOf(question, locale)
  const isLow = against(question, value) === 'positive'
  const label = (each: number, end: string) => (end === '' ? String(each) : `${each} · ${end}`)
  const other = min + max - value
  const values = { answer: String(value), max: String(max) }
  return {
    kind: 'prompt',
    text: phrase(flow, isLow ? 'doubt_low' : 'doubt_high', locale, values),
    choices: [
      { id: String(value), label: label(value, isLow ? low : high) },
      { id: String(other), label: label(other, isLow ? high : low) },
    ],
    layout: 'list',
  }
}
