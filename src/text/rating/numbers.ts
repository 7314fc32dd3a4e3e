import { type Claim, COPULAS, claim, type Reading, said, tagAt } from './claims.ts'
import { admissible, couldRate, look, type Read } from './place.ts'

/** The claims that numbers, stars and 满分 make in one clause. */
export function numberClaims(reading: Reading): Claim[] {
  const { clause, tokens } = reading
  const claims: Claim[] = []
  let passed: number | null = null
  let ofAPart: number | null = null
  for (let i = clause.from; i < clause.to; ) {
    const read = starsAt(reading, i) ?? lengthAt(reading, i) ?? topAt(reading, i) ?? numberAt(reading, i)
    if (!read) {
      i++
      continue
    }
    look(reading, read.claim)
    i = read.claim.to
    if (admissible(reading, read)) claims.push(read.claim)
    else {
      if (couldRate(reading, read.claim)) passed = read.claim.value
      if (read.explicit && isInside(read.claim)) ofAPart = read.claim.value
      if (tokens[i]?.tag === 'or' && tokens[i + 1]?.tag === 'num') i += 2 // "either 3 or 4": what excludes the one excludes the other
    }
  }
  // "3 for speed 5 for attitude": a number that was passed over still contradicts one that shares its clause
  for (const found of claims) if (passed !== null && passed !== found.value && !found.cleanRight) found.value = null
  // 司机五星 平台一星: each is of a part
  for (const found of claims) if (ofAPart !== null && ofAPart !== found.value && !found.cleanLeft) found.value = null
  return claims
}

/** Whether a number stands among words on either side, and is not said to be none. */
const isInside = (found: Claim): boolean =>
  found.kind === 'number' && !found.void && !found.cleanLeft && !found.cleanRight

/** The index behind a unit of rating at `k`, or `k`. 点 is one in Japanese, or where nothing else is said. */
function behindUnit(reading: Reading, k: number): number {
  const tag = tagAt(reading, k)
  const dot = tag === 'dot' && (reading.kana || reading.tokens.length === k + 1)
  const star = tag === 'stars' && reading.tokens[k]?.value === 1
  return tag === 'point' || tag === 'star' || dot || star ? k + 1 : k
}

/** ⭐⭐⭐⭐ counts on scales of five, and ★★★☆☆☆☆ on one of seven; one star among words is an ornament. */
function starsAt(reading: Reading, i: number): Read | null {
  const token = reading.tokens[i]
  if (token?.tag !== 'stars') return null
  const alone = reading.tokens.every((t) => ['stars', 'stop', 'fill', 'or'].includes(t.tag))
  const drawn = /[☆✩]/u.test(said(reading, i)) // ★☆☆☆☆ is no ornament
  const all = drawn ? said(reading, i).replaceAll(' ', '').length : 5
  if (token.value === 1 && !alone && !drawn) return null
  const twice = tagAt(reading, i + 1) === 'num' && reading.tokens[i + 1]?.value === token.value
  return {
    claim: claim('number', i, twice ? i + 2 : i + 1, reading.scale.max === all ? token.value : null),
    explicit: true,
  }
}

/** How long the scale is: "out of 5", "of 1 to 5", 5分制, 满分5分, 5点満点中. */
function lengthAt(reading: Reading, i: number): Read | null {
  const { tokens, scale } = reading
  const tag = tagAt(reading, i)
  const copula = tag === 'top' && COPULAS.has(said(reading, i + 1))
  const end = tag === 'of' && tagAt(reading, i + 2) === 'or' ? i + 3 : copula ? i + 2 : i + 1
  const some = tag === 'of' && tagAt(reading, end + 1) === 'count' // "2 of 6 boxes"
  if ((tag === 'of' || tag === 'top') && !some && tagAt(reading, end) === 'num') {
    return {
      claim: claim('scale', i, behindUnit(reading, end + 1), tokens[end]?.value ?? null),
      explicit: true,
    }
  }
  if (said(reading, i) === '总分' && tokens[i + 1]?.value === scale.max && isGivenAfter(reading, i + 2))
    return { claim: claim('scale', i, behindUnit(reading, i + 2), scale.max), explicit: true }
  if (tag !== 'num') return null
  const next = behindUnit(reading, i + 1)
  if (tagAt(reading, next) !== 'scaleOf' && tagAt(reading, next) !== 'top') return null
  return { claim: claim('scale', i, next + 1, tokens[i]?.value ?? null), explicit: true }
}

/** 总分5分，我给1分: behind `from` a number is given, so that the one before was the length of the scale. */
const isGivenAfter = ({ tokens }: Reading, from: number): boolean =>
  tokens.some((token, k) => k >= from && token.tag === 'rate' && tokens[k + 1]?.tag === 'num')

function topAt(reading: Reading, i: number): Read | null {
  const tag = tagAt(reading, i)
  if (tag !== 'top' && tag !== 'bottom') return null
  return { claim: claim('number', i, i + 1, tag === 'top' ? reading.scale.max : reading.scale.min), explicit: true }
}

function numberAt(reading: Reading, i: number): Read | null {
  const { tokens, scale, kana } = reading
  const token = tokens[i]
  if (token?.tag !== 'num') return null
  const next = behindUnit(reading, i + 1)
  if (tagAt(reading, next) === 'of' && tagAt(reading, next + 1) === 'num') {
    if (tagAt(reading, next + 2) === 'count') return null // "3 out of 10 times"
    const value = tokens[next + 1]?.value === scale.max ? token.value : null
    return { claim: claim('number', i, behindUnit(reading, next + 2), value), explicit: true }
  }
  const decimal = tagAt(reading, i + 1) === 'dot' && tagAt(reading, i + 2) === 'num' // 四点五分
  if (decimal) return { claim: claim('number', i, behindUnit(reading, i + 3), null), explicit: true }
  if (tagAt(reading, next) === 'half') return { claim: claim('number', i, next + 1, null), explicit: next > i + 1 }
  if (tagAt(reading, next) === 'dot') return null // five o'clock
  const starred = tagAt(reading, i - 1) === 'star' || (tagAt(reading, i - 1) === 'stars' && tokens[i - 1]?.value === 1)
  if (tagAt(reading, next) === 'count')
    return starred ? { claim: claim('number', i, next + 1, token.value), explicit: true } : null
  if (kana && said(reading, i + 1) === '分') return null // minutes
  const stars = starred || tagAt(reading, i + 1) === 'star'
  return {
    claim: claim('number', i, next, stars && scale.max !== 5 ? null : token.value),
    explicit: next > i + 1 || starred,
  }
}
