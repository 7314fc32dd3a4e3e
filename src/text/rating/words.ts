import { type Claim, claim, type Reading, said } from './claims.ts'
import { isTransparent } from './clauses.ts'
import type { Family, Level, Tag } from './lexicon/tag.ts'
import { modify } from './modify.ts'
import type { Scale } from './scales.ts'
import type { Token } from './token.ts'

/** Which words a scale understands beyond its labels. */
const FAMILIES: Record<string, Family> = {
  csat5: 'satisfaction',
  stars5: 'satisfaction',
  ces7: 'agreement',
  nps11: 'likelihood',
}
const BEFORE = new Set<Tag>(['very', 'rather', 'all', 'not', 'nothing', 'notAtAll'])
const AFTER = new Set<Tag>(['all', 'intense', 'notAfter', 'very', 'rather'])
const BESIDE = new Set<Tag>([...BEFORE, 'word', 'num', 'stars', 'bound'])
/** Scale words that strengthen another one directly behind them: 好满意, "super satisfait". */
const ALSO_VERY = new Set(['好', 'super', 'bien', 'bem', 'top'])
/** Words that also say "understood": they rate only where nothing else does. */
const ALSO_HEARD = new Set(['ok', 'okay', 'fine', 'alright', 'all right'])

/** The claims that scale words make in one clause, with the negations and degrees around them. */
export function wordClaims(reading: Reading): Claim[] {
  const { tokens, clause, scale } = reading
  if (clause.asks || clause.supposes || clause.wants) return []
  const claims: Claim[] = []
  const family = FAMILIES[scale.id]
  const around = surroundings(reading)
  let passed: number | null = null
  for (let i = clause.from; i < clause.to; i++) {
    const word = tokens[i]
    const level = word && family && word.levels[family]
    if (!word || (level === undefined && word.value === null) || word.tag === 'num') continue
    if (strengthens(reading, i)) continue
    const from = firstModifier(reading, i)
    const to = lastModifier(reading, i + 1)
    const found = claim('word', from, to, rated(reading, i, from, to, family))
    found.overall = around.overall
    found.core = word.core
    found.weak = ALSO_HEARD.has(said(reading, i)) && to - from === 1
    found.cleanLeft = around.firstDirty >= from
    found.cleanRight = around.lastDirty < to
    i = to - 1
    const clean = found.cleanLeft && found.cleanRight
    if (said(reading, i) === '好' && to - from === 1 && !around.whole) continue
    if (clean || (word.core && (found.cleanLeft || found.cleanRight))) claims.push(found)
    else if (word.core) passed = found.value
  }
  // "At first satisfied, later dissatisfied": a word that was passed over still contradicts
  for (const found of claims) if (passed !== null && found.value !== passed) found.value = null
  return claims
}

interface Surroundings {
  firstDirty: number
  lastDirty: number
  whole: boolean
  overall: boolean
}

function surroundings({ tokens, clause }: Reading): Surroundings {
  const around: Surroundings = { firstDirty: Number.POSITIVE_INFINITY, lastDirty: -1, whole: false, overall: false }
  for (let k = clause.from; k < clause.to; k++) {
    const tag = tokens[k]?.tag ?? 'other'
    if (tag === 'overall') around.overall = true
    else if (tag === 'whole') around.whole = true
    if (isTransparent(tag) || BESIDE.has(tag) || AFTER.has(tag)) continue
    around.firstDirty = Math.min(around.firstDirty, k)
    around.lastDirty = k
  }
  return around
}

function strengthens(reading: Reading, i: number): boolean {
  const { tokens, clause } = reading
  const next = tokens[i + 1]
  if (i + 1 >= clause.to || next?.tag !== 'word' || !ALSO_VERY.has(said(reading, i))) return false
  return next.from - (tokens[i]?.to ?? 0) <= 1
}

function firstModifier(reading: Reading, word: number): number {
  let first = word
  for (let k = word - 1; k >= reading.clause.from; k--) {
    const tag = reading.tokens[k]?.tag
    if ((tag && BEFORE.has(tag)) || strengthens(reading, k)) first = k
    else if (tag !== 'fill') break
  }
  return first
}

function lastModifier({ tokens, clause }: Reading, after: number): number {
  let last = after
  for (let k = after; k < clause.to; k++) {
    const tag = tokens[k]?.tag
    if (tag && AFTER.has(tag)) last = k + 1
    else if (tag !== 'fill') break
  }
  const following = last < clause.to ? tokens[last]?.tag : undefined
  return following === 'word' || following === 'not' ? after : last
}

function rated(reading: Reading, word: number, from: number, to: number, family: Family | undefined): number | null {
  const { tokens, scale } = reading
  const token = tokens[word]
  const before = tokens.slice(from, word).filter((t) => t.tag !== 'fill')
  const after = tokens.slice(word + 1, to).filter((t) => t.tag !== 'fill')
  if (!token) return null
  if (token.value !== null && before.length + after.length === 0) return token.value
  const level = family && token.levels[family]
  if (!family || level === undefined) return null
  const turned = modify(level, before.map(degree), after.map(degree), token.core)
  return turned === null ? null : onScale(turned, family, scale)
}

const degree = (token: Token): Tag => (token.tag === 'word' ? 'very' : token.tag)

/** A level on a scale: the middle, one or two steps from it (three on seven points); of nps11 only the ends have words. */
function onScale(level: Level, family: Family, scale: Scale): number | null {
  if (family === 'likelihood') return level === 3 ? scale.max : level === -3 ? scale.min : null
  const middle = (scale.min + scale.max) / 2
  const steps = family === 'agreement' ? Math.abs(level) : Math.ceil(Math.abs(level) / 2)
  return middle + Math.sign(level) * steps
}
