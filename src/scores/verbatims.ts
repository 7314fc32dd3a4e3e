import { fold } from '../text/fold.ts'
import type { Label } from '../text/kinds.ts'
import { headLength, languageOf } from './command.ts'
import { parseQuery } from './parse.ts'
import type { Filters, Parsed, Period, QuestionContext } from './query.ts'

/** A question for customers' own words, understood: any of the themes, all of the rest. */
export interface VerbatimsQuery {
  period: Period
  filters: Filters
  sentiment: Label | null
  themes: string[]
}

export interface VerbatimsContext extends QuestionContext {
  /** Themes with what they are called, in any language. */
  themes: { id: string; names: string[] }[]
}

const SENTIMENTS: Record<Label, string> = {
  negative: 'negative|bad|complaints|complaint|unhappy|差评|负评|负面|不满意|不满|投诉|抱怨|不好',
  neutral: 'neutral|中评|中性|一般',
  positive: 'positive|good|praise|happy|compliments|好评|正面|表扬|满意的|满意',
}
/** May stand before a theme, and must where something else is called the same. */
const ABOUT = /(?:\b(?:theme|about|on)|主题|关于|有关)[\s:：]*$/u

export const VERBATIM_EXAMPLES = {
  en: 'verbatims last 7d negative',
  'zh-Hans': '客户原话 近7天 差评',
  'zh-Hant': '客戶原話 近7天 負評',
} as const

type Named = { sentiment: Label } | { theme: string }

/** A question in English or Chinese → the query, or what is not understood. Periods and filters are read as in questions for scores. */
export function readVerbatims(
  question: string,
  context: VerbatimsContext,
): { query: VerbatimsQuery } | Extract<Parsed, { problem: unknown }> {
  const text = question.trim().replace(/\s+/g, ' ')
  const head = headLength(text)
  const found = namesIn(text, head, context)
  const rest = [...found, { from: 0, to: head }].reduce(
    (left, { from, to }) => left.slice(0, from) + ' '.repeat(to - from) + left.slice(to),
    text,
  )
  const examples = [VERBATIM_EXAMPLES[languageOf(text, context.locale)]]
  const read = parseQuery(rest, context)
  if ('problem' in read) return { problem: { ...read.problem, suggestions: [] }, examples }
  const { metric, period, previous, filters, by } = read.query
  // Words are of no metric; CSAT is what a question without one is read as.
  if (metric !== 'csat') return { problem: { at: metric.toUpperCase(), why: 'unclear', suggestions: [] }, examples }
  const felt = found
    .flatMap(({ from, to, named }) => ('sentiment' in named ? [{ from, to, is: named.sentiment }] : []))
    .sort((a, b) => a.from - b.from)
  const sentiment = felt[0]?.is ?? null
  const other = felt.find(({ is }) => is !== sentiment)
  if (other) return { problem: { at: text.slice(other.from, other.to), why: 'twice', suggestions: [] }, examples }
  // Words are set against none; the stretch before is what a question that names no other is compared with.
  if (previous.words !== '') return { problem: { at: previous.words, why: 'unclear', suggestions: [] }, examples }
  if (by !== null) return { problem: { at: by, why: 'unclear', suggestions: [] }, examples }
  const themes = [...new Set(found.flatMap(({ named }) => ('theme' in named ? [named.theme] : [])))]
  return { query: { period, filters, sentiment, themes } }
}

interface Found {
  from: number
  to: number
  named: Named
}

/** Sentiments and themes that the text names after `head`, the longest first, none inside of another. */
function namesIn(text: string, head: number, { themes, vocabulary }: VerbatimsContext): Found[] {
  const level = (word: string) => fold(word).text.trim()
  const others = [...vocabulary.teams, ...vocabulary.agents].flatMap(({ id, names }) => [id, ...names])
  const taken = new Set([...others, ...vocabulary.flows, ...vocabulary.channels].map(level))
  const words: [string, Named][] = [
    ...(['negative', 'neutral', 'positive'] as const).flatMap((sentiment) =>
      SENTIMENTS[sentiment].split('|').map((word): [string, Named] => [word, { sentiment }]),
    ),
    ...themes.flatMap(({ id, names }) => [id, ...names].map((name): [string, Named] => [level(name), { theme: id }])),
  ]
  const folded = fold(text)
  const found: Found[] = []
  for (const [word, named] of words.filter(([each]) => each !== '').sort(([a], [b]) => b.length - a.length)) {
    for (let at = folded.text.indexOf(word); at >= 0; at = folded.text.indexOf(word, at + 1)) {
      const about = ABOUT.exec(folded.text.slice(0, at))
      if (taken.has(word) && !about) continue
      const from = folded.start(about ? about.index : at)
      const to = folded.end(at + word.length - 1)
      const inside = found.some((other) => from < other.to && to > other.from)
      if (from >= head && !inside && standsAlone(folded.text, at, word)) found.push({ from, to, named })
    }
  }
  return found
}

const LATIN = /[a-z0-9]/

/** "price" is not in "priceless". */
function standsAlone(text: string, at: number, word: string): boolean {
  const joined = (a: string, b: string) => LATIN.test(a) && LATIN.test(b)
  return (
    !joined(text.charAt(at - 1), word.charAt(0)) && !joined(word.charAt(word.length - 1), text.charAt(at + word.length))
  )
}
