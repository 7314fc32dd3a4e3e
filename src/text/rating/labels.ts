import { fold } from './fold.ts'
import type { Scale } from './scales.ts'
import { plant, type Trie, trie } from './trie.ts'

const known = new WeakMap<Scale, Trie<number>>()

/** The words a flow shows beside its values, in every locale, made ready for matching once a scale. What stands beside two values names neither. */
export function labelsOf(scale: Scale): Trie<number> {
  const ready = known.get(scale)
  if (ready) return ready
  const values = new Map<string, number | null>()
  for (const [value, byLocale] of Object.entries(scale.labels ?? {})) {
    for (const phrase of new Set(Object.values(byLocale).flatMap(forms))) {
      values.set(phrase, values.has(phrase) ? null : Number(value))
    }
  }
  const labels = trie<number>()
  for (const [phrase, value] of values) if (value !== null) plant(labels, phrase, value)
  known.set(scale, labels)
  return labels
}

/** "😡 Angry" is meant by all of it, by its words, and by its picture; "1 - Angry" by its words. */
function forms(label: string): string[] {
  const whole = fold(label)
    .text.trim()
    .replace(/^\d+[\s.:)=-]*/, '')
  const words = whole.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '')
  const picture = /^[^\p{L}\p{N}\p{P}\s]+/u.exec(whole)?.[0] ?? ''
  return [whole, words, picture].filter((form) => form !== '')
}
