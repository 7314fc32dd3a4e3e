/**
 * A folded text cut into what patterns are written in: one unit a Han character, word or number. Spaces vanish; punctuation
 * starts a new clause. Emoji count only where hardly anything else is said, so that none can turn what words say.
 * `from` and `to` are positions in the folded text.
 */
export interface Units {
  readonly count: number
  readonly from: Uint16Array
  readonly to: Uint16Array
  readonly clause: Uint16Array
  readonly kind: Uint8Array
  /** Clause by number: does a sentence (not only a clause) end after it, and with a question mark? */
  readonly sentenceEnds: Set<number>
  readonly questions: Set<number>
}

export const CHARACTER = 0
export const WORD = 1
export const NUMBER = 2

/** Pictures and symbols, as `cut` knows them. */
const PICTURES = /[\u2190-\u2bff]|[\ud83c-\ud83e][\udc00-\udfff]/g

/** A folded text without emoji. */
export const undecorated = (text: string): string => text.replace(PICTURES, '')

/** With more units than these, emoji are decoration. */
const FEW = 2

const SPACE = 0
/** The class of letters. */
export const LETTER = 1
const DIGIT = 2
const SINGLE = 3
const PICTURE = 4
const APOSTROPHE = 5
const COMMA = 6
const STOP = 7
const ASK = 8
const UNKNOWN = 255

const classes = new Uint8Array(0x10000).fill(UNKNOWN)
const LETTERS = /[\p{L}\p{M}]/u

function mark(what: number, characters: string): void {
  for (const char of characters) classes[char.charCodeAt(0)] = what
}
mark(DIGIT, '0123456789')
mark(APOSTROPHE, "'")
mark(ASK, '?？')
mark(STOP, '.!。！;；\n\r…~～')
mark(COMMA, ',，、:：()（）[]【】<>《》|\t"“”')
classes.fill(PICTURE, 0x2190, 0x2c00) // arrows, symbols and the older emoji
classes.fill(PICTURE, 0xd83c, 0xd83f) // first halves of the newer emoji
classes.fill(SINGLE, 0xd840, 0xd88c) // first halves of rare Han
classes.fill(SPACE, 0xdc00, 0xe000)

/** A character of folded text → its class. */
export function classOf(unit: number): number {
  const known = classes[unit] ?? SPACE
  if (known !== UNKNOWN) return known
  const letter = LETTERS.test(String.fromCharCode(unit))
  const found = !letter ? SPACE : unit >= 0x2e80 && unit <= 0xd7ff ? SINGLE : LETTER
  classes[unit] = found
  return found
}

/** No channel carries a longer message than Slack's 40,000 characters: what comes behind is masked, and not read. Places have 16 bits. */
export const LONGEST = 40_000

/**
 * So much of anything memory that every text uses again has room for from the start: what no text has touched costs nothing, while the
 * engine compiles anew what finds the room too small, in the middle of a text.
 */
export const ROOM = 2 ** 18

// Where units are put together; every text uses it again, and takes a copy of as much as it needs.
const [from, to, clause] = [new Uint16Array(LONGEST), new Uint16Array(LONGEST), new Uint16Array(LONGEST)]
const kind = new Uint8Array(LONGEST)

/** Folded text → its units, in linear time. */
export function cut(text: string): Units {
  const length = Math.min(text.length, LONGEST)
  const pictures: [from: number, to: number][] = []
  const sentenceEnds = new Set<number>()
  const questions = new Set<number>()
  let count = 0
  let current = 0
  let inClause = 0
  for (let i = 0; i < length; ) {
    const what = classOf(text.charCodeAt(i))
    let end = i + 1
    if (what === LETTER) {
      while (end < length && continuesWord(text, end)) end++
    } else if (what === DIGIT) {
      while (end < length && continuesNumber(text, end)) end++
    } else if (what === SINGLE || what === PICTURE) {
      if (isHigh(text.charCodeAt(i)) && isLow(text.charCodeAt(i + 1))) end++
      if (what === PICTURE) pictures.push([i, end])
    } else if (what >= COMMA && inClause > 0) {
      if (what === ASK) questions.add(current)
      if (what !== COMMA) sentenceEnds.add(current)
      current++
      inClause = 0
    }
    if (what >= LETTER && what <= SINGLE) {
      from[count] = i
      to[count] = end
      clause[count] = current
      kind[count] = what === LETTER ? WORD : what === DIGIT ? NUMBER : CHARACTER
      count++
      inClause++
    }
    i = end
  }
  if (pictures.length > 0 && count <= FEW) {
    current++
    for (const [start, end] of pictures.slice(0, FEW)) {
      from[count] = start
      to[count] = end
      clause[count] = current
      kind[count] = CHARACTER
      count++
    }
  }
  return {
    count,
    from: from.slice(0, count),
    to: to.slice(0, count),
    clause: clause.slice(0, count),
    kind: kind.slice(0, count),
    sentenceEnds,
    questions,
  }
}

const isHigh = (unit: number) => unit >= 0xd800 && unit <= 0xdbff
const isLow = (unit: number) => unit >= 0xdc00 && unit <= 0xdfff

/** "didn't" is one word; a trailing quote is not part of it, and a hyphen joins nothing ("follow-up" is "follow up"). */
function continuesWord(text: string, at: number): boolean {
  const what = classOf(text.charCodeAt(at))
  return what === LETTER || (what === APOSTROPHE && at + 1 < text.length && classOf(text.charCodeAt(at + 1)) === LETTER)
}

/** "3,500.5" and "14:30" are one number each. */
function continuesNumber(text: string, at: number): boolean {
  if (classOf(text.charCodeAt(at)) === DIGIT) return true
  const char = text.charAt(at)
  return (char === '.' || char === ',' || char === ':') && classOf(text.charCodeAt(at + 1)) === DIGIT
}
