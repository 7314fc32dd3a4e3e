import { valueAt } from './clauses.ts'
import type { Label, Span } from './kinds.ts'
import type { Hit } from './pattern.ts'
import { type Found, type Reading, spanOf } from './reading.ts'
import type { Told } from './tell.ts'

/** A theme of the taxonomy that a comment speaks of; `polarity` is that of the clause, `evidence` the words. */
export interface ThemeHit {
  id: string
  polarity: Label
  evidence: Span
}

interface Said {
  value: number
  hit: Hit<Found>
}

const OUTSPOKEN = 2

/** A clause that feels so much says it without doubt. */
const CLEAR = 1

/** How sure the tagger must be (`sureness`) for a theme's words to be believed, and for a theme without words; by cross-validation. */
const BELIEVED = -2.5
const PLAIN = -1.5

/** So often said, a theme's polarity is settled. */
const ENOUGH = 500

/** What the words around a theme's name say: its clause, else its sentence, else the whole comment. */
function around({ feeling }: Reading, at: number, whole: number): number {
  const { clauses, clauseOf, sentenceOf } = feeling
  const clause = clauseOf[at] ?? 0
  for (const step of [0, 1, -1, 2, -2]) {
    const value = clauses[clause + step] ?? 0
    if (value !== 0 && sentenceOf[clause + step] === sentenceOf[clause]) return value
  }
  return whole
}

/** Both praise and blame in clauses of their own: no one label holds for all of it. */
const isMixed = ({ feeling: { most, least } }: Reading) => most >= CLEAR && least <= -CLEAR

/** The polarity of a theme that is only named at a unit: that of the comment, and in a mixed one that of the clause. */
const implied = (reading: Reading, at: number, whole: number): number =>
  whole === 0 || !isMixed(reading) ? whole : Math.max(-1, Math.min(1, around(reading, at, whole)))

/** Said with praise or blame of its own. */
const isOutspoken = ({ hit }: Said) => hit.payload.of === 'theme' && hit.payload.polarity !== 0

/** Of phrases that overlap ("refused to listen", "listen to me") the first and longest speaks. */
function apart(said: readonly Said[]): Said[] {
  const sorted = [...said].sort((a, b) => a.hit.from - b.hit.from || b.hit.to - a.hit.to)
  let end = 0
  return sorted.filter(({ hit }) => {
    if (hit.from < end) return false
    end = hit.to
    return true
  })
}

/** Only named, but in a clause that feels something. */
const isFelt = ({ feeling }: Reading, { hit }: Said) => (feeling.clauses[feeling.clauseOf[hit.from] ?? 0] ?? 0) !== 0

/** Log-odds of a theme, between those of the sentence that tells it best and of the whole (1.5 points of micro-F1 over either alone). */
function sureness(told: Told, id: string): number | undefined {
  const best = told.best(id)
  return best === undefined ? undefined : (best + told.whole(id)) / 2
}

/** A reading → its themes, each once, in the order of the text. `whole` is the score of the whole comment, -1 to 1. */
export function themesOf(reading: Reading, whole: number, told: Told): ThemeHit[] {
  const worded = wordedThemes(reading, whole, told)
  const believed = worded.filter(({ id }) => (sureness(told, id) ?? 0) > BELIEVED)
  const plain = Object.keys(reading.taxonomy.themes).filter(
    (id) => (sureness(told, id) ?? PLAIN) > PLAIN && !worded.some((theme) => theme.id === id),
  )
  const unworded = plain.map((id): ThemeHit => {
    const hit = told.evidence(id)
    return { id, polarity: labelOf(implied(reading, hit.from, whole)), evidence: spanOf(reading, hit) }
  })
  return [...believed, ...unworded].sort((a, b) => a.evidence[0] - b.evidence[0])
}

const labelOf = (value: number): Label => (value > 0.15 ? 'positive' : value < -0.15 ? 'negative' : 'neutral')

/** The themes that the taxonomy's words tell. */
function wordedThemes(reading: Reading, whole: number, told: Told): ThemeHit[] {
  const { hits, feeling, taxonomy, isExcepted } = reading
  const outspokenIn = new Map<string, Set<number>>() // theme → clauses
  const outspoken = new Set<number>()
  for (const hit of hits) {
    if (hit.payload.of !== 'theme' || hit.payload.polarity === 0 || isExcepted(hit.payload.id, hit)) continue
    const clause = feeling.clauseOf[hit.from] ?? 0
    const known = outspokenIn.get(hit.payload.id)
    if (known) known.add(clause)
    else outspokenIn.set(hit.payload.id, new Set([clause]))
    outspoken.add(clause)
  }
  const said = new Map<string, Said[]>()
  for (const hit of hits) {
    const { payload } = hit
    if (payload.of !== 'theme') continue
    const known = said.get(payload.id)
    if ((known && known.length >= ENOUGH) || isExcepted(payload.id, hit)) continue
    const rivals = taxonomy.themes[payload.id]?.yields ?? []
    const clause = feeling.clauseOf[hit.from] ?? 0
    const isOvershadowed = payload.polarity === 0 && outspoken.has(clause) && !outspokenIn.get(payload.id)?.has(clause)
    // whoever adds a theme (which the tagger does not know) wants it wherever its words stand
    if (isOvershadowed && told.best(payload.id) !== undefined) continue
    if (rivals.some((rival) => outspokenIn.get(rival)?.has(clause))) continue
    const value =
      payload.polarity === 0
        ? implied(reading, hit.from, whole)
        : (valueAt(feeling, hit.from, hit.to) ?? payload.polarity * OUTSPOKEN)
    if (known) known.push({ value, hit })
    else said.set(payload.id, [{ value, hit }])
  }
  const anyOutspoken = [...said.values()].some((all) => all.some(isOutspoken))
  const spoken = [...said].filter(
    ([, all]) => !anyOutspoken || all.some((one) => isOutspoken(one) || isFelt(reading, one)),
  )
  return spoken.map(([id, all]) => {
    const plainly = apart(all.filter(isOutspoken))
    const counted = plainly.length > 0 ? plainly : all
    const sum = counted.reduce((total, { value }) => total + value, 0)
    const polarity = labelOf(sum)
    const agreeing = counted.filter(({ value }) => Math.sign(value) === Math.sign(sum))
    const best = (agreeing.length > 0 ? agreeing : counted).reduce((a, b) =>
      b.hit.to - b.hit.from > a.hit.to - a.hit.from ? b : a,
    )
    return { id, polarity, evidence: spanOf(reading, best.hit) }
  })
}
