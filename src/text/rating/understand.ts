import type { Claim } from './claims.ts'
import { clauses } from './clauses.ts'
import { comment } from './comment.ts'
import { fold } from './fold.ts'
import { labelsOf } from './labels.ts'
import { numberClaims } from './numbers.ts'
import { resolve, type Verdict } from './resolve.ts'
import type { Scale } from './scales.ts'
import { tokenise } from './tokens.ts'
import { acknowledges, refuses, type Unclear, why } from './why.ts'
import { wordClaims } from './words.ts'

export { understandChoice } from './choice.ts'
export { SCALES, type Scale } from './scales.ts'
export type { Unclear } from './why.ts'
export { understandYesNo } from './yesno.ts'

/** A rating read from words; `comment` is what else was said, in the customer's own characters, or null. */
export type Understood =
  | { value: number; comment: string | null }
  | { value: null; comment: string | null; why: Unclear }

const NOTHING: Verdict = { kind: 'none' }

/**
 * Reads the rating in a typed answer. Never guesses: two open values, a number off the scale, a question, a refusal or a complaint
 * without a rating give `value: null` and why. Pure, total and linear; a rating is looked for in the first 2,000 characters.
 */
export function understand(text: string, scale: Scale): Understood {
  const folded = fold(text)
  const tokens = tokenise(folded, labelsOf(scale))
  const parts = clauses(tokens)
  const claims: Claim[] = []
  for (const clause of parts) {
    const reading = { tokens, text: folded.text, clause, scale, kana: folded.kana }
    claims.push(...numberClaims(reading), ...wordClaims(reading))
  }
  const heard = acknowledges(tokens, folded.text)
  const verdict = heard ? NOTHING : resolve(claims, tokens, folded.text, parts, scale)
  const unwilling = verdict.kind === 'value' && verdict.by === 'word' && parts.some((part) => refuses(tokens, part))
  if (verdict.kind === 'none' || unwilling)
    return { value: null, ...why({ given: text, text: folded.text, tokens, clauses: parts }) }
  const byWord = verdict.kind === 'value' && verdict.by === 'word'
  const same = (c: Claim) =>
    c.core && c.cleanLeft && c.cleanRight && verdict.kind === 'value' && c.value === verdict.value
  const used = claims.filter((c) => c.kind !== 'word' || byWord || same(c))
  const rest = comment(text, folded, tokens, parts, used)
  return verdict.kind === 'value'
    ? { value: verdict.value, comment: rest }
    : { value: null, comment: rest, why: verdict.kind }
}
