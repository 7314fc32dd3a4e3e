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
 * Themes of which praise commends somebody, since manner, and what is made to fit one customer, is always somebody's, and the log-odds of
 * the tagger from which it does: less than other praise needs.
 */
const OF_SOMEBODY = { themes: ['attitude', 'personalisation'], limit: -4 }

/** Log-odds of the tagger under which the words of a signal are not believed, and over which it needs none. */
const LIMITS: Record<Signal, [believed: number, plain: number]> = {
  churn: [-3.25, -2.25],
  legal: [-2.5, -2.25],
  safety: [-3.5, -2.5],
  urgent: [-3.5, -1.5],
  suggestion: [-2, -0.75],
  praise: [-3.25, -3],
  contact: [-2, -1.25],
}

/** A reading → its signals, each once. Praise needs a comment that is good as a whole; `whole` is its score, -1 to 1. */
export function signalsOf(reading: Reading, themes: readonly ThemeHit[], whole: number, told: Told): SignalHit[] {
  const found = new Map<Signal, Span>()
  const { hits, excepted } = reading
  // whether somebody is commended, all that counts tells, and not one clause
  const logOf = (signal: Signal) => (signal === 'praise' ? told.felt(signal) : told.sure(signal))
  for (let i = 0; i < hits.count; i++) {
    const payload = hits.payloads[hits.what[i] ?? 0]
    if (payload?.of !== 'signal' || excepted[i] === 1) continue
    const signal = SIGNALS[payload.place]
    if (signal === undefined || found.has(signal)) continue
    const isBelieved = (signal !== 'praise' || whole > 0) && (logOf(signal) ?? 0) > LIMITS[signal][0]
    if (payload.certain || isBelieved) found.set(signal, spanOf(reading, hitAt(hits, i)))
  }
  const done = themes.find(({ id, polarity }) => OF_SOMEBODY.themes.includes(id) && polarity === 'positive')
  if (done && whole > 0.3 && !found.has('praise') && told.felt('praise') > OF_SOMEBODY.limit)
    found.set('praise', done.evidence)
  for (const signal of SIGNALS) {
    if (found.has(signal) || (signal === 'praise' && whole <= 0)) continue
    const log = logOf(signal)
    if (log !== undefined && log > LIMITS[signal][1]) found.set(signal, spanOf(reading, told.evidence(signal)))
  }
  return SIGNALS.flatMap((signal) => {
    const evidence = found.get(signal)
    return evidence ? [{ signal, evidence }] : []
  })
}
