import { hashOf } from './grams.ts'
import type { Hits } from './hits.ts'
import { SIGNALS } from './kinds.ts'
import { ASIDES, type Aside } from './lexicon/asides.ts'
import type { Effect } from './lexicon/effect.ts'
import { LEXICON } from './lexicon/index.ts'
import type { Rule } from './pattern.ts'
import type { Taxonomy } from './taxonomy.ts'

/**
 * What a phrase stands for: a feeling, a theme (praised, blamed or only named), a signal, an exception to one, an aside. All have the
 * same fields, for they are asked thousands of times in a text, and things of one shape are read at once.
 */
export interface Found {
  of: 'feeling' | 'theme' | 'signal' | 'except' | 'aside'
  /** Of the theme or signal, also of that to which this is an exception; '' of others. */
  id: string
  /** A number for each id, of 1 and more, by which exceptions are matched; 0 of others. */
  number: number
  /** The theme's place in the taxonomy, the signal's in `SIGNALS`; -1 of others. */
  place: number
  polarity: -1 | 0 | 1
  /** A signal's, which nothing speaks against. */
  certain: boolean
  /** The hash by which the tagger knows a theme or signal. */
  feature: number
  /** What it does to the feeling of its clause: a taxonomy's praise and blame are words of feeling too. */
  effect: Effect | undefined
  aside: Aside | undefined
}

/** Among features, beside the polarities of themes. */
const OF_SIGNAL = 2
const PRAISE: Effect = { is: 'polar', value: 2 }
const BLAME: Effect = { is: 'polar', value: -2 }
const EFFECTS = { '1': PRAISE, '0': undefined, '-1': BLAME }

const NOTHING = {
  id: '',
  number: 0,
  place: -1,
  polarity: 0,
  certain: false,
  feature: 0,
  effect: undefined,
  aside: undefined,
} as const

/** Every phrase that is looked for: the words of feeling, the asides, and those of the taxonomy. */
export function rulesOf(taxonomy: Taxonomy): Rule<Found>[] {
  const rules: Rule<Found>[] = []
  const founds = new Map<string, Found>() // what is said alike is one
  const one = (found: Found) => {
    const known = founds.get(JSON.stringify(found)) ?? found
    founds.set(JSON.stringify(found), known)
    return known
  }
  const numbers = new Map([['', 0]])
  const add = (phrases: Record<string, string[]>, found: Omit<Found, 'number'>) => {
    const number = numbers.get(found.id) ?? numbers.size
    numbers.set(found.id, number)
    const payload = one({ ...NOTHING, ...found, number })
    for (const pattern of Object.values(phrases).flat()) rules.push({ pattern, payload })
  }
  for (const { pattern, payload } of LEXICON)
    rules.push({ pattern, payload: one({ ...NOTHING, of: 'feeling', effect: payload }) })
  for (const { pattern, payload } of ASIDES)
    rules.push({ pattern, payload: one({ ...NOTHING, of: 'aside', aside: payload }) })
  Object.entries(taxonomy.themes).forEach(([id, { words, positive, negative, except }], place) => {
    const said = (polarity: Found['polarity']): Omit<Found, 'number'> => {
      const [feature, effect] = [hashOf(id, polarity), EFFECTS[polarity]]
      return { ...NOTHING, of: 'theme', id, place, polarity, feature, effect }
    }
    add(words, said(0))
    add(positive, said(1))
    add(negative, said(-1))
    add(except, { ...NOTHING, of: 'except', id })
  })
  SIGNALS.forEach((id, place) => {
    const signal = taxonomy.signals[id]
    if (!signal) return
    const said = { ...NOTHING, of: 'signal', id, place, feature: hashOf(id, OF_SIGNAL) } as const
    add(signal.words, said)
    add(signal.certain, { ...said, certain: true })
    add(signal.except, { ...NOTHING, of: 'except', id })
  })
  return rules
}

/** Hits → by hit 1 where a theme or signal stands inside a phrase that is an exception to it, and so does not count. */
export function exceptedAmong({ count, from, to, what, payloads }: Hits<Found>): Uint8Array {
  const excepted = new Uint8Array(count)
  const reaches = new Map<number, Reach[]>() // by the number of what they are exceptions to
  for (let i = 0; i < count; i++) {
    const found = payloads[what[i] ?? 0]
    if (found?.of !== 'except') continue
    const reach = { from: from[i] ?? 0, to: to[i] ?? 0 }
    const known = reaches.get(found.number)
    if (known) known.push(reach)
    else reaches.set(found.number, [reach])
  }
  if (reaches.size === 0) return excepted
  for (const reach of reaches.values()) furthest(reach)
  const reachOf = payloads.map(({ number }) => reaches.get(number))
  for (let i = 0; i < count; i++) {
    const reach = reachOf[what[i] ?? 0]
    if (reach && reachAt(reach, from[i] ?? 0) >= (to[i] ?? 0)) excepted[i] = 1
  }
  return excepted
}

interface Reach {
  from: number
  to: number
}

/** Exceptions → in the order of where they begin, each with how far those up to it reach: so that many of them cost no square. */
function furthest(reach: Reach[]): void {
  reach.sort((a, b) => a.from - b.from)
  let most = 0
  for (const one of reach) {
    most = Math.max(most, one.to)
    one.to = most
  }
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
