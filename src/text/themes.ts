import { valueAt } from './clauses.ts'
import type { Found } from './found.ts'
import { type Hits, hitAt } from './hits.ts'
import type { Label, Span } from './kinds.ts'
import { type Reading, spanOf } from './reading.ts'
import type { Taxonomy } from './taxonomy.ts'
import type { Told } from './tell.ts'

/** A theme of the taxonomy that a comment speaks of; `polarity` is what is said of it, not of the rest, `evidence` the words. */
export interface ThemeHit {
  id: string
  polarity: Label
  evidence: Span
}

const OUTSPOKEN = 2

/** A clause that feels so much says it without doubt. */
const CLEAR = 1

/**
 * How sure the tagger must be (`sure`) for a theme's words to be believed, and for a theme without words: where micro-F1 is highest
 * (docs/text-model.md says on which sets).
 */
const LIMITS = { believed: -0.9, plain: -0.2 }
/** Ease of access is told in so many ways that its words are worth more. */
const OF_ITS_OWN = new Map([['convenience', { ...LIMITS, believed: -1.75 }]])
const limitsOf = (id: string) => OF_ITS_OWN.get(id) ?? LIMITS

/** What is felt is felt of something: so much less will do for the likeliest theme of a comment that is good or bad. */
const FELT_OF_IT = 0.5

/** So often said, a theme's polarity is settled. */
const ENOUGH = 500

/** What the words around a theme's name say: its clause, else its sentence, else the whole comment. */
function around({ feeling }: Reading, at: number, whole: number): number {
  const { clauses, clauseOf, sentenceOf } = feeling
  const clause = clauseOf[at] ?? 0
  for (const step of [0, 1, -1, 2, -2]) {
    const value = clause + step < 0 ? 0 : (clauses[clause + step] ?? 0)
    if (value !== 0 && sentenceOf[clause + step] === sentenceOf[clause]) return value
  }
  return whole
}

/** Both praise and blame in clauses of their own: no one label holds for all of it. */
const isMixed = ({ feeling: { most, least } }: Reading) => most >= CLEAR && least <= -CLEAR

/** The polarity of a theme that is only named at a unit: that of the comment, and in a mixed one that of the clause. */
const implied = (reading: Reading, at: number, whole: number): number =>
  whole === 0 || !isMixed(reading) ? whole : Math.max(-1, Math.min(1, around(reading, at, whole)))

/** A reading → its themes, each once, in the order of the text. `whole` is the score of the whole comment, -1 to 1. */
export function themesOf(reading: Reading, whole: number, told: Told): ThemeHit[] {
  const ids = Object.keys(reading.taxonomy.themes)
  const sures = ids.map((id) => told.sure(id) ?? Number.NEGATIVE_INFINITY)
  const likeliest = whole === 0 ? -1 : sures.indexOf(Math.max(...sures))
  const less = (k: number) => (k === likeliest ? FELT_OF_IT : 0)
  const worded = wordedThemes(reading, whole, told)
  const believed = worded.filter(({ id }) => {
    const k = ids.indexOf(id)
    return told.sure(id) === undefined || (sures[k] ?? 0) > limitsOf(id).believed - less(k)
  })
  const plain = ids.filter(
    (id, k) => (sures[k] ?? 0) > limitsOf(id).plain - less(k) && !worded.some((theme) => theme.id === id),
  )
  const unworded = plain.map((id): ThemeHit => {
    const polarity = labelOf(feltOf(id, whole, told) ?? 0)
    return { id, polarity, evidence: spanOf(reading, told.evidence(id)) }
  })
  return [...believed, ...unworded].sort((a, b) => a.evidence[0] - b.evidence[0])
}

const labelOf = (value: number): Label => (value > 0.15 ? 'positive' : value < -0.15 ? 'negative' : 'neutral')

/** Log-odds of praise against blame from which the tagger bears out what the words say, and under which it does not know. */
const BORNE_OUT = 2
const UNDECIDED = 0.25

/**
 * What is felt of a theme that the tagger knows, -1 to 1. On comments by strangers it is right in 93 to 96 of 100, and what the words of the
 * clause say in 83 to 92. Where the comment as a whole feels nothing, so does the theme, but for words that are plain ("the refund came").
 */
function feltOf(id: string, whole: number, told: Told, words = 0): number | undefined {
  const praised = told.praised(id)
  if (praised === undefined) return undefined
  if (whole !== 0) return Math.sign(Math.abs(praised) < UNDECIDED && words !== 0 ? words : praised)
  return Math.abs(praised) > BORNE_OUT && Math.sign(praised) === Math.sign(words) ? Math.sign(words) : 0
}

/** The themes that the taxonomy's words tell. */
function wordedThemes(reading: Reading, whole: number, told: Told): ThemeHit[] {
  const { hits, feeling } = reading
  const said = saidOf(reading, told)
  const isOutspoken = (i: number) => foundAt(reading, i)?.polarity !== 0
  const isFelt = (i: number) => (feeling.clauses[clauseAt(reading, i)] ?? 0) !== 0
  const valueIn = (i: number) => {
    const { from, to } = hitAt(hits, i)
    const polarity = foundAt(reading, i)?.polarity ?? 0
    return polarity === 0 ? implied(reading, from, whole) : (valueAt(feeling, from, to) ?? polarity * OUTSPOKEN)
  }
  const all = [...said.values()]
  const anyOutspoken = all.some((each) => each.some(isOutspoken))
  return all
    .filter((each) => !anyOutspoken || each.some((i) => isOutspoken(i) || isFelt(i)))
    .map((each) => {
      const id = foundAt(reading, each[0] ?? -1)?.id ?? ''
      const outspoken = each.filter(isOutspoken)
      const plainly = told.praised(id) === undefined ? apart(hits, outspoken) : outspoken
      const counted = plainly.length > 0 ? plainly : each
      const values = counted.map(valueIn)
      const words = values.reduce((total, value) => total + value, 0)
      const felt = feltOf(id, whole, told, words) ?? words
      const agreeing = counted.filter((_, k) => Math.sign(values[k] ?? 0) === Math.sign(felt))
      const best = (agreeing.length > 0 ? agreeing : counted).reduce((a, b) =>
        length(hits, b) > length(hits, a) ? b : a,
      )
      return { id, polarity: labelOf(felt), evidence: spanOf(reading, hitAt(hits, best)) }
    })
}

const foundAt = ({ hits }: Reading, i: number) => hits.payloads[hits.what[i] ?? 0]
const clauseAt = ({ hits, feeling }: Reading, i: number) => feeling.clauseOf[hits.from[i] ?? 0] ?? 0
const length = ({ from, to }: Hits<Found>, i: number) => (to[i] ?? 0) - (from[i] ?? 0)

/** Of phrases that overlap ("refused to listen", "listen to me") the first and longest speaks. */
function apart(hits: Hits<Found>, some: number[]): number[] {
  let end = 0
  return some
    .sort((a, b) => (hits.from[a] ?? 0) - (hits.from[b] ?? 0) || (hits.to[b] ?? 0) - (hits.to[a] ?? 0))
    .filter((i) => {
      if ((hits.from[i] ?? 0) < end) return false
      end = hits.to[i] ?? 0
      return true
    })
}

/** The hits that speak of each theme, by its place in the taxonomy, in the order of the text. */
function saidOf(reading: Reading, told: Told): Map<number, number[]> {
  const { hits, excepted, feeling, taxonomy } = reading
  const yields = yieldsOf(taxonomy)
  const wide = yields.length
  const outspokenIn = new Uint8Array(feeling.clauses.length * wide) // by clause, then by theme
  const outspoken = new Uint8Array(feeling.clauses.length)
  for (let i = 0; i < hits.count; i++) {
    const found = foundAt(reading, i)
    if (found?.of !== 'theme' || found.polarity === 0 || excepted[i] === 1) continue
    const clause = clauseAt(reading, i)
    outspokenIn[clause * wide + found.place] = 1
    outspoken[clause] = 1
  }
  const said = new Map<number, number[]>()
  for (let i = 0; i < hits.count; i++) {
    const found = foundAt(reading, i)
    if (found?.of !== 'theme' || excepted[i] === 1) continue
    const known = said.get(found.place)
    if (known && known.length >= ENOUGH) continue
    const clause = clauseAt(reading, i)
    const isOvershadowed = found.polarity === 0 && outspoken[clause] === 1 && !outspokenIn[clause * wide + found.place]
    // whoever adds a theme (which the tagger does not know) wants it wherever its words stand
    if (isOvershadowed && told.sure(found.id) !== undefined) continue
    if (hasRival(yields[found.place] ?? NOBODY, outspokenIn, clause * wide)) continue
    if (known) known.push(i)
    else said.set(found.place, [i])
  }
  return said
}

const NOBODY: readonly number[] = []

// Asked of every hit: a closure each was a third of what a long text takes from memory.
function hasRival(rivals: readonly number[], outspokenIn: Uint8Array, at: number): boolean {
  for (let i = 0; i < rivals.length; i++) if (outspokenIn[at + (rivals[i] ?? 0)] === 1) return true
  return false
}

const yielding = new WeakMap<Taxonomy, number[][]>()

/** By a theme's place in the taxonomy, the places of those it yields to. */
function yieldsOf(taxonomy: Taxonomy): number[][] {
  const known = yielding.get(taxonomy)
  if (known) return known
  const ids = Object.keys(taxonomy.themes)
  const made = Object.values(taxonomy.themes).map(({ yields }) =>
    yields.map((rival) => ids.indexOf(rival)).filter((place) => place >= 0),
  )
  yielding.set(taxonomy, made)
  return made
}
