import { built } from './built.ts'
import { type Feeling, feel } from './clauses.ts'
import { type Folded, fold } from './fold.ts'
import { type Grams, gramsOf, hashOf } from './grams.ts'
import { SIGNALS, type Signal, type Span } from './kinds.ts'
import { ASIDES, type Aside } from './lexicon/asides.ts'
import type { Effect } from './lexicon/effect.ts'
import { LEXICON } from './lexicon/index.ts'
import { build, type Hit, type Matcher, matcher, type Rule } from './pattern.ts'
import type { Taxonomy } from './taxonomy.ts'
import { cut, type Units } from './units.ts'

/**
 * What a phrase stands for: a feeling, a theme (praised, blamed or only named), a signal, an exception to one, an aside. `feature` is
 * the hash by which the tagger knows it.
 */
export type Found =
  | { of: 'feeling'; effect: Effect }
  | { of: 'theme'; id: string; polarity: -1 | 0 | 1; feature: number }
  | { of: 'signal'; id: Signal; feature: number }
  | { of: 'except'; id: string }
  | { of: 'aside'; aside: Aside }

/** A text taken apart: levelled, cut, every phrase found, the feeling of each clause. */
export interface Reading {
  folded: Folded
  units: Units
  grams: Grams
  hits: Hit<Found>[]
  feeling: Feeling
  taxonomy: Taxonomy
  /** A phrase of this kind that stands inside an exception's phrase does not count. */
  isExcepted(id: string, hit: Hit<Found>): boolean
}

/** Among features, beside the polarities of themes. */
const OF_SIGNAL = 2
const PRAISE: Effect = { is: 'polar', value: 2 }
const BLAME: Effect = { is: 'polar', value: -2 }

const compiled = new WeakMap<Taxonomy, Matcher<Found>>()

function matcherOf(taxonomy: Taxonomy): Matcher<Found> {
  const known = compiled.get(taxonomy)
  if (known) return known
  const ready = built()
  const made = matcher(taxonomy === ready?.taxonomy ? ready : build(rulesOf(taxonomy)))
  compiled.set(taxonomy, made)
  return made
}

/** Every phrase that is looked for: the words of feeling, the asides, and those of the taxonomy. */
export function rulesOf(taxonomy: Taxonomy): Rule<Found>[] {
  const rules: Rule<Found>[] = []
  const founds = new Map<string, Found>() // what is said alike is one
  const one = (found: Found) => {
    const known = founds.get(JSON.stringify(found)) ?? found
    founds.set(JSON.stringify(found), known)
    return known
  }
  for (const { pattern, payload } of LEXICON) rules.push({ pattern, payload: one({ of: 'feeling', effect: payload }) })
  for (const { pattern, payload } of ASIDES) rules.push({ pattern, payload: one({ of: 'aside', aside: payload }) })
  const add = (phrases: Record<string, string[]>, payload: Found) => {
    for (const pattern of Object.values(phrases).flat()) rules.push({ pattern, payload: one(payload) })
  }
  for (const [id, theme] of Object.entries(taxonomy.themes)) {
    add(theme.words, { of: 'theme', id, polarity: 0, feature: hashOf(id, 0) })
    add(theme.positive, { of: 'theme', id, polarity: 1, feature: hashOf(id, 1) })
    add(theme.negative, { of: 'theme', id, polarity: -1, feature: hashOf(id, -1) })
    add(theme.except, { of: 'except', id })
  }
  for (const id of SIGNALS) {
    const signal = taxonomy.signals[id]
    if (!signal) continue
    add(signal.words, { of: 'signal', id, feature: hashOf(id, OF_SIGNAL) })
    add(signal.except, { of: 'except', id })
  }
  return rules
}

/** A comment → its reading, in linear time. */
export function read(text: string, taxonomy: Taxonomy): Reading {
  const folded = fold(text)
  const units = cut(folded.text)
  const hits = matcherOf(taxonomy).find(folded.text, units)
  return assemble(folded, units, gramsOf(folded.text, units), hits, taxonomy)
}

/** What was found in a text → its reading. */
export function assemble(folded: Folded, units: Units, grams: Grams, hits: Hit<Found>[], taxonomy: Taxonomy): Reading {
  const feeling = feel(units, hits, effectOf)
  return { folded, units, grams, hits, feeling, taxonomy, isExcepted: excepted(hits) }
}

/** A taxonomy's praise and blame are words of feeling too. */
function effectOf(found: Found): Effect | undefined {
  if (found.of === 'feeling') return found.effect
  if (found.of !== 'theme' || found.polarity === 0) return undefined
  return found.polarity > 0 ? PRAISE : BLAME
}

/** Units of a hit → where they stand in the text as given. */
export function spanOf({ folded, units }: Reading, { from, to }: { from: number; to: number }): Span {
  return [folded.start(units.from[from] ?? 0), folded.end((units.to[to - 1] ?? 1) - 1)]
}

/** Exceptions of an id by where they begin, each with how far those up to it reach: so that many of them cost no square. */
function excepted(hits: readonly Hit<Found>[]): Reading['isExcepted'] {
  const reaches = new Map<string, Reach[]>()
  for (const { from, to, payload } of hits) {
    if (payload.of !== 'except') continue
    const known = reaches.get(payload.id)
    if (known) known.push({ from, to })
    else reaches.set(payload.id, [{ from, to }])
  }
  for (const reach of reaches.values()) {
    reach.sort((a, b) => a.from - b.from)
    let most = 0
    for (const one of reach) {
      most = Math.max(most, one.to)
      one.to = most
    }
  }
  return (id, { from, to }) => {
    const reach = reaches.get(id)
    return reach !== undefined && reachAt(reach, from) >= to
  }
}

interface Reach {
  from: number
  to: number
}

/** How far those reach that begin at a unit or before it. */
function reachAt(reach: readonly Reach[], from: number): number {
  let low = 0
  let high = reach.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((reach[middle]?.from ?? 0) <= from) low = middle + 1
    else high = middle
  }
  return reach[low - 1]?.to ?? 0
}
