import { said } from './claims.ts'
import { type Clause, isTransparent } from './clauses.ts'
import { tidy } from './comment.ts'
import type { Tag } from './lexicon/tag.ts'
import type { Token } from './token.ts'

/** Why no value was read. */
export type Unclear = 'empty' | 'ambiguous' | 'out_of_range' | 'not_a_rating' | 'question' | 'refusal' | 'greeting'

/** An answer as its tokens: `given` the text as typed, `text` folded. */
interface Answer {
  given: string
  text: string
  tokens: readonly Token[]
  clauses: readonly Clause[]
}

/** Why an answer without any claim holds no rating, and what of it a person should read. */
export function why({ given, text, tokens, clauses }: Answer): { comment: string | null; why: Unclear } {
  const only = (...tags: Tag[]) => tokens.every((t) => tags.includes(t.tag))
  if (only('stop', 'fill', 'qmark') && !/[\p{L}\p{N}]/u.test(text)) return { comment: null, why: 'empty' }
  if (tokens.some((t) => t.tag === 'emoji' || t.tag === 'stars') && only('stop', 'fill', 'emoji', 'stars')) {
    return { comment: null, why: 'ambiguous' }
  }
  if (only('stop', 'fill', 'nil', 'nothing')) return { comment: null, why: 'empty' }
  const polite = tokens.some((t) => t.tag === 'greet' || t.tag === 'thanks')
  if (acknowledges(tokens, text)) return { comment: null, why: 'greeting' }
  if (polite && only('stop', 'fill', 'greet', 'thanks', 'emoji', 'qmark', 'ask'))
    return { comment: null, why: 'greeting' }
  const whole = tidy(given)
  if (clauses.some((clause) => refuses(tokens, clause))) {
    return { comment: only('stop', 'fill', 'not', 'refuse', 'thanks') ? null : whole, why: 'refusal' }
  }
  if (only('stop', 'fill', 'not', 'slip', 'thanks')) return { comment: null, why: 'refusal' }
  return { comment: whole, why: clauses.some((c) => c.asks) ? 'question' : 'not_a_rating' }
}

/** A refusal is a clause of its own: "back" and 不用了 inside a complaint refuse nothing. */
export function refuses(tokens: readonly Token[], clause: Clause): boolean {
  let refused = false
  for (let i = clause.from; i < clause.to; i++) {
    const tag = tokens[i]?.tag ?? 'other'
    if (tag === 'refuse') refused = true
    else if (tag !== 'not' && !isTransparent(tag)) return false
  }
  return refused
}

const SMALL_TALK = new Set<Tag>(['stop', 'fill', 'greet', 'thanks', 'emoji'])
const HEARD = new Set(['ok', 'okay', 'fine', 'alright', 'all right', 'great'])

/** 好 alone, and "ok, thank you", answer the message and not the question. */
export function acknowledges(tokens: readonly Token[], text: string): boolean {
  let courteous = false
  let heard = false
  for (let i = 0; i < tokens.length; i++) {
    const tag = tokens[i]?.tag ?? 'other'
    const word = tag === 'word' ? said({ tokens, text }, i) : ''
    if (word === '好') courteous = heard = true
    else if (HEARD.has(word)) heard = true
    else if (tag === 'thanks' || tag === 'greet') courteous = true
    else if (!SMALL_TALK.has(tag)) return false
  }
  return heard && courteous
}
