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
    const more = findIn(masked, view, stretches)
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

/** What is found in stretches of a masked text, at its places in the text as given; what reaches into a mask is none. */
function findIn({ text, pieces }: Masked, view: Folded, stretches: readonly Stretch[]): Find[] {
  const finds: Find[] = []
  let passed = 0 // pieces that end before what is found; both go forward
  for (const stretch of stretches)
    for (const { what, from, to } of find(text, view, stretch)) {
      const [at, end] = [view.start(from), view.end(to - 1)]
      while ((pieces[passed]?.end ?? text.length + 1) <= at) passed++
      if (end > (pieces[passed]?.at ?? end)) continue
      const before = pieces[passed - 1]
      const shift = before ? before.to - before.end : 0
      finds.push({ what, from: at + shift, to: end + shift })
    }
  return finds
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
function besideMasks({ pieces }: Masked, { text, start }: Folded): Stretch[] {
  const stretches: Stretch[] = []
  let unit = 0
  const unitAt = (place: number): number => {
    while (unit < text.length && start(unit) < place) unit++
    return unit
  }
  for (const { at, end } of pieces) {
    const last = stretches.at(-1)
    const from = unitAt(at) - REACH
    const to = unitAt(end) + REACH
    if (last && from <= last.to) last.to = to
    else stretches.push({ from: Math.max(0, from), to })
  }
  return stretches
}
