import { fold } from '../../text/fold.ts'
import { CHANNEL_NAMES, type Noun, type Sense, WORDS } from './lexicon.ts'
import { chineseNumber } from './number.ts'

/** Whom and what a question may name: ids with the names people use for them; the first name is the one shown. It is not changed once asked with. */
export interface Vocabulary {
  teams: { id: string; names: string[] }[]
  agents: { id: string; names: string[] }[]
  flows: string[]
  channels: string[]
}

/** A stretch of the question and all it can mean; nothing, if no word is known there. `from` and `to` are offsets in the text as given. */
export interface Token {
  text: string
  from: number
  to: number
  senses: readonly Sense[]
}

/** Levelled words with their senses, and the length of the longest. */
export interface Lexicon {
  readonly words: ReadonlyMap<string, readonly Sense[]>
  readonly longest: number
}

/** A word as it is matched: case, width, marks and script levelled, spaces single. */
export function levelled(word: string): string {
  return fold(word).text.trim().replace(/\s+/g, ' ')
}

const BUILT_IN = lexiconOf(
  WORDS.flatMap(([sense, words]) => words.split('|').map((word): [string, Sense] => [word, sense])),
)

function lexiconOf(entries: readonly (readonly [string, Sense])[], base?: Lexicon): Lexicon {
  const senses = new Map<string, readonly Sense[]>(base?.words)
  for (const [word, sense] of entries) {
    const key = levelled(word)
    if (key === '') continue
    const known = senses.get(key)
    if (known === undefined) senses.set(key, [sense])
    else if (!known.some((other) => JSON.stringify(other) === JSON.stringify(sense))) senses.set(key, [...known, sense])
  }
  return { words: senses, longest: [...senses.keys()].reduce((most, { length }) => Math.max(most, length), 0) }
}

const made = new WeakMap<Vocabulary, Lexicon>()

/** The words of every question with the names of this programme; made once for a vocabulary, as it costs tens of milliseconds for 2,000 agents. */
export function lexicon(vocabulary: Vocabulary): Lexicon {
  const known = made.get(vocabulary) ?? lexiconWith(vocabulary)
  made.set(vocabulary, known)
  return known
}

function lexiconWith(vocabulary: Vocabulary): Lexicon {
  const value = (noun: Noun, id: string, names: readonly string[] = []) =>
    [id, ...names].map((name): [string, Sense] => [name, { kind: 'value', noun, id }])
  return lexiconOf(
    [
      ...vocabulary.teams.flatMap(({ id, names }) => value('team', id, names)),
      ...vocabulary.agents.flatMap(({ id, names }) => value('agent', id, names)),
      ...vocabulary.flows.flatMap((id) => value('flow', id)),
      ...vocabulary.channels.flatMap((id) => value('channel', id, CHANNEL_NAMES[id])),
    ],
    BUILT_IN,
  )
}

const HAN = /\p{Script=Han}/u
const LETTER = /[\p{L}\p{M}]/u
const DIGIT = /\p{Nd}/u
const SPACE = /\s/u

/** Two neighbours belong to one word: both letters of an alphabet, or both digits. Chinese has no such bounds. */
function joined(a: string, b: string): boolean {
  const letter = (c: string) => LETTER.test(c) && !HAN.test(c)
  return (letter(a) && letter(b)) || (DIGIT.test(a) && DIGIT.test(b))
}

const DATE = /^(\d{4})([-/.])(\d{1,2})(?:\2(\d{1,2}))?(?!\d)/
const ORDINAL = /^(\d{1,2})(?:st|nd|rd|th)(?![a-z])/
const SHORT_YEAR = /^['’](\d{2})(?!\d)/
const NUMBER = /^\d{1,4}(?!\d)/
const CHINESE_NUMBER = /^[零〇一二三四五六七八九十百]+/

/** What is not a word but a form: dates, numbers, years such as '26. */
function form(rest: string): { length: number; sense: Sense } | null {
  const date = DATE.exec(rest)
  if (date) {
    const [all, year, , month, day] = date
    return {
      length: all.length,
      sense: { kind: 'date', year: Number(year), month: Number(month), day: day === undefined ? null : Number(day) },
    }
  }
  const ordinal = ORDINAL.exec(rest)
  if (ordinal) return { length: ordinal[0].length, sense: { kind: 'ordinal', n: Number(ordinal[1]) } }
  const short = SHORT_YEAR.exec(rest)
  if (short) return { length: short[0].length, sense: { kind: 'number', n: 2000 + Number(short[1]) } }
  const digits = NUMBER.exec(rest)
  if (digits) return { length: digits[0].length, sense: { kind: 'number', n: Number(digits[0]) } }
  const han = CHINESE_NUMBER.exec(rest)
  const n = han ? chineseNumber(han[0]) : null
  return han && n !== null ? { length: han[0].length, sense: { kind: 'number', n } } : null
}

/** The longest word known at `at`, as the question has it; its end is not inside a longer word. */
function longest(
  text: string,
  at: number,
  { words, longest: reach }: Lexicon,
): { length: number; senses: readonly Sense[] } | null {
  for (let end = Math.min(text.length, at + reach); end > at; end--) {
    if (end < text.length && joined(text.charAt(end - 1), text.charAt(end))) continue
    const senses = words.get(text.slice(at, end))
    if (senses) return { length: end - at, senses }
  }
  return null
}

/** A question → its tokens, longest word first from the left; what no word explains becomes a token without senses. */
export function scan(question: string, words: Lexicon): Token[] {
  const folded = fold(question)
  const text = folded.text.replace(/\s/gu, ' ')
  const tokens: Token[] = []
  const push = (from: number, to: number, senses: readonly Sense[]) => {
    const start = folded.start(from)
    const end = folded.end(to - 1)
    tokens.push({ text: question.slice(start, end), from: start, to: end, senses })
  }
  let unknownFrom: number | null = null
  const flush = (to: number) => {
    if (unknownFrom !== null) push(unknownFrom, to, [])
    unknownFrom = null
  }
  for (let at = 0; at < text.length; ) {
    const inside = at > 0 && joined(text.charAt(at - 1), text.charAt(at))
    if (SPACE.test(text.charAt(at))) {
      flush(at)
      at += 1
      continue
    }
    const word = inside ? null : longest(text, at, words)
    const shape = inside ? null : form(text.slice(at))
    if (!word && !shape) {
      unknownFrom ??= at
      at += 1
      continue
    }
    flush(at)
    const wordLength = word?.length ?? 0
    const shapeLength = shape?.length ?? 0
    const length = Math.max(wordLength, shapeLength)
    const senses = [
      ...(shape && shapeLength === length ? [shape.sense] : []),
      ...(word && wordLength === length ? word.senses : []),
    ]
    push(at, at + length, senses)
    at += length
  }
  flush(text.length)
  return tokens
}
