/** What kind of character a UTF-16 unit is; 0 is not yet looked up. */
export const [LETTER, DIGIT, SPACE, HAN, MARK] = [1, 2, 3, 4, 5]
const SYMBOL = 6
const kinds = new Uint8Array(0x10000)

/** The kind of a unit: HAN is any script written without spaces between words (Han, kana, Hangul). */
export function kindOf(unit: number): number {
  return kinds[unit] || learn(unit)
}

function learn(unit: number): number {
  const char = String.fromCharCode(unit)
  let kind = SYMBOL
  if (/\p{Nd}/u.test(char)) kind = DIGIT
  else if (/\s/.test(char)) kind = SPACE
  else if (/[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}ー]/u.test(char)) kind = HAN
  else if (/[\p{L}\p{M}]/u.test(char)) kind = LETTER
  else if (/[\p{P}|<>=+~^$€£¥`]/u.test(char)) kind = MARK
  kinds[unit] = kind
  return kind
}

/** Whether a word of letters neither begins nor ends inside another at `at`. */
export function atBorder(text: string, at: number): boolean {
  return (
    at <= 0 || at >= text.length || kindOf(text.charCodeAt(at - 1)) !== LETTER || kindOf(text.charCodeAt(at)) !== LETTER
  )
}

/** The end of the run of one kind of character that begins at `at`. */
export function runEnd(text: string, at: number): number {
  const kind = kindOf(text.charCodeAt(at))
  let to = at + 1
  while (to < text.length && kindOf(text.charCodeAt(to)) === kind) to++
  return to
}
