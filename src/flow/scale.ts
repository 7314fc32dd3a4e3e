import { SCALES, type Scale } from '../text/rating/understand.ts'
import type { ScaleQuestion } from './schema.ts'

// One object a question: what is prepared for reading words on a scale is kept by the scale.
const scales = new WeakMap<ScaleQuestion, Scale>()

/** The scale that a question uses: values, and the words shown beside them. A custom one without limits runs from 1 to 5. */
export function scaleOf(question: ScaleQuestion): Scale {
  const ready = scales.get(question)
  if (ready) return ready
  const { scale, min = 1, max = 5, labels } = question
  const known = scale === 'custom' ? { id: 'custom', min, max } : SCALES[scale]
  const made = labels ? { ...known, labels } : known
  scales.set(question, made)
  return made
}

/** Every value of a scale, lowest first. */
export const valuesOf = ({ min, max }: Pick<Scale, 'min' | 'max'>): number[] =>
  Array.from({ length: Math.max(0, max - min + 1) }, (_, i) => min + i)

/** The words for the two ends of a scale in `locale`; empty where the flow gives none. */
export function endsOf(question: ScaleQuestion, locale: string): { low: string; high: string } {
  const { min, max } = scaleOf(question)
  const { ends, labels } = question
  return {
    low: ends?.low[locale] ?? labels?.[min]?.[locale] ?? '',
    high: ends?.high[locale] ?? labels?.[max]?.[locale] ?? '',
  }
}
