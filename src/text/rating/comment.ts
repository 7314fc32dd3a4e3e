import { type Claim, NO } from './claims.ts'
import { type Clause, isTransparent } from './clauses.ts'
import type { Folded } from './fold.ts'
import type { Tag } from './lexicon/tag.ts'
import type { Token } from './token.ts'

const LEADING = new Set(' \t\n\r\u3000,，、。.;；:：-–—!！~～…)）]】*→>=')
const TRAILING = new Set(' \t\n\r\u3000,，、;；:：-–—(（[【')

const ADDS_NOTHING = new Set<Tag>(['very', 'all', 'nil', 'nothing'])

/** What the customer said beside the rating (`used` claims), in their own characters, or null. */
export function comment(
  text: string,
  folded: Folded,
  tokens: readonly Token[],
  clauses: readonly Clause[],
  used: readonly Claim[],
): string | null {
  const said = new Uint8Array(tokens.length).fill(1)
  for (const clause of clauses) spend(clause, tokens, folded.text, used, said)
  const pieces: string[] = []
  for (let i = 0; i < tokens.length; i++) {
    if (!said[i] || isBorder(tokens[i])) continue
    const from = i > 0 && tokens[i - 1]?.tag === 'but' && said[i - 1] ? i - 1 : i
    while (i < tokens.length && said[i]) i++
    pieces.push(text.slice(folded.at[tokens[from]?.from ?? 0], folded.at[tokens[i]?.from ?? folded.text.length]))
  }
  return tidy(
    pieces.reduce(
      (all, piece) => all + (/[\p{L}\p{N}]$/u.test(all) && /^[a-z0-9]/iu.test(piece) ? ' ' : '') + piece,
      '',
    ),
  )
}

/** Trims what only separated the words from the rating; null when no word is left. */
export function tidy(text: string): string | null {
  let from = 0
  let to = text.length
  while (from < to && LEADING.has(text.charAt(from))) from++
  while (to > from && TRAILING.has(text.charAt(to - 1))) to--
  const trimmed = text.slice(from, to).trim()
  return /[\p{L}\p{N}\p{S}]/u.test(trimmed) ? trimmed : null
}

function isBorder(token: Token | undefined): boolean {
  return token?.tag === 'stop' || token?.tag === 'but' || token?.tag === 'qmark'
}

/** Marks as not said what a clause's rating takes up: itself and what stands around it without adding anything. */
function spend(clause: Clause, tokens: readonly Token[], text: string, used: readonly Claim[], said: Uint8Array) {
  const inside = used.filter((c) => c.from >= clause.from && c.to <= clause.to)
  for (const claim of inside) {
    if (!separable(claim, clause, tokens)) continue
    said.fill(0, claim.from, claim.to)
    let left = claim.from
    while (left > clause.from && (said[left - 1] === 0 || mayGo(tokens[left - 1]))) left--
    if (left === clause.from) said.fill(0, left, claim.from)
    let right = claim.to
    while (right < clause.to && (said[right] === 0 || mayGo(tokens[right]))) right++
    if (right === clause.to) said.fill(0, claim.to, right)
  }
  let silent = inside.length > 0 || tokens[clause.from - 1]?.tag !== 'but' // "because of the wait" is a reason, however plain its words
  for (let i = clause.from; i < clause.to; i++) if (said[i] && !isSilent(tokens[i], text)) silent = false
  if (silent) said.fill(0, clause.from, clause.to)
}

function isSilent(token: Token | undefined, text: string): boolean {
  if (token?.tag === 'not') return NO.has(text.slice(token.from, token.to))
  return token !== undefined && (isTransparent(token.tag) || ADDS_NOTHING.has(token.tag))
}

function mayGo(token: Token | undefined): boolean {
  return token !== undefined && (isTransparent(token.tag) || token.tag === 'not' || token.tag === 'bound')
}

/** A number can be cut out of its sentence, unless the sentence says to whom or for what it is given; words only when they are a clause of their own. */
function separable(claim: Claim, clause: Clause, tokens: readonly Token[]): boolean {
  if (claim.cleanLeft && claim.cleanRight) return true
  if (claim.kind === 'word') return false
  if (claim.cleanLeft) return true
  if (!claim.cleanRight) return false
  for (let i = clause.from; i < claim.from; i++) if (tokens[i]?.tag === 'rate') return false
  return true
}
