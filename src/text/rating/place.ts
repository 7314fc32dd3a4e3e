import { type Claim, COPULAS, NO, type Reading, said, tagAt } from './claims.ts'
import { isTransparent } from './clauses.ts'
import type { Tag } from './lexicon/tag.ts'
import { isOfAnother, isPromised } from './promises.ts'

/** A number as it was found, before its place in the sentence is judged. */
export interface Read {
  claim: Claim
  /** Has a unit, a denominator or stars: a rating even where the sentence says more. */
  explicit: boolean
}

/** How far a cue may stand from the number it is about. */
const REACH = 12
/** "4分，扣一分是因为慢": what is taken off says nothing beside what is given. */
const DEDUCTS: ReadonlySet<string> = new Set([
  '扣',
  '扣掉',
  '少',
  '减',
  '减去',
  '少给',
  '差',
  'minus',
  'less',
  'cutting',
  'deducting',
  'deducted',
  'docking',
  'docked',
])
/** "Because zero isn't on there", "a 5 last year", 5分太多, 5分怕你骄傲: a number of which this is said is not given. */
const IS_NOT: ReadonlySet<string> = new Set([
  "isn't",
  'isnt',
  "wasn't",
  'wasnt',
  'is not',
  'was not',
  '不可能',
  '别想',
  '没门',
  'until today',
  'until now',
  'until this',
  'till now',
  'till today',
  'up until now',
  '太多',
  '太高',
  '太低',
  '怕',
  'last time',
  'last year',
  'last month',
  'last week',
])
/** "#5", "no. 4": where an answer begins so and its clause says no more, it is the number of a choice. */
const NUMBER_SIGNS: ReadonlySet<string> = new Set(['#', 'no.', 'no', 'nr', 'nr.', '№'])
const DENIES = new Set<Tag>(['not', 'nothing', 'notAtAll'])
/** What may stand beside a number without making it part of another sentence. */
const BESIDE = new Set<Tag>([
  'word',
  'very',
  'rather',
  'all',
  'intense',
  'num',
  'stars',
  'top',
  'bottom',
  'not',
  'bound',
  'of',
  'scaleOf',
  'half',
  'notAfter',
])

/** Looks left and right in the clause for what bears on the claim. */
export function look(reading: Reading, found: Claim) {
  const { clause, tokens } = reading
  found.cleanLeft = true
  for (let k = found.from - 1; k >= clause.from && k >= found.from - REACH; k--) {
    const tag = tokens[k]?.tag ?? 'other'
    if (tag === 'num' || tag === 'stars') break
    if (DENIES.has(tag) && !NO.has(said(reading, k))) found.void = true
    else if (said(reading, k) === 'neither') found.void = true
    else if (tag === 'past') found.void = true
    else if (tag === 'wish') found.weak = true
    else if (tag === 'overall') found.overall = true
    else if (tag === 'bound') {
      found.value = null
      if (DEDUCTS.has(said(reading, k))) found.void = true
    } else if (!isTransparent(tag) && !BESIDE.has(tag)) {
      found.cleanLeft = false
      break
    }
  }
  if (tagAt(reading, found.to) === 'bound' && !isWhole(reading, found)) found.value = null
  if (IS_NOT.has(said(reading, found.to))) found.void = true
  found.cleanRight = true
  for (let k = found.to; k < clause.to && k < found.to + REACH; k++) {
    const tag = tokens[k]?.tag ?? 'other'
    if (DEDUCTS.has(said(reading, k))) found.weak = true
    if (tag === 'emoji' && k === found.to) break // it ends what it stands behind
    if (isTransparent(tag) || BESIDE.has(tag)) continue
    found.cleanRight = false
    break
  }
}

/** "4 from the kids", ⭐⭐⭐⭐ 少一颗给配送: what follows says who gives it, or was taken off already when it was drawn. */
function isWhole(reading: Reading, { from, to }: Claim): boolean {
  const next = said(reading, to)
  if (next === 'from') return tagAt(reading, to + 1) !== 'num'
  return tagAt(reading, from) === 'stars' && DEDUCTS.has(next)
}

/** Whether a number in this place can be a rating at all, and not a count, a name or an amount. */
export function admissible(reading: Reading, { claim: found, explicit }: Read): boolean {
  const { clause, tokens } = reading
  const before = leadOf(reading, found)
  if (before === 0 && NUMBER_SIGNS.has(said(reading, 0)) && clause.to === found.to) return true
  const lead = tagAt(reading, before)
  if (lead === 'label' && (!explicit || said(reading, before) === '第')) return false
  if (found.kind === 'scale') return !clause.asks
  if (clause.asks || clause.supposes || (clause.wants && !explicit)) return false
  if (isGivenElsewhere(reading, found)) return false
  const ranks = !found.cleanRight || tagAt(reading, found.to) === 'whole' // "number 1 service"
  if (ranks && said(reading, found.from - 1) === 'number') return false
  if (found.cleanLeft && found.cleanRight) return true
  if (explicit) return found.cleanLeft || found.cleanRight || given(reading, found.from)
  if (tokens[found.from]?.spelled) return false
  if (found.cleanLeft) return !counts(reading, found.to) && !nameGoesOn(reading, found.to)
  return found.cleanRight && lead !== 'count' && said(reading, before) !== 'number' && found.to === clause.to
}

/** A good rating that is promised for something to be done, and any that another company gets. */
function isGivenElsewhere({ tokens, text, clause, scale }: Reading, { from, to, value }: Claim): boolean {
  const [start, first, last] = [tokens[clause.from]?.from ?? 0, tokens[from]?.from ?? 0, tokens[to - 1]?.to ?? 0]
  const good = value !== null && value > (scale.min + scale.max) / 2
  return (good && isPromised(text, first, last)) || isOfAnother(text, start, first)
}

/** The token that says what a number is of, past a copula: 订单号是5. */
function leadOf(reading: Reading, found: Claim): number {
  const before = found.from - 1
  return before > reading.clause.from && COPULAS.has(said(reading, before)) ? before - 1 : before
}

/** Whether a number inside a sentence might have been a rating all the same: neither a name nor a count. */
export function couldRate(reading: Reading, found: Claim): boolean {
  if (found.cleanLeft || found.cleanRight || reading.tokens[found.from]?.spelled) return false
  return tagAt(reading, leadOf(reading, found)) !== 'label' && !counts(reading, found.to)
}

/** "给小李5分让他加油", "I gave the lady 5 stars for trying": in the middle of a sentence, but given. */
function given(reading: Reading, from: number): boolean {
  for (let k = from - 1; k >= from - REACH; k--) if (tagAt(reading, k) === 'rate') return true
  return false
}

/** 3C, 5g: letters written on to the digits make them a name. */
function nameGoesOn({ tokens, text }: Reading, at: number): boolean {
  const next = tokens[at]
  return next?.tag === 'other' && next.from === tokens[at - 1]?.to && /[a-z]/.test(text.charAt(next.from))
}

/** "3 different answers", "2 lost parcels", "5 or so hours": what follows is counted, not rated. */
function counts(reading: Reading, at: number): boolean {
  let words = 0
  for (let k = at; k < at + REACH && words < 2; k++) {
    const tag = tagAt(reading, k)
    if (tag === 'count') return true
    if (tag !== 'other' && tag !== 'hedge') return false
    if (tag !== 'other') continue
    words++
    if (/^[a-z]{2,}[^s]s$/.test(said(reading, k))) return true
  }
  return false
}
