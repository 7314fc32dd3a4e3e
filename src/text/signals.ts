import { SIGNALS, type Signal, type Span } from './kinds.ts'
import { excepted, type Reading, spanOf } from './reading.ts'
import type { ThemeHit } from './themes.ts'

/** A signal and the words that raised it. */
export interface SignalHit {
  signal: Signal
  evidence: Span
}

/** Themes that praise a person or the service when they are praised themselves. */
const OF_PEOPLE = new Set(['attitude', 'professionalism'])

/** A reading → its signals, each once. Praise needs a comment that is good as a whole; `whole` is its score, -1 to 1. */
export function signalsOf(reading: Reading, themes: readonly ThemeHit[], whole: number): SignalHit[] {
  const isExcepted = excepted(reading.hits)
  const found = new Map<Signal, Span>()
  for (const hit of reading.hits) {
    if (hit.payload.of !== 'signal' || found.has(hit.payload.id) || isExcepted(hit.payload.id, hit)) continue
    if (hit.payload.id === 'praise' && whole <= 0) continue
    found.set(hit.payload.id, spanOf(reading, hit))
  }
  const praised = themes.find(({ id, polarity }) => OF_PEOPLE.has(id) && polarity === 'positive')
  if (praised && whole > 0.3 && !found.has('praise')) found.set('praise', praised.evidence)
  return SIGNALS.flatMap((signal) => {
    const evidence = found.get(signal)
    return evidence ? [{ signal, evidence }] : []
  })
}
