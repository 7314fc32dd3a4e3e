import type { Analysis } from '../text/analyze.ts'
import type { Signal } from '../text/kinds.ts'
import type { DialogState } from './dialog.ts'
import type { Draft } from './draft.ts'
import { toneOf } from './tone.ts'

/** Words of the customer as they come with an event: the id under which they are kept, and what was read in them. */
export interface Words {
  id: string
  text: string
  analysis: Analysis
}

// Somebody has to act on these at once, whatever else is still to be asked.
const AT_ONCE: readonly Signal[] = ['legal', 'safety']

/** Keeps the words of this event as said to `question`, and adds them to the gist of the dialog. */
export function keep(d: Draft, question: string | null, { id, analysis }: Words): Draft {
  d.effects.push({ kind: 'verbatim', id, question })
  const { gist } = d.state
  const tone = toneOf(analysis)
  if (tone) d.state.tone = tone
  d.state.gist = {
    sentiment: worse(gist.sentiment, analysis.sentiment.label),
    themes: union(
      gist.themes,
      analysis.themes.map((theme) => theme.id),
    ),
    signals: union(gist.signals, analysis.signals),
  }
  if (analysis.signals.some((signal) => AT_ONCE.includes(signal))) settle(d)
  return d
}

/** Enough is known to act on. */
export function settle(d: Draft): Draft {
  if (d.state.settled) return d
  d.state.settled = true
  d.effects.push({ kind: 'timer.cancel', name: 'settle' })
  return d
}

/** Whether words tell something worth keeping though they do not answer the question: what went well or badly, or at least so many words. */
export function tellsSomething({ text, analysis }: Words, least = 8): boolean {
  if (analysis.empty) return false
  if (analysis.themes.length > 0 || analysis.sentiment.label === 'negative') return true
  if (analysis.signals.some((signal) => signal !== 'praise')) return true // "thanks, bye" is praise too, and tells nothing
  const words = text.slice(0, 400).match(/\p{Script=Han}|[\p{L}\p{N}']+/gu) ?? []
  return words.length >= least
}

/** Good as a whole, or plain words of which nothing went badly ("the refund came today"). */
export const isGoodNews = ({ analysis: { sentiment, themes } }: Words): boolean =>
  sentiment.label === 'positive' ||
  (sentiment.label === 'neutral' && themes.length > 0 && themes.every(({ polarity }) => polarity === 'positive'))

const ORDER = ['negative', 'neutral', 'positive'] as const
type Sentiment = DialogState['gist']['sentiment']
const worse = (a: Sentiment, b: Sentiment): Sentiment => ORDER.find((label) => label === a || label === b) ?? null

/** Everything in either list, once. */
export const union = <T>(a: readonly T[], b: readonly T[]): T[] => [...new Set([...a, ...b])]
