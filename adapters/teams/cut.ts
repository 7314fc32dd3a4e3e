const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' })

/** The first characters of a text, at most `limit` (UTF-16); a cut is shown. */
export function clip(text: string, limit: number): string {
  if (text.length <= limit) return text
  const [first = ''] = pieces(text, limit - 1)
  return `${first.trimEnd()}…`
}

/** Text in pieces of at most `limit` (UTF-16) that together are the whole, parted between characters, after a line where one is near. */
export function pieces(text: string, limit: number): string[] {
  const parts: string[] = []
  let rest = text
  while (rest.length > limit) {
    const end = endOf(rest, limit)
    parts.push(rest.slice(0, end))
    rest = rest.slice(end)
  }
  return rest === '' && parts.length > 0 ? parts : [...parts, rest]
}

function endOf(text: string, limit: number): number {
  const line = text.lastIndexOf('\n', limit - 1) + 1
  if (line > limit / 2) return line
  const whole = graphemes.segment(text.slice(0, limit + 64)).containing(limit)?.index ?? limit
  if (whole > 0) return whole
  const low = text.charCodeAt(limit) // one endless character: its halves at least stay together
  return limit > 1 && low >= 0xdc00 && low <= 0xdfff ? limit - 1 : limit
}

/** Control characters have no look, and some are refused; line breaks stay. One for one, so that offsets keep their meaning. */
export const visible = (text: string): string => text.replace(/[^\P{Cc}\n]/gu, ' ')
