import { type Claim, NO } from './claims.ts'
import type { Clause } from './clauses.ts'
import { isTransparent } from './clauses.ts'
import type { Scale } from './scales.ts'
import type { Token } from './token.ts'

/** What the claims of an answer come to: one value, several or off the scale, or nothing said. */
export type Verdict =
  | { kind: 'value'; value: number; by: 'number' | 'word' }
  | { kind: 'ambiguous' }
  | { kind: 'out_of_range' }
  | { kind: 'none' }

/** Settles the claims of one answer: numbers before words, the last of a correction, the whole before its parts; never a guess between two. */
export function resolve(
  claims: readonly Claim[],
  tokens: readonly Token[],
  text: string,
  clauses: readonly Clause[],
  scale: Scale,
): Verdict {
  const scales = claims.filter((c) => c.kind === 'scale')
  const named = claims.filter((c) => c.kind === 'number')
  const numbers = weigh(
    afterScale(
      corrected(named, tokens, text, clauses).filter((c) => !c.void),
      tokens,
      scale,
    ),
  )
  if (numbers.length > 0) {
    if (scales.some((s) => s.value !== scale.max)) return { kind: 'out_of_range' }
    const settled = settle(numbers, scale, 'number')
    return isOfAPart(numbers, claims, scale) ? { kind: 'ambiguous' } : settled
  }
  const full = scales.find((s) => tokens.slice(s.from, s.to).some((t) => t.tag === 'top'))
  if (full)
    return full.value === scale.max ? { kind: 'value', value: scale.max, by: 'number' } : { kind: 'out_of_range' }
  const said = weigh(claims.filter((c) => c.kind === 'word'))
  const behind = (c: Claim) => text.slice(tokens[c.to]?.from, tokens[c.to]?.to)
  if (said.length > 1 && said.some((c) => c.to < tokens.length && EITHER.has(behind(c)))) return { kind: 'ambiguous' }
  const words = refined(said, scale)
  const asked = clauses.some((c) => c.asks)
  if (words.every((c) => c.weak) && asked) return { kind: 'none' } // "ok but when do I get my money"
  if (words.length > 0) return settle(words, scale, 'word')
  return named.length > 0 ? { kind: 'ambiguous' } : { kind: 'none' }
}

/** "Agree or strongly agree", 同意和有点同意之间: two words of a scale, and not which. */
const EITHER: ReadonlySet<string> = new Set(['or', '还是', '或', '或者', '之间', 'between'])

function settle(claims: readonly Claim[], scale: Scale, by: 'number' | 'word'): Verdict {
  const values = new Set(claims.map((c) => c.value))
  const [value] = values
  if (values.size > 1 || value === undefined || value === null) return { kind: 'ambiguous' }
  return value < scale.min || value > scale.max ? { kind: 'out_of_range' } : { kind: 'value', value, by }
}

/** "Very satisfied, but breakfast was a 3": what else stands before the number is what it rates, where words say of the whole that it is far from it. */
function isOfAPart(numbers: readonly Claim[], claims: readonly Claim[], scale: Scale): boolean {
  const far = (scale.max - scale.min) / 3
  const words = claims.filter((c) => c.kind === 'word' && c.core)
  const isFar = (a: number | null, b: number | null) => a !== null && b !== null && Math.abs(a - b) > far
  return numbers.some((n) => !n.cleanLeft && words.some((w) => isFar(w.value, n.value)))
}

function weigh(claims: Claim[]): Claim[] {
  const given = claims.some((c) => !c.weak) ? claims.filter((c) => !c.weak) : claims
  return given.some((c) => c.overall) ? given.filter((c) => c.overall) : given
}

/** "Satisfied, very satisfied": words on one side of the middle are one opinion; of them satisfaction itself counts, and then the strongest. */
function refined(claims: Claim[], scale: Scale): Claim[] {
  const middle = (scale.min + scale.max) / 2
  const sides = new Set(claims.map((c) => (c.value === null ? null : Math.sign(c.value - middle))))
  if (claims.length < 2 || sides.size > 1 || sides.has(null)) return claims
  const kept = claims.some((c) => c.core) ? claims.filter((c) => c.core) : claims
  const strongest = Math.max(...kept.map((c) => Math.abs((c.value ?? middle) - middle)))
  return kept.filter((c) => Math.abs((c.value ?? middle) - middle) === strongest)
}

/** "1-5, 4": the ends of the scale, named before the rating, are no rating. */
function afterScale(claims: Claim[], tokens: readonly Token[], scale: Scale): Claim[] {
  const [first, second] = claims
  const joined = first && second && tokens[first.to]?.tag === 'or' && first.to + 1 === second.from
  return joined && claims.length > 2 && first.value === scale.min && second.value === scale.max
    ? claims.slice(2)
    : claims
}

/** 打错4，是5; 按到1，我要的是5: the number behind it is the wrong one. */
const SLIPPED = /错|误|^[按点打写选][到成]$/

/** What is left of `numbers` after "not that, I meant this" (打错了, oops, no wait). */
function corrected(numbers: Claim[], tokens: readonly Token[], text: string, clauses: readonly Clause[]): Claim[] {
  let left = numbers
  const standsAlone = (i: number) => tokens[i - 1]?.tag === 'stop' && tokens[i + 1]?.tag === 'stop' // 7分，不是，8分
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i]
    if (!token) continue
    if (token.tag === 'fix') {
      const later = left.filter((c) => c.from > i)
      const wrong = later[0]?.from === i + 1 && SLIPPED.test(text.slice(token.from, token.to))
      if (later.length > 0) left = wrong && later.length > 1 ? later.slice(1) : later
      else if (saysNothingElse(i, tokens, clauses)) left = []
    } else if (
      token.tag === 'slip' ||
      (token.tag === 'not' && (NO.has(text.slice(token.from, token.to)) || standsAlone(i)))
    ) {
      const next = left.find((c) => c.from > i)
      if (
        next &&
        tokens.slice(i + 1, next.from).every((t) => isTransparent(t.tag) || t.tag === 'stop' || t.tag === 'not')
      ) {
        left = left.filter((c) => c.from > i)
      }
    }
  }
  return left
}

function saysNothingElse(at: number, tokens: readonly Token[], clauses: readonly Clause[]): boolean {
  const clause = clauses.find((c) => c.from <= at && at < c.to)
  if (!clause) return false
  return tokens.slice(clause.from, clause.to).every((t) => isTransparent(t.tag) || t.tag === 'num' || t.tag === 'not')
}
