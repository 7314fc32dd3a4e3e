import { RELATIVES } from '../relatives.ts'
import { SURNAMES, SYLLABLES, TWO } from '../surnames.ts'
import { isKnown, type Known } from './known.ts'
import { bucketOf } from './namer.ts'

/**
 * A surname, or that of a husband and another, and one or two characters behind it, two characters alone, or three syllables and more, that
 * may be somebody's private name: where they begin, where the first name does (at the same place when it stands alone), and the end.
 */
export interface HanName {
  begins: number
  given: number
  ends: number
}

/** The first Han character, and the one behind the last. */
const [HAN, BEHIND] = [0x4e00, 0xa000]

const ONE = 1
const FIRST_OF_TWO = 2
const SYLLABLE = 4
/** Nobody is called by it. */
const NEVER = 8
/** What relatives are called begins with it, or ends so. */
const [KIN_BEGINS, KIN_ENDS] = [16, 32]
/** Han character → whether it is a surname, whether one of two begins with it, and so on. */
const kinds = new Uint8Array(BEHIND - HAN)
const DOUBLE = new Set(TWO.split('|'))
const KIN: ReadonlySet<string> = new Set(RELATIVES.zh.split('|'))
/** Surnames that are words of every day, or as rare as their characters are not, so that no pattern asks for them. */
const FURTHER = '区花水平计云昌凤酆贝贲杭诸钮滑松乌宿怀索阴鬱扶堵郤夔毋乜睢禤旷揣缑汝钦琴贠妫柘宛沐佀訚呙'
for (const [kind, characters] of [
  [ONE, SURNAMES + FURTHER],
  [SYLLABLE, SYLLABLES],
  [FIRST_OF_TWO, [...DOUBLE].map((name) => name.charAt(0)).join('')],
  [NEVER, '我你您他她它们俺咱的了是在不就都也很吗呢吧啊呀这那哪谁什么怎个把被让给跟'],
  [KIN_BEGINS, [...KIN].map((kin) => kin.charAt(0)).join('')],
  [KIN_ENDS, [...KIN].map((kin) => kin.charAt(kin.length - 1)).join('')],
] as const)
  for (const char of characters) kinds[char.charCodeAt(0) - HAN] = (kinds[char.charCodeAt(0) - HAN] ?? 0) | kind

function mayBeGiven(text: string, at: number): boolean {
  const unit = text.charCodeAt(at)
  return unit >= HAN && unit < BEHIND && ((kinds[unit - HAN] ?? NEVER) & NEVER) === 0
}

const isGiven = (text: string, at: number) => mayBeGiven(text, at) && mayBeGiven(text, at + 1)

/** Two characters of a folded text → their hash. */
export const hanPair = (text: string, at: number): number =>
  Math.imul((text.charCodeAt(at) << 16) | (text.charCodeAt(at + 1) & 0xffff), 0x2c1b3c6d)

function isOf(what: number, text: string, at: number): boolean {
  const unit = text.charCodeAt(at)
  return unit >= HAN && unit < BEHIND && ((kinds[unit - HAN] ?? 0) & what) !== 0 // a look outside of the table costs much
}

/** From three syllables on they may be a name of Uighurs, Kazakhs, Mongols or Tibetans. */
const FEWEST = 3
const MOST = 10
const BETWEEN = '·'

function takeSyllables(text: string, begins: number, take: (name: HanName) => void): void {
  let ends = begins + 1
  while (ends - begins < MOST && isOf(SYLLABLE, text, text.charAt(ends) === BETWEEN ? ends + 1 : ends)) ends++
  if (ends - begins >= FEWEST) take({ begins, given: begins, ends })
}

/** Calls `take` with each that may be a name, from `from` to `to` of a folded text: all but those that begin as words of every day do. */
export function eachHanName(text: string, from: number, to: number, pairs: Known, take: (name: HanName) => void): void {
  for (let i = from; i < to; i++) {
    const unit = text.charCodeAt(i)
    if (unit < HAN || unit >= BEHIND) continue
    const kind = kinds[unit - HAN] ?? 0
    if ((kind & SYLLABLE) !== 0 && !isOf(SYLLABLE, text, i - 1)) takeSyllables(text, i, take)
    if (isKnown(pairs, hanPair(text, i))) continue
    if (isGiven(text, i)) take({ begins: i, given: i, ends: i + 2 })
    if ((kind & ONE) !== 0) {
      eachGiven(text, i, i + 1, take)
      if (isOf(ONE, text, i + 1) && isGiven(text, i + 2)) take({ begins: i, given: i + 2, ends: i + 4 })
    }
    if ((kind & FIRST_OF_TWO) !== 0 && DOUBLE.has(text.slice(i, i + 2))) eachGiven(text, i, i + 2, take)
  }
}

function eachGiven(text: string, begins: number, given: number, take: (name: HanName) => void): void {
  if (!mayBeGiven(text, given)) return
  take({ begins, given, ends: given + 1 })
  if (mayBeGiven(text, given + 1)) take({ begins, given, ends: given + 2 })
}

const START = 1
const END = 2
const DIGIT = 3
const SPACE = 4

/** A character as it is told by: figures are alike, and so are spaces and ends. */
function unitAt(text: string, at: number): number {
  if (at < 0) return START
  if (at >= text.length) return END
  const unit = text.charCodeAt(at)
  if (unit >= 48 && unit <= 57) return DIGIT
  return unit <= 32 ? SPACE : unit
}

const LONGEST_KIN = 3
/** Whether a relative stands right before a place: "我女儿" before a name. */
function isKinBefore(text: string, at: number): boolean {
  if (!isOf(KIN_ENDS, text, at - 1)) return false
  for (let length = LONGEST_KIN; length > 0; length--) if (KIN.has(text.slice(at - length, at))) return true
  return false
}
/** Whether "妈妈" or the like stands right behind a place. */
const isKinBehind = (text: string, at: number) =>
  isOf(KIN_BEGINS, text, at) && (KIN.has(text.slice(at, at + 2)) || KIN.has(text.charAt(at)))

/** How many characters before a name are looked at two by two, wherever they stand. */
const LED_BY = 9
/** The same behind it. */
const FOLLOWED_BY = 4

const pairAt = (text: string, at: number) => (unitAt(text, at) << 16) | unitAt(text, at + 1)

const familyOf = (text: string, { begins, given }: HanName) =>
  given === begins ? 0 : (text.charCodeAt(begins) << 16) | (given - begins > 1 ? text.charCodeAt(begins + 1) : 0)

/** What tells most, and sooner than all: the surname, the first name, and what stands beside them. */
export function closeFeaturesOfHan(text: string, name: HanName, take: (bucket: number) => void): void {
  const { begins, given, ends } = name
  take(bucketOf(32, familyOf(text, name), ends - given))
  take(bucketOf(36, text.charCodeAt(given), ends - given))
  take(bucketOf(38, text.charCodeAt(ends - 1)))
  take(bucketOf(40, pairAt(text, begins - 2)))
  take(bucketOf(42, unitAt(text, ends), ends - given))
  take(bucketOf(45, unitAt(text, begins - 1), unitAt(text, ends)))
}

/** What else speaks for and against it being a name. */
export function furtherFeaturesOfHan(text: string, name: HanName, take: (bucket: number) => void): void {
  const { begins, given, ends } = name
  const family = familyOf(text, name)
  const first = ends - given > 1 ? pairAt(text, given) : text.charCodeAt(given)
  const [left, right] = [unitAt(text, begins - 1), unitAt(text, ends)]
  take(bucketOf(31, family))
  take(bucketOf(34, first))
  take(bucketOf(35, family, first))
  take(bucketOf(39, left))
  take(bucketOf(43, right))
  take(bucketOf(44, pairAt(text, ends)))
  take(bucketOf(47, text.charCodeAt(ends - 1), right))
  take(bucketOf(49, begins === 0 ? 1 : 0, ends === text.length ? 1 : 0))
  const how = (isKinBefore(text, begins) ? 8 : 0) + (family === 0 ? 0 : 4) + (ends - given)
  take(bucketOf(54, how, isKinBehind(text, ends) ? 1 : 0))
  for (let k = 2; k <= LED_BY; k++) take(bucketOf(50, pairAt(text, begins - k)))
  for (let k = 1; k <= FOLLOWED_BY; k++) take(bucketOf(57, pairAt(text, ends + k)))
}
