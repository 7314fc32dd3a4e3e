import type { Found } from './found.ts'
import type { Hits } from './hits.ts'
import { LONGEST, type Units } from './units.ts'

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
  ends: Uint16Array
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

const longest = new Int32Array(LONGEST)

/** By unit, which hit with an effect begins there and is the longest, or -1; in memory that the next text uses again. */
function longestAt(units: number, { count, from, to, what, payloads }: Hits<Found>): Int32Array {
  longest.fill(-1, 0, units)
  for (let i = 0; i < count; i++) {
    if (payloads[what[i] ?? 0]?.effect === undefined) continue
    const at = from[i] ?? 0
    const known = longest[at] ?? -1
    if (known < 0 || (to[i] ?? 0) > (to[known] ?? 0)) longest[at] = i
  }
  return longest
}

/**
 * Words of feeling → feeling, with negation, degree, and weight for what follows a "but". Leftmost words count, then the longest: what
 * lies inside a longer one is not seen. `runs` leaves units out (see part.ts); what they stood between is parted.
 */
export function feel(units: Units, hits: Hits<Found>, runs?: Uint16Array): Feeling {
  const { count, clause, sentenceEnds } = units
  const hitAt = longestAt(count, hits)
  const memory = new ArrayBuffer(count * 12) // one piece is had sooner than three
  const values = new Float64Array(memory, 0, count)
  const clauseOf = new Uint16Array(memory, count * 8, count)
  const ends = new Uint16Array(memory, count * 10, count)
  const sentenceOf = [0]
  const clauses = [0]
  const conceded = [false]
  let here = 0
  let words = 0
  let turn = -1
  let firm = false
  let negators = 0
  let negatedTo = Number.NEGATIVE_INFINITY
  let degree = 1
  let degreeTo = Number.NEGATIVE_INFINITY
  let free = 0
  let written = clause[0] ?? 0 // the clause of the punctuation
  let run = runs?.[0]
  for (let unit = 0; unit < count; unit++) {
    if (runs?.[unit] === 0) continue
    const hit = unit < free ? -1 : (hitAt[unit] ?? -1)
    const isWhole = runs?.[unit] === runs?.[(hits.to[hit] ?? 0) - 1]
    const effect = hit < 0 || !isWhole ? undefined : hits.payloads[hits.what[hit] ?? 0]?.effect
    const before = written
    written = clause[unit] ?? 0
    const parted = written !== before || runs?.[unit] !== run
    run = runs?.[unit]
    if (parted || (unit > 0 && effect?.is === 'but')) {
      const sentence = sentenceOf[here] ?? 0
      sentenceOf.push(parted && sentenceEnds.has(before) ? sentence + 1 : sentence)
      clauses.push(0)
      conceded.push(false)
      here++
      negators = 0
      degreeTo = Number.NEGATIVE_INFINITY
    }
    clauseOf[unit] = here
    if (!effect) continue
    const to = hits.to[hit] ?? 0
    free = to
    const near = unit - negatedTo <= REACH
    if (effect.is === 'negator') {
      negators = near ? negators + 1 : 1
      negatedTo = to
    } else if (effect.is === 'degree') {
      degree = effect.factor
      degreeTo = to
      if (near) negatedTo = to
    } else if (effect.is === 'but') turn = here
    else if (effect.is === 'although') conceded[here] = true
    else if (effect.is === 'polar') {
      const strength = unit - degreeTo <= 2 ? degree : 1
      const negated = !effect.firm && near && negators % 2 === 1
      const turned = negated ? (effect.value > 0 ? NEGATED_GOOD : NEGATED_BAD) : 1
      const value = effect.value * strength * turned
      values[unit] = value
      ends[unit] = to
      words++
      clauses[here] = (clauses[here] ?? 0) + value
      if (effect.firm) firm = true
      negators = 0
    }
  }
  let total = 0
  let ending = 0
  let most = 0
  let least = 0
  for (let i = 0; i < clauses.length; i++) {
    const value = clauses[i] ?? 0
    total += value * (turn < 0 ? 1 : i >= turn ? AFTER_BUT : BEFORE_BUT) * (conceded[i] ? CONCEDED : 1)
    if (value !== 0) ending = value
    most = Math.max(most, value)
    least = Math.min(least, value)
  }
  return { clauses, most, least, clauseOf, sentenceOf, values, ends, total, words, ending, firm }
}
