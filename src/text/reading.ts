import { builtWords } from './built.ts'
import { type Feeling, feel } from './clauses.ts'
import { type Folded, fold } from './fold.ts'
import { exceptedAmong, type Found, rulesOf } from './found.ts'
import { type Grams, gramsOf } from './grams.ts'
import type { Hits } from './hits.ts'
import type { Span } from './kinds.ts'
import { type Matcher, matcher } from './matcher.ts'
import { build } from './pattern.ts'
import type { Taxonomy } from './taxonomy.ts'
import { cut, type Units } from './units.ts'

/** A text taken apart: levelled, cut, every phrase found, the feeling of each clause. */
export interface Reading {
  folded: Folded
  units: Units
  grams: Grams
  hits: Hits<Found>
  /** By hit: 1 where it stands inside an exception's phrase and does not count. */
  excepted: Uint8Array
  feeling: Feeling
  taxonomy: Taxonomy
}

const compiled = new WeakMap<Taxonomy, Matcher<Found>>()

function matcherOf(taxonomy: Taxonomy): Matcher<Found> {
  const known = compiled.get(taxonomy)
  if (known) return known
  const ready = builtWords()
  const made = matcher(taxonomy === ready?.taxonomy ? ready : build(rulesOf(taxonomy)))
  compiled.set(taxonomy, made)
  return made
}

/** A comment → its reading, in linear time. */
export function read(text: string, taxonomy: Taxonomy): Reading {
  const folded = fold(text)
  const units = cut(folded.text)
  const hits = matcherOf(taxonomy).find(folded.text, units)
  const grams = gramsOf(folded.text, units)
  return { folded, units, grams, hits, excepted: exceptedAmong(hits), feeling: feel(units, hits), taxonomy }
}

/** Units of a hit → where they stand in the text as given. */
export function spanOf({ folded, units }: Reading, { from, to }: { from: number; to: number }): Span {
  return [folded.start(units.from[from] ?? 0), folded.end((units.to[to - 1] ?? 1) - 1)]
}
