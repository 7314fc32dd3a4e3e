import { OF_EMOJI } from './grams.ts'
import { asks, type Part, standsIn } from './part.ts'
import type { Told } from './tell.ts'

/** What the sentiment model weighs, beside the trained words: numbers around -3..3, each named in `POLAR_INPUTS` or `FLAT_INPUTS`. */
export interface Evidence {
  /** For good against bad: signed, positive is good. */
  polar: number[]
  /** For saying nothing of either kind. */
  flat: number[]
  /** Speaks of leaving, of the law or of danger, and praises nothing: bad whatever the words sound like. */
  grave: boolean
}

export const POLAR_INPUTS = [
  'bias',
  'lexicon',
  'model',
  'lexicon in a short text',
  'model in a short text',
  'risk',
  'ending',
  'comments on a short text',
] as const
export const FLAT_INPUTS = [
  'bias',
  'strength of the lexicon',
  'strength of the model',
  'any word of feeling',
  'words of feeling',
  'question',
  'suggestion',
  'wants contact',
  'risk',
  'praise',
  'length',
  'short',
  'named theme only',
  'both against each other',
  'comments',
  'strength of the comments',
] as const

const SHORT = 12
const MILD = 2
/** Emoji alone are a feeling, never a fact. */
const FELT = -5

function isAnyWord({ reading, runs }: Part): boolean {
  const { of, from, to, count } = reading.grams
  for (let i = 0; i < count; i++) if (of[i] !== OF_EMOJI && standsIn(runs, from[i] ?? 0, to[i] ?? 0)) return true
  return false
}

const squash = (value: number, scale: number) => Math.tanh(value / scale) * 3

/** What counts of a comment, the logit of the reviews' model and what the tagger says → the inputs of the two last steps. */
export function weigh(part: Part, logit: number, told: Pick<Told, 'felt'>): Evidence {
  const { count, feeling, runs } = part
  const { hits, excepted } = part.reading
  const short = count <= SHORT ? 1 : 0
  const lexicon = squash(feeling.total, short ? 3 : 6)
  const isWorded = isAnyWord(part)
  const settled = !isWorded || (feeling.firm && short === 1) // what is settled as it stands, no model overrides
  const model = settled ? 0 : squash(logit, 3)
  const has = new Set<string>()
  let named = 0
  for (let i = 0; i < hits.count; i++) {
    if (!standsIn(runs, hits.from[i] ?? 0, hits.to[i] ?? 0)) continue
    const found = hits.payloads[hits.what[i] ?? 0]
    if (found?.of === 'theme') named++
    else if (found?.of === 'signal' && excepted[i] === 0) has.add(found.id)
  }
  const flag = (...ids: string[]) => (ids.some((id) => has.has(id)) ? 1 : 0)
  const risk = flag('churn', 'legal', 'safety')
  const ending = squash(feeling.ending, 3)
  const good = settled ? 0 : squash(told.felt('good'), 3)
  return {
    grave: risk === 1 && feeling.total <= MILD,
    polar: [1, lexicon, model, lexicon * short, model * short, risk, ending, good * short],
    flat: [
      1,
      Math.abs(lexicon),
      Math.abs(model),
      feeling.words > 0 ? 1 : 0,
      Math.min(feeling.words, 6) / 2,
      asks(part) ? 1 : 0,
      flag('suggestion'),
      flag('contact', 'urgent'),
      risk,
      flag('praise'),
      Math.log(1 + count) / 2,
      short,
      named > 0 && feeling.words === 0 ? 1 : 0,
      lexicon * model < 0 ? 1 : 0,
      isWorded ? (settled ? -1 : squash(told.felt('flat'), 3)) : FELT,
      Math.abs(good),
    ],
  }
}
