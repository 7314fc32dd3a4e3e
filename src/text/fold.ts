import { simplify } from './simplify.ts'
import { ROOM } from './units.ts'

/**
 * A text as the matchers see it: compatibility forms, case, marks and Chinese script levelled.
 * `start(i)` and `end(i)` give the UTF-16 offsets, in the text as given, of the character that folded unit `i` came from.
 */
export interface Folded {
  text: string
  start(unit: number): number
  end(unit: number): number
}

const UNKNOWN = 0
const SPECIAL = 0xffff
const table = new Uint16Array(0x10000)
const expansions = new Map<number, string>()

const isHan = (unit: number) => unit >= 0x3400 && unit <= 0x9fff
const isHigh = (unit: number) => unit >= 0xd800 && unit <= 0xdbff
const isLow = (unit: number) => unit >= 0xdc00 && unit <= 0xdfff
const keepsMarks = (unit: number) => unit >= 0x3040 && unit !== 0xfe0f // kana and hangul would fall apart

/** What phones and keyboards put for a hyphen, a long vowel's mark too: "0937ー255ー481". */
const DASHES = '\u2010\u2011\u2012\u2013\u2212ー'

/** One character → what it is matched as: "Ａ" → "a", "é" → "e", "裡" → "里", "①" → "1", a zero-width space → "". */
function level(char: string): string {
  const unit = char.charCodeAt(0)
  if (char === '’' || char === '‘' || char === '＇') return "'"
  if (isHan(unit)) return simplify(char)
  if (DASHES.includes(char)) return '-'
  const plain = keepsMarks(unit)
    ? char.normalize('NFKC')
    : char
        .normalize('NFKD')
        .replace(/[\p{M}\p{Cf}]/gu, '')
        .normalize('NFC')
  return plain.toLowerCase()
}

function learn(unit: number): number {
  const to = level(String.fromCharCode(unit))
  const one = to.length === 1 ? to.charCodeAt(0) : SPECIAL
  if (one === SPECIAL) expansions.set(unit, to)
  table[unit] = one === UNKNOWN ? unit : one
  return table[unit] ?? unit
}

const itself = (i: number) => i
const next = (i: number) => i + 1
// First halves of pairs that fold into something shorter: digits and letters for formulas, modifiers of emoji.
const MATHEMATICAL = 0xd835
const SKIN_TONES = 0xd83c

const ASCII = /^[ -~\n\r\t]*$/
let scratch = new Uint16Array(ROOM)
let bytes = Buffer.from(scratch.buffer)

/** Any string → its folded form, in linear time; lone surrogates stay as they are. */
export function fold(text: string): Folded {
  if (ASCII.test(text)) return { text: text.toLowerCase(), start: itself, end: next }
  const { length } = text
  if (scratch.length < length) {
    scratch = new Uint16Array(length)
    bytes = Buffer.from(scratch.buffer)
  }
  let changed = false
  for (let i = 0; i < length; i++) {
    const unit = text.charCodeAt(i)
    let to = table[unit] || learn(unit)
    if (isHigh(unit) || isLow(unit)) {
      if (unit === MATHEMATICAL || unit === SKIN_TONES) return foldSlowly(text)
      to = unit
    } else if (to === SPECIAL) return foldSlowly(text)
    if (to !== unit) changed = true
    scratch[i] = to
  }
  return { text: changed ? bytes.toString('utf16le', 0, length * 2) : text, start: itself, end: next }
}

/** The same with a map of offsets, for texts in which some character becomes none or several. */
function foldSlowly(text: string): Folded {
  let folded = ''
  let last = { pair: '\n', level: '' } // what is said again need not be levelled again
  const from: number[] = []
  const to: number[] = []
  for (let i = 0; i < text.length; ) {
    const unit = text.charCodeAt(i)
    const pair = isHigh(unit) && isLow(text.charCodeAt(i + 1))
    const width = pair ? 2 : 1
    if (pair && !text.startsWith(last.pair, i))
      last = { pair: text.slice(i, i + 2), level: levelPair(text.slice(i, i + 2)) }
    const part = pair ? last.level : levelUnit(unit)
    for (let k = 0; k < part.length; k++) {
      from.push(i)
      to.push(i + width)
    }
    folded += part
    i += width
  }
  return { text: folded, start: (i) => from[i] ?? text.length, end: (i) => to[i] ?? text.length }
}

function levelUnit(unit: number): string {
  const to = table[unit] || learn(unit)
  return to === SPECIAL ? (expansions.get(unit) ?? '') : String.fromCharCode(to)
}

const SKIN_TONE = /^\ud83c[\udffb-\udfff]$/

function levelPair(pair: string): string {
  if (SKIN_TONE.test(pair)) return ''
  return pair.normalize('NFKC').toLowerCase()
}
