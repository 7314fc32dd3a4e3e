import type { Effect } from './lexicon/effect.ts'
import type { Hit } from './pattern.ts'
import type { Units } from './units.ts'

/** How far a negator reaches, in units. */
const REACH = 4
const NEGATED_GOOD = -1.1
const NEGATED_BAD = -0.6
const AFTER_BUT = 1.6
const BEFORE_BUT = 0.6
const CONCEDED = 0.5

/** The feeling of a text, word by word and clause by clause; a "but" begins a clause of its own. */
export interface Feeling {
  /** By clause: the sum of its words, good above zero. */
  clauses: readonly number[]
  /** The greatest and the least of these, or 0. */
  most: number
  least: number
  /** Unit → its clause here (finer than the punctuation's). */
  clauseOf: Uint16Array
  /** Clause → its sentence. */
  sentenceOf: readonly number[]
  /** By the unit it begins at, what a word of feeling came to and the unit after it; see `valueAt`. */
  values: Float64Array
  ends: Int32Array
  total: number
  words: number
  /** That of the last clause that has any. */
  ending: number
  /** Some phrase is settled as it stands ("没有不满意", "can't complain"). */
  firm: boolean
}

/** What the word of feeling at units `from` to `to` came to after negation and degree; undefined when none was counted there. */
export function valueAt({ values, ends }: Feeling, from: number, to: number): number | undefined {
  return ends[from] === to ? values[from] : undefined
}

/** Hits with an effect → leftmost, then longest; what lies inside a longer one is not seen. */
function longest<T>(
  count: number,
  hits: readonly Hit<T>[],
  effectOf: (payload: T) => Effect | undefined,
): readonly Hit<T>[] {
  const at = new Int32Array(count).fill(-1) // by unit: which hit begins there
  const hitAt = (unit: number) => {
    const i = at[unit] ?? -1
    return i < 0 ? undefined : hits[i]
  }
  hits.forEach((hit, i) => {
    const known = hitAt(hit.from)
    if ((known === undefined || hit.to > known.to) && effectOf(hit.payload)) at[hit.from] = i
  })
  const kept: Hit<T>[] = []
  for (let i = 0; i < count; ) {
    const hit = hitAt(i)
    if (hit) kept.push(hit)
    i = hit ? hit.to : i + 1
  }
  return kept
}

/** Words of feeling → feeling, with negation, degree, and weight for what follows a "but". */
export function feel<T>(units: Units, hits: readonly Hit<T>[], effectOf: (payload: T) => Effect | undefined): Feeling {
  const kept = longest(units.count, hits, effectOf)
  const isBut = ({ payload }: Hit<T>) => effectOf(payload)?.is === 'but'
  const { clauseOf, sentenceOf } = split(units, kept.filter(isBut))
  const clauses = sentenceOf.map(() => 0)
  const conceded = new Set<number>()
  const values = new Float64Array(units.count)
  const ends = new Int32Array(units.count)
  let words = 0
  let turn = -1
  let firm = false
  let negators = 0
  let negatedTo = Number.NEGATIVE_INFINITY
  let degree = 1
  let degreeTo = Number.NEGATIVE_INFINITY
  let clause = -1
  for (const { from, to, payload: found } of kept) {
    const payload = effectOf(found)
    if (!payload) continue
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
      values[from] = value
      ends[from] = to
      words++
      clauses[here] = (clauses[here] ?? 0) + value
      if (payload.firm) firm = true
      negators = 0
    }
  }
  let total = 0
  let ending = 0
  let most = 0
  let least = 0
  for (let i = 0; i < clauses.length; i++) {
    const value = clauses[i] ?? 0
    total += value * (turn < 0 ? 1 : i >= turn ? AFTER_BUT : BEFORE_BUT) * (conceded.has(i) ? CONCEDED : 1)
    if (value !== 0) ending = value
    most = Math.max(most, value)
    least = Math.min(least, value)
  }
  return { clauses, most, least, clauseOf, sentenceOf, values, ends, total, words, ending, firm }
}

function split({ count, clause, sentenceEnds }: Units, turns: readonly { from: number }[]) {
  let turn = 0
  const clauseOf = new Uint16Array(count)
  const sentenceOf = [0]
  let sentence = 0
  for (let i = 0; i < count; i++) {
    const before = clause[i - 1]
    const parted = before !== undefined && clause[i] !== before
    if (parted && sentenceEnds.has(before)) sentence++
    const turned = turns[turn]?.from === i
    if (turned) turn++
    if (parted || (turned && i > 0)) sentenceOf.push(sentence)
    clauseOf[i] = sentenceOf.length - 1
  }
  return { clauseOf, sentenceOf }
}
