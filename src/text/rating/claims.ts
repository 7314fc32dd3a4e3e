import type { Clause } from './clauses.ts'
import type { Tag } from './lexicon/tag.ts'
import type { Scale } from './scales.ts'
import type { Token } from './token.ts'

/**
 * Something in an answer that names a value, tokens `from`..`to`. `value` null: it names one, but not which (4.5, "at least 3").
 * `scale`: it says how long the scale is ("out of 5").
 */
export interface Claim {
  kind: 'number' | 'word' | 'scale'
  from: number
  to: number
  value: number | null
  /** Said not to be meant: "not 5", "last time 5". */
  void: boolean
  /** Counts only when nothing else is given: "I would like to give 5", "ok". */
  weak: boolean
  /** Says satisfaction itself, and not only that something is good. */
  core: boolean
  /** Of the service as a whole, expressly: it outweighs ratings of its parts. */
  overall: boolean
  /** Whether its clause says nothing else on that side. */
  cleanLeft: boolean
  cleanRight: boolean
}

/** What a claim is read from: one clause of the tokens of `text` (folded). */
export interface Reading {
  tokens: readonly Token[]
  text: string
  clause: Clause
  scale: Scale
  kana: boolean
}

export function claim(kind: Claim['kind'], from: number, to: number, value: number | null): Claim {
  return {
    kind,
    from,
    to,
    value,
    void: false,
    weak: false,
    core: false,
    overall: false,
    cleanLeft: false,
    cleanRight: false,
  }
}

/** The folded characters of token `index`; empty outside the answer. */
export function said({ tokens, text }: Pick<Reading, 'tokens' | 'text'>, index: number): string {
  const token = tokens[index]
  return token ? text.slice(token.from, token.to) : ''
}

/** The tag of token `index` inside the clause; null outside it. */
export function tagAt({ tokens, clause }: Reading, index: number): Tag | null {
  return (index >= clause.from && index < clause.to && tokens[index]?.tag) || null
}

/** "No, 4" takes back what was said before, and does not forbid the 4. */
export const NO: ReadonlySet<string> = new Set(['no', 'non'])
/** What joins a name to its number: 订单号是5, "rating: 5". */
export const COPULAS: ReadonlySet<string> = new Set([
  '是',
  '为',
  'is',
  'was',
  ':',
  '=',
  '은',
  '는',
  'は',
  'es',
  'ist',
  'est',
])
