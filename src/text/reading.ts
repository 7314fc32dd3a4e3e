import { type Feeling, feel } from './clauses.ts'
import { type Folded, fold } from './fold.ts'
import { SIGNALS, type Signal, type Span } from './kinds.ts'
import type { Effect } from './lexicon/effect.ts'
import { LEXICON } from './lexicon/index.ts'
import { compile, type Hit, type Matcher, type Rule } from './pattern.ts'
import type { Taxonomy } from './taxonomy.ts'
import { cut, type Units } from './units.ts'

/** What a phrase stands for: a feeling, a theme (praised, blamed or only named), a signal, or an exception to one. */
export type Found =
  | { of: 'feeling'; effect: Effect }
  | { of: 'theme'; id: string; polarity: -1 | 0 | 1 }
  | { of: 'signal'; id: Signal }
  | { of: 'except'; id: string }

/** A text taken apart: levelled, cut, every phrase found, the feeling of each clause. */
export interface Reading {
  folded: Folded
  units: Units
  hits: Hit<Found>[]
  feeling: Feeling
  taxonomy: Taxonomy
}

/** How strongly a taxonomy's praise and blame count as words of feeling. */
const THEME_VALUE = 2

const compiled = new WeakMap<Taxonomy, Matcher<Found>>()

function matcherOf(taxonomy: Taxonomy): Matcher<Found> {
  const known = compiled.get(taxonomy)
  if (known) return known
  const rules: Rule<Found>[] = LEXICON.map(({ pattern, payload }) => ({
    pattern,
    payload: { of: 'feeling', effect: payload },
  }))
  const add = (phrases: Record<string, string[]>, payload: Found) => {
    for (const pattern of Object.values(phrases).flat()) rules.push({ pattern, payload })
  }
  for (const [id, theme] of Object.entries(taxonomy.themes)) {
    add(theme.words, { of: 'theme', id, polarity: 0 })
    add(theme.positive, { of: 'theme', id, polarity: 1 })
    add(theme.negative, { of: 'theme', id, polarity: -1 })
    add(theme.except, { of: 'except', id })
  }
  for (const id of SIGNALS) {
    const signal = taxonomy.signals[id]
    if (!signal) continue
    add(signal.words, { of: 'signal', id })
    add(signal.except, { of: 'except', id })
  }
  const made = compile(rules)
  compiled.set(taxonomy, made)
  return made
}

/** A comment → its reading, in linear time. */
export function read(text: string, taxonomy: Taxonomy): Reading {
  const folded = fold(text)
  const units = cut(folded.text)
  const hits = matcherOf(taxonomy).find(folded.text, units)
  const feelings: Hit<Effect>[] = []
  for (const { from, to, payload } of hits) {
    if (payload.of === 'feeling') feelings.push({ from, to, payload: payload.effect })
    else if (payload.of === 'theme' && payload.polarity !== 0)
      feelings.push({ from, to, payload: { is: 'polar', value: payload.polarity * THEME_VALUE } })
  }
  return { folded, units, hits, feeling: feel(units, feelings), taxonomy }
}

/** Units of a hit → where they stand in the text as given. */
export function spanOf({ folded, units }: Reading, { from, to }: { from: number; to: number }): Span {
  return [folded.start(units.from[from] ?? 0), folded.end((units.to[to - 1] ?? 1) - 1)]
}
