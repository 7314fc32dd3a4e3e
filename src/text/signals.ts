import { SIGNALS, type Signal, type Span } from './kinds.ts'
import { type Reading, spanOf } from './reading.ts'
import type { Told } from './tell.ts'
import type { ThemeHit } from './themes.ts'

/** A signal and the words that raised it. */
export interface SignalHit {
  signal: Signal
  evidence: Span
}

/** Themes that praise a person or the service when they are praised themselves. */
const OF_PEOPLE = new Set(['attitude', 'professionalism'])

/** Log-odds of the tagger under which the words of a signal are not believed, and over which it needs none. */
const LIMITS: Record<Signal, [believed: number, plain: number]> = {
  churn: [-6, -2],
  legal: [-5, -2],
  safety: [-6, -2.25],
  urgent: [-6, -2.5],
  suggestion: [-3.25, -1.75],
  praise: [-3, -1.5],
  contact: [-2.75, -2],
}

/** Under this, praise of a person's manner or skill is a good word and no commendation (precision 57 → 75 % on unseen comments, recall −6). */
const COMMENDED = -3

/** A reading → its signals, each once. Praise needs a comment that is good as a whole; `whole` is its score, -1 to 1. */
export function signalsOf(reading: Reading, themes: readonly ThemeHit[], whole: number, told: Told): SignalHit[] {
  const found = new Map<Signal, Span>()
  for (const hit of reading.hits) {
    if (hit.payload.of !== 'signal' || found.has(hit.payload.id) || reading.isExcepted(hit.payload.id, hit)) continue
    if (hit.payload.id === 'praise' && whole <= 0) continue
    if ((told.best(hit.payload.id) ?? 0) > LIMITS[hit.payload.id][0]) found.set(hit.payload.id, spanOf(reading, hit))
  }
  const praised = themes.find(({ id, polarity }) => OF_PEOPLE.has(id) && polarity === 'positive')
  const commended = (told.best('praise') ?? 0) > COMMENDED
  if (praised && commended && whole > 0.3 && !found.has('praise')) found.set('praise', praised.evidence)
  for (const signal of SIGNALS) {
    if (found.has(signal) || (signal === 'praise' && whole <= 0)) continue
    const log = told.best(signal)
    if (log !== undefined && log > LIMITS[signal][1]) found.set(signal, spanOf(reading, told.evidence(signal)))
  }
  return SIGNALS.flatMap((signal) => {
    const evidence = found.get(signal)
    return evidence ? [{ signal, evidence }] : []
  })
}
