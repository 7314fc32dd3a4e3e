import { type Folded, fold } from './fold.ts'
import type { Language, Span } from './kinds.ts'
import { language } from './language.ts'
import type { Finder, What } from './personal/finder.ts'
import { FINDERS } from './personal/index.ts'
import { present, TAIL } from './personal/needs.ts'

/** A text without personal data, and what was masked: spans in the text as given. */
export interface Redacted {
  text: string
  masked: Span[]
}

const NAMES: Record<What, { en: string; 'zh-Hans': string; 'zh-Hant': string }> = {
  phone: { en: '[phone]', 'zh-Hans': '[电话]', 'zh-Hant': '[電話]' },
  email: { en: '[email]', 'zh-Hans': '[邮箱]', 'zh-Hant': '[電子郵件]' },
  card: { en: '[card]', 'zh-Hans': '[卡号]', 'zh-Hant': '[卡號]' },
  id: { en: '[ID]', 'zh-Hans': '[证件号]', 'zh-Hant': '[證件號]' },
  account: { en: '[account]', 'zh-Hans': '[账号]', 'zh-Hant': '[帳號]' },
  name: { en: '[name]', 'zh-Hans': '[姓名]', 'zh-Hant': '[姓名]' },
  address: { en: '[address]', 'zh-Hans': '[地址]', 'zh-Hant': '[地址]' },
  plate: { en: '[plate]', 'zh-Hans': '[车牌]', 'zh-Hant': '[車牌]' },
  birthday: { en: '[date of birth]', 'zh-Hans': '[出生日期]', 'zh-Hant': '[出生日期]' },
  ip: { en: '[IP]', 'zh-Hans': '[IP]', 'zh-Hant': '[IP]' },
}

/** How often is looked anew for what a mask uncovered: more than two rounds were never seen. */
const ROUNDS = 4

/** How much of the text around a find tells a phone number from an order number, in characters. */
const CONTEXT = 48

/** So near a mask stands what it uncovers, in characters: no pattern spans more, with what it asks of the text around it. */
const REACH = 200

/** Words with a capital and small letters, particles between them, and initials: "J. R. Smith", "Peter O'Neill", "Ana de la Cruz". */
const PROPER =
  /^(?:(?:(?:de|la|van|der|von|den|bin|al|el|da|dos|di|del|le|ter|du) ){0,2}(?:(?:\p{Lu}['’])?(?:\p{Lu}\p{Ll}+){1,2}(?:[-'’]\p{L}\p{Ll}*){0,2}(?!\p{L})|\p{Lu}(?!\p{L}))\.?,? ?){1,5}/u

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

interface Find {
  what: What
  from: number
  to: number
}

/** Units of a folded text, from the first to the one after the last; the end may lie behind the text's. */
interface Stretch {
  from: number
  to: number
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
    out += NAMES[what][locale]
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

/** Finds what begins in a stretch. It is read with what stands before it, and as far behind it as any pattern asks. */
function find(given: string, folded: Folded, stretch: Stretch): Find[] {
  const { from, to } = stretch
  const there = present(given.slice(folded.start(from), folded.end(to - 1)), folded.text.slice(from, to))
  if (there === 0) return []
  const read = { ...folded, text: folded.text.slice(0, to + REACH) }
  const found: Find[] = []
  let taken: Uint8Array | undefined
  for (const { bit, finders } of FINDERS)
    if ((there & bit) > 0) for (const finder of finders) taken = matches(finder, given, read, stretch, found, taken)
  return found.sort((a, b) => a.from - b.from)
}

// A loop over `exec`: `matchAll` makes a new expression each time, which was a fifth of what analyzing a text costs.
function matches(
  { what, pattern, holds, back, proper, tail }: Finder,
  given: string,
  folded: Folded,
  stretch: Stretch,
  found: Find[],
  already: Uint8Array | undefined,
): Uint8Array | undefined {
  const { text } = folded
  let taken = already
  pattern.lastIndex = tail ? Math.max(stretch.from, text.length - TAIL) : stretch.from
  for (let match = pattern.exec(text); match !== null && match.index < stretch.to; match = pattern.exec(text)) {
    const whole = match[0]
    const before = text.slice(Math.max(0, match.index - CONTEXT), match.index)
    const after = text.slice(match.index + whole.length, match.index + whole.length + CONTEXT)
    const it = match.groups?.it ?? match.groups?.own ?? whole
    const start = match.index + whole.lastIndexOf(it)
    if (holds && !holds(whole, before, after, it)) {
      pattern.lastIndex = match.index + 1 // what led up to it may lead up to another
      continue
    }
    const more = back ? beginning(back.exec(before)?.[0] ?? '') : ''
    const from = start - more.length
    let to = start + it.length
    if (proper) {
      to = from + capitals(given, folded, from, to)
      if (to === from || !proper(text.slice(from, to), it)) {
        pattern.lastIndex = match.index + 1
        continue
      }
    }
    taken ??= new Uint8Array(text.length)
    if (taken[from] || taken[to - 1]) continue
    taken.fill(1, from, to)
    found.push({ what, from, to })
  }
  return taken
}

/** How much of a find, in folded characters, is written as a name is. */
function capitals(given: string, folded: Folded, from: number, to: number): number {
  const start = folded.start(from)
  const name = PROPER.exec(given.slice(start, folded.end(to - 1)))?.[0].replace(/[\s,]+$/, '') ?? ''
  let end = to
  while (end > from && folded.end(end - 1) > start + name.length) end--
  return end - from
}

/** "我住在北京市建国" → "北京市建国": what leads up to a place is no part of it. */
function beginning(before: string): string {
  return before.replace(/^.*(?:[在住是到址于寄来去]|地点|邮寄|送)/u, '')
}
