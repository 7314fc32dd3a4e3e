import type { Effect } from './lexicon/effect.ts'
import type { Hit } from './pattern.ts'
import type { Units } from './units.ts'

/** How far a negator reaches, in units. */
const REACH = 4
const NEGATED_GOOD = -0.9
const NEGATED_BAD = -0.6
const AFTER_BUT = 1.6
const BEFORE_BUT = 0.6
const CONCEDED = 0.5

/** The feeling of a text, word by word and clause by clause; a "but" begins a clause of its own. */
export interface Feeling {
  /** By clause: the sum of its words, good above zero. */
  clauses: readonly number[]
  /** Unit → its clause here (finer than the punctuation's). */
  clauseOf: readonly number[]
  /** Clause → its sentence. */
  sentenceOf: readonly number[]
  /** What each word of feeling came to after negation and degree, by `key(from, to)`. */
  values: Map<number, number>
  total: number
  words: number
  /** That of the last clause that has any. */
  ending: number
  /** Some phrase is settled as it stands ("没有不满意", "can't complain"). */
  firm: boolean
}

/** Units `from` to `to` → one small number, for maps; words of feeling begin at different units. */
export const key = (from: number, to: number) => from * 64 + Math.min(to - from, 63)

/** Hits → leftmost, then longest; what lies inside a longer one is not seen. */
export function longest<T>(hits: readonly Hit<T>[]): Hit<T>[] {
  const sorted = [...hits].sort((a, b) => a.from - b.from || b.to - a.to)
  const kept: Hit<T>[] = []
  let end = 0
  for (const hit of sorted) {
    if (hit.from < end) continue
    kept.push(hit)
    end = hit.to
  }
  return kept
}

/** Words of feeling → feeling, with negation, degree, and weight for what follows a "but". */
export function feel(units: Units, hits: readonly Hit<Effect>[]): Feeling {
  const kept = longest(hits)
  const { clauseOf, sentenceOf } = split(units, kept)
  const clauses = sentenceOf.map(() => 0)
  const conceded = new Set<number>()
  const values = new Map<number, number>()
  let turn = -1
  let firm = false
  let negators = 0
  let negatedTo = Number.NEGATIVE_INFINITY
  let degree = 1
  let degreeTo = Number.NEGATIVE_INFINITY
  let clause = -1
  for (const { from, to, payload } of kept) {
    const here = clauseOf[from] ?? 0
    if (here !== clause) {
      clause = here
      negators = 0
      degreeTo = Number.NEGATIVE_INFINITY
    }
    const near = from - negatedTo <= REACH
    if (payload.is === 'negator') {
      negators = near ? negators + 1 : 1
      negatedTo = to
    } else if (payload.is === 'degree') {
      degree = payload.factor
      degreeTo = to
      if (near) negatedTo = to
    } else if (payload.is === 'but') turn = here
    else if (payload.is === 'although') conceded.add(here)
    else if (payload.is === 'polar') {
      const strength = from - degreeTo <= 2 ? degree : 1
      const negated = !payload.firm && near && negators % 2 === 1
      const turned = negated ? (payload.value > 0 ? NEGATED_GOOD : NEGATED_BAD) : 1
      const value = payload.value * strength * turned
      values.set(key(from, to), value)
      clauses[here] = (clauses[here] ?? 0) + value
      if (payload.firm) firm = true
      negators = 0
    }
  }
  let total = 0
  let ending = 0
  for (let i = 0; i < clauses.length; i++) {
    const value = clauses[i] ?? 0
    total += value * (turn < 0 ? 1 : i >= turn ? AFTER_BUT : BEFORE_BUT) * (conceded.has(i) ? CONCEDED : 1)
    if (value !== 0) ending = value
  }
  return { clauses, clauseOf, sentenceOf, values, total, words: values.size, ending, firm }
}

function split({ count, clause, sentenceEnds }: Units, kept: readonly Hit<Effect>[]) {
  const turns = kept.filter(({ payload }) => payload.is === 'but').map(({ from }) => from)
  let turn = 0
  const clauseOf: number[] = []
  const sentenceOf = [0]
  let sentence = 0
  for (let i = 0; i < count; i++) {
    const before = clause[i - 1]
    const parted = before !== undefined && clause[i] !== before
    if (parted && sentenceEnds.has(before)) sentence++
    const turned = turns[turn] === i
    if (turned) turn++
    if (parted || (turned && i > 0)) sentenceOf.push(sentence)
    clauseOf.push(sentenceOf.length - 1)
  }
  return { clauseOf, sentenceOf }
}
