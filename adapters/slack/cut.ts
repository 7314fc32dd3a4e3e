const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' })

type Measure = (text: string) => number
const inUtf16: Measure = (text) => text.length

/** Text of at most `max`, cut between characters and then ended with an ellipsis. `size` measures what is counted; UTF-16 by default. */
export function cut(text: string, max: number, size: Measure = inUtf16): string {
  if (size(text) <= max) return text
  let kept = ''
  let used = 1 // the ellipsis
  for (const { segment } of graphemes.segment(text)) {
    used += size(segment)
    if (used > max) break
    kept += segment
  }
  return `${kept.trimEnd()}…`
}

/** What a person sees as one character, and never more than `max`: marks piled up without end are parted between code points. */
function* characters(text: string, max: number): Generator<string> {
  for (const { segment } of graphemes.segment(text)) {
    if (segment.length <= max) yield segment
    else yield* segment
  }
}

/** How far back a piece may end, so that it ends with a word. */
const BACK = 200

/** Text in pieces of at most `max` (UTF-16), parted between characters, after a space or line where one is near; nothing is lost. */
export function pieces(text: string, max: number): string[] {
  if (text.length <= max) return [text]
  const found: string[] = []
  let piece = ''
  for (const character of characters(text, max)) {
    while (piece.length + character.length > max) {
      const space = Math.max(piece.lastIndexOf('\n'), piece.lastIndexOf(' ')) + 1
      const end = space > Math.max(0, piece.length - BACK) ? space : piece.length
      found.push(piece.slice(0, end))
      piece = piece.slice(end)
    }
    piece += character
  }
  return [...found, piece]
}

/** Slack reads `&`, `<` and `>` in its markup; escaped they are words, and no name in angle brackets rings anybody. */
export const escapeMarkup = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

const LOOKALIKES: Record<string, string> = { '*': '∗', '~': '∼', '`': 'ˋ', _: '＿' }

/** Slack's markup has no escape for what makes words bold, so signs that look the same stand there; within an id, `_` does nothing and stays. */
export const unstyled = (text: string): string =>
  text.replace(/[*~`]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, (sign) => LOOKALIKES[sign] ?? sign)

/** Text escaped and at most `max` long as escaped. */
export const escapedTo = (text: string, max: number): string =>
  escapeMarkup(cut(text, max, (piece) => escapeMarkup(piece).length))

/** Control characters have no look, and Slack refuses or drops them; line breaks and tabs stay. */
export const visible = (text: string): string =>
  text
    .replace(/\r\n?/g, '\n')
    .replace(/\p{Cc}/gu, (control) => (control === '\n' || control === '\t' ? control : ''))
    .replace(/\p{Surrogate}/gu, '\uFFFD')

/** The same, one for one, so that offsets into the text keep their meaning. */
export const visibleInPlace = (text: string): string =>
  text
    .replace(/\p{Cc}/gu, (control) => (control === '\n' || control === '\t' ? control : ' '))
    .replace(/\p{Surrogate}/gu, '\uFFFD')
