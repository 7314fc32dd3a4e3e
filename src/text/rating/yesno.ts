import { claim } from './claims.ts'
import { type Clause, clauses, isTransparent } from './clauses.ts'
import { comment, tidy } from './comment.ts'
import { fold } from './fold.ts'
import { MAYBE_YES, NO, YES } from './lexicon/yesno.ts'
import type { Token } from './token.ts'
import { tokenise } from './tokens.ts'
import { plant, trie } from './trie.ts'

const WORDS = trie<number>()
const [NAY, YEA, MAYBE_YEA] = [0, 1, 2]
for (const [value, list] of [
  [NAY, NO],
  [YEA, YES],
  [MAYBE_YEA, MAYBE_YES],
] as const) {
  for (const phrase of list.split(',')) plant(WORDS, fold(phrase.trim()).text, value)
}

/** Reads a plain yes or no with what else was said; `value` null when it is neither, both, or a question. Pure and total. */
export function understandYesNo(text: string): { value: boolean | null; comment: string | null } {
  const folded = fold(text)
  const tokens = tokenise(folded, WORDS)
  const parts = clauses(tokens)
  const answers = parts.flatMap((part) => answersIn(part, tokens, folded.text))
  const [first] = answers
  const value = first === undefined ? undefined : tokens[first]?.value
  const contradicted = answers.some((i) => tokens[i]?.value !== value && tokens[i]?.value !== MAYBE_YEA)
  if (first === undefined || value === undefined || (contradicted && value !== MAYBE_YEA)) {
    return { value: null, comment: tidy(text) }
  }
  const used = answers
    .filter((i) => i === first || stands(tokens, parts, i))
    .map((i) => ({ ...claim('word', i, i + 1, null), cleanLeft: true, cleanRight: true }))
  const meant = value === MAYBE_YEA ? (answers.map((i) => tokens[i]?.value).find((v) => v !== MAYBE_YEA) ?? YEA) : value
  return { value: meant === YEA, comment: comment(text, folded, tokens, parts, used) }
}

/** The yeses and noes of one clause: said first in it, or long enough to be meant anywhere ("it is still not fixed"). */
function answersIn(part: Clause, tokens: readonly Token[], text: string): number[] {
  if (part.asks) return []
  const found: number[] = []
  let clean = true
  for (let i = part.from; i < part.to; i++) {
    const token = tokens[i]
    if (token?.tag === 'word' && token.value !== null) {
      const phrase = text.slice(token.from, token.to)
      const long = /[a-z] [a-z]|[一-鿿]{3}/.test(phrase)
      const short = /^(?:no|n|y|k|[一-鿿])$/.test(phrase)
      if (long || (clean && (!short || silentFrom(tokens, i + 1, part.to)))) found.push(i)
    }
    if (!token || !(isTransparent(token.tag) || token.tag === 'word')) clean = false
  }
  return found
}

/** Whether the clause around token `i` says nothing but yes or no. */
function stands(tokens: readonly Token[], parts: readonly Clause[], i: number): boolean {
  const part = parts.find((p) => p.from <= i && i < p.to)
  if (part === undefined || tokens[part.to]?.tag === 'but') return false // "still waiting for the money"
  return tokens.slice(part.from, part.to).every((t) => isTransparent(t.tag) || t.tag === 'word')
}

/** "No one called" and 行李 are no answers: behind so short a word nothing unknown may follow at once. */
function silentFrom(tokens: readonly Token[], from: number, to: number): boolean {
  const next = from < to ? tokens[from] : undefined
  return next === undefined || isTransparent(next.tag) || next.tag === 'word' || next.tag === 'not'
}
