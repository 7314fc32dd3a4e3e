import { analyze } from '../text/analyze.ts'
import { SCALES } from '../text/rating/scales.ts'
import { understand } from '../text/rating/understand.ts'
import { eachLine } from './lines.ts'
import { says } from './says.ts'
import { UsageError } from './usage.ts'

export async function understandLines(name: string): Promise<void> {
  const scale = Object.values(SCALES).find(({ id }) => id === name)
  if (!scale) throw new UsageError(says('usage.no_scale', { name }))
  await eachLine((text) => {
    const { value, comment } = understand(text, scale)
    return { value, comment }
  })
}

export async function analyzeLines(): Promise<void> {
  await eachLine((text) => {
    const { language, sentiment, themes, signals, redacted } = analyze(text)
    const { label, score } = sentiment
    return { language, sentiment: { label, score }, themes, signals, redacted }
  })
}
