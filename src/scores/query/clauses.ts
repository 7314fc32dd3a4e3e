import type { Dimension } from '../query.ts'
import type { Noun, Sense } from './lexicon.ts'
import { as, type Read } from './moment.ts'
import { type Stopped, stopAt } from './reading.ts'
import type { Token } from './scan.ts'

/** A name that is also another word of the question, or two names, must say what it is: "agent june", "channel teams". */
export function isAmbiguous(token: Token): boolean {
  const values = token.senses.filter((sense) => sense.kind === 'value' && sense.noun !== 'flow')
  const others = token.senses.some(({ kind }) => kind !== 'value' && kind !== 'filler')
  const several = values.length > 1 || (values.length === 1 && others)
  // Digits are a number first; as somebody's id they come after "agent".
  return several && as(token, 'number') === null
}

const TIMES = ['day', 'week', 'month'] as const

/** Reads by team, 按班组, 每天, daily; and what asks for an order: best agents, 客服排名, who, 哪个组. */
export function breakdownAt(tokens: readonly Token[], at: number): Read<Dimension> | null {
  const fused = as(tokens[at], 'by-time')
  if (fused) return { value: fused.unit, next: at + 1 }
  if (as(tokens[at], 'who')) return { value: 'agent', next: at + 1 }
  const ranked = as(tokens[at], 'noun')
  if (ranked && as(tokens[at + 1], 'rank')) return { value: ranked.noun, next: at + 2 }
  if (as(tokens[at], 'rank')) {
    const of = as(tokens[at + 1], 'noun')
    return of ? { value: of.noun, next: at + 2 } : null
  }
  if (!as(tokens[at], 'by')) return null
  const noun = as(tokens[at + 1], 'noun')
  if (noun) return { value: noun.noun, next: at + 2 }
  const unit = as(tokens[at + 1], 'unit')?.unit
  const time = TIMES.find((known) => known === unit)
  return time ? { value: time, next: at + 2 } : null
}

type Value = Extract<Sense, { kind: 'value' }>

const isValueOf =
  (noun: Noun) =>
  (sense: Sense): sense is Value =>
    sense.kind === 'value' && sense.noun === noun
const valuesOf = (token: Token | undefined, noun: Noun) => token?.senses.filter(isValueOf(noun)) ?? []

/** Of what kind the names at a token are: said before them (team, via), or theirs alone; a flow is always said. */
function kindAt(tokens: readonly Token[], at: number): { noun: Noun; said: boolean } | null {
  const token = tokens[at]
  const said = as(token, 'noun')
  if (said) return { noun: said.noun, said: true }
  if (as(token, 'via') && valuesOf(tokens[at + 1], 'channel').length > 0) return { noun: 'channel', said: true }
  const own = token?.senses.find((sense): sense is Value => sense.kind === 'value' && sense.noun !== 'flow')
  return own && !as(token, 'number') ? { noun: own.noun, said: false } : null
}

/** Reads team refunds, refunds team, 退款组和账单组, via web; null if none begins here. */
export function filterAt(tokens: readonly Token[], at: number): Read<{ noun: Noun; ids: string[] }> | Stopped | null {
  const token = tokens[at]
  const kind = kindAt(tokens, at)
  if (!token || !kind) return null
  const { noun, said } = kind
  const has = (index: number) => valuesOf(tokens[index], noun).length > 0
  let next = said ? at + 1 : at
  if (!has(next)) return stopAt(token, token, 'missing')
  const ids: string[] = []
  for (let more = true; more; ) {
    const named = tokens[next]
    const [value, another] = valuesOf(named, noun)
    if (named && another) return stopAt(named, named, 'ambiguous')
    if (value) ids.push(value.id)
    const linked = as(tokens[next + 1], 'join') ?? as(tokens[next + 1], 'or') ?? as(tokens[next + 1], 'comma')
    more = linked !== null && has(next + 2)
    next += more ? 2 : 1
  }
  // "Anna and Refunds" may be either's answers or those they share.
  const other = tokens[next + 1]
  if (as(tokens[next], 'join') && other && as(other, 'value')) return stopAt(token, other, 'ambiguous')
  // "refunds team": the noun may follow its name, unless it begins the next one.
  const trailing = !said && as(tokens[next], 'noun')?.noun === noun && !has(next + 1)
  return { value: { noun, ids }, next: trailing ? next + 1 : next }
}
