import { type Folded, fold } from './fold.ts'
import type { Language, Span } from './kinds.ts'
import { language } from './language.ts'
import type { Stretch } from './personal/finder.ts'
import { MASKS } from './personal/masks.ts'
import { type Find, find, REACH } from './personal/search.ts'

/** A text without personal data, and what was masked: spans in the text as given. */
export interface Redacted {
  text: string
  masked: Span[]
}

/** How often is looked anew for what a mask uncovered: words that nobody knows may uncover one another; more than six rounds were never seen. */
const ROUNDS = 8

/** Personal data → a word in brackets that says what stood there. Linear and total; masking twice changes nothing. */
export function redact(text: string): Redacted {
  return redactIn(text, language(text), fold(text))
}

/** The same for a text whose language and folded form are known. */
export function redactIn(text: string, written: Language, folded: Folded): Redacted {
  const locale = written === 'other' ? 'en' : written
  let finds: Find[] = []
  let masked: Masked = { text, pieces: [] }
  let view = folded
  let stretches: Stretch[] = [{ from: 0, to: folded.text.length }]
  // What is masked no longer stands between a number and the words before it: it is looked again, until nothing more is found.
  for (let round = 0; round < ROUNDS; round++) {
    const { text: given, pieces } = masked
    const more = stretches
      .flatMap((stretch) => find(given, view, stretch))
      .map(({ what, from, to }) => ({ what, from: view.start(from), to: view.end(to - 1) }))
      .filter((one) => one.to <= (pieces[endedBy(pieces, one.from)]?.at ?? one.to))
      .map((one) => ({ ...one, from: original(pieces, one.from), to: original(pieces, one.to) }))
    if (more.length === 0) break
    finds = [...finds, ...more].sort((a, b) => a.from - b.from)
    masked = mask(text, finds, locale)
    view = fold(masked.text)
    stretches = besideMasks(masked, view)
  }
  return { text: masked.text, masked: masked.pieces.map(({ from, to }): Span => [from, to]) }
}

/** A text in which `from` to `to` of the text as given stands as a word in brackets, at `at` to `end`. */
interface Masked {
  text: string
  pieces: { from: number; to: number; at: number; end: number }[]
}

function mask(text: string, finds: readonly Find[], locale: 'en' | 'zh-Hans' | 'zh-Hant'): Masked {
  const pieces: Masked['pieces'] = []
  let out = ''
  let done = 0
  for (const { what, from, to } of finds) {
    if (from < done) continue // two finds inside one character that folds into several
    out += text.slice(done, from)
    const at = out.length
    out += MASKS[what][locale]
    pieces.push({ from, to, at, end: out.length })
    done = to
  }
  return { text: out + text.slice(done), pieces }
}

/** The stretches of a folded text that stand near masks: only there anything can be uncovered. */
function besideMasks({ pieces }: Masked, folded: Folded): Stretch[] {
  const stretches: Stretch[] = []
  for (const { at, end } of pieces) {
    const last = stretches.at(-1)
    const from = unitAt(folded, at) - REACH
    const to = unitAt(folded, end) + REACH
    if (last && from <= last.to) last.to = to
    else stretches.push({ from: Math.max(0, from), to })
  }
  return stretches
}

/** The first unit of a folded text that stands at a place of the text as given, or behind it. */
function unitAt({ text, start }: Folded, place: number): number {
  let low = 0
  let high = text.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (start(middle) < place) low = middle + 1
    else high = middle
  }
  return low
}

/** Where a place in the masked text, outside of its brackets, stands in the text as given. */
function original(pieces: Masked['pieces'], at: number): number {
  const before = pieces[endedBy(pieces, at) - 1]
  return before ? before.to + at - before.end : at
}

/** How many pieces end at a place or before it, by halves: one after the other took 100 ms for 100,000 characters of addresses. */
function endedBy(pieces: Masked['pieces'], at: number): number {
  let low = 0
  let high = pieces.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((pieces[middle]?.end ?? 0) <= at) low = middle + 1
    else high = middle
  }
  return low
}
