import { hitAt } from './hits.ts'
import { SIGNALS, type Signal, type Span } from './kinds.ts'
import { type Reading, spanOf } from './reading.ts'
import type { Told } from './tell.ts'
import type { ThemeHit } from './themes.ts'

/** A signal and the words that raised it. */
export interface SignalHit {
  signal: Signal
  evidence: Span
}

/**
 * Log-odds of the tagger over which praise of somebody's manner commends them: manner is always somebody's, so less will do than of
 * other praise (precision 66 → 78 % on comments by strangers, with the same recall).
 */
const OF_MANNER = -4.3

/** Log-odds of the tagger under which the words of a signal are not believed, and over which it needs none. */
const LIMITS: Record<Signal, [believed: number, plain: number]> = {
  churn: [-3.5, -2],
  legal: [-2.5, -2.25],
  safety: [-2.5, -2.25],
  urgent: [-3.9, -1.75],
  suggestion: [-2, -1.25],
  praise: [-3, -3],
  contact: [-2, -1.25],
}

/** A reading → its signals, each once. Praise needs a comment that is good as a whole; `whole` is its score, -1 to 1. */
export function signalsOf(reading: Reading, themes: readonly ThemeHit[], whole: number, told: Told): SignalHit[] {
  const found = new Map<Signal, Span>()
  const { hits, excepted } = reading
  for (let i = 0; i < hits.count; i++) {
    const payload = hits.payloads[hits.what[i] ?? 0]
    if (payload?.of !== 'signal' || excepted[i] === 1) continue
    const signal = SIGNALS[payload.place]
    if (signal === undefined || found.has(signal) || (signal === 'praise' && whole <= 0)) continue
    if ((told.best(signal) ?? 0) > LIMITS[signal][0]) found.set(signal, spanOf(reading, hitAt(hits, i)))
  }
  const manner = themes.find(({ id, polarity }) => id === 'attitude' && polarity === 'positive')
  if (manner && whole > 0.3 && !found.has('praise') && (told.best('praise') ?? 0) > OF_MANNER)
    found.set('praise', manner.evidence)
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
