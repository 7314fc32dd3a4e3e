/** Telegram counts characters in UTF-16 after entities are parsed. */
export const TEXT_LIMIT = 4_096
export const CAPTION_LIMIT = 1_024

/** A run of text in one style. Runs of the same `quote` stand in one block. */
export interface Run {
  text: string
  bold?: true
  underline?: true
  href?: string
  quote?: number
}

export const lengthOf = (runs: Run[]): number => runs.reduce((sum, { text }) => sum + text.length, 0)

/** The runs without their styles; a link is spelled out. */
export const plain = (runs: Run[]): string =>
  runs.map(({ text, href }) => (href === undefined ? text : `${text} (${href})`)).join('')

/** The runs as Telegram's HTML. Tags are closed within each run, so that none can break. */
export function html(runs: Run[]): string {
  let open: number | undefined
  let out = ''
  for (const run of runs) {
    if (run.quote !== open)
      out += `${open === undefined ? '' : '</blockquote>'}${run.quote === undefined ? '' : '<blockquote>'}`
    open = run.quote
    out += styled(run)
  }
  return open === undefined ? out : `${out}</blockquote>`
}

function styled({ text, bold, underline, href }: Run): string {
  if (text === '') return '' // an empty entity is an error to some versions of the API
  let out = escaped(text)
  if (underline) out = `<u>${out}</u>`
  if (bold) out = `<b>${out}</b>`
  return href === undefined ? out : `<a href="${escaped(href)}">${out}</a>`
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

/** The runs in parts of at most `limit` characters that together are the whole; what a reader sees as one character stays one. */
export function cut(runs: Run[], limit: number): Run[][] {
  const text = runs.map((run) => run.text).join('')
  const parts: Run[][] = []
  for (let from = 0; from < text.length; ) {
    const to = text.length - from <= limit ? text.length : breakIn(text, from, limit)
    parts.push(between(runs, from, to))
    from = to
  }
  return parts
}

/** The first characters of a text, at most `limit`; a cut is shown. */
export const clip = (text: string, limit: number): string =>
  text.length <= limit ? text : `${text.slice(0, breakIn(text, 0, limit - 1)).trimEnd()}…`

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' })
/** What is looked at beyond the limit to see whether a character goes on there. */
const AHEAD = 64

/** Where to cut: after a line in the second half, else after a word in the last quarter, else between two characters. */
function breakIn(text: string, from: number, limit: number): number {
  const window = text.slice(from, from + limit)
  const characters = graphemes.segment(text.slice(from, from + limit + AHEAD))
  const whole = (at: number): boolean => characters.containing(at)?.index === at
  const line = window.lastIndexOf('\n') + 1
  if (line > limit / 2 && whole(line)) return from + line
  const word = window.lastIndexOf(' ') + 1
  if (word > (limit * 3) / 4 && whole(word)) return from + word
  const character = characters.containing(limit)?.index ?? limit
  if (character > 0) return from + character
  const low = text.charCodeAt(from + limit) // one endless character: its halves at least stay together
  return from + (limit > 1 && low >= 0xdc00 && low <= 0xdfff ? limit - 1 : limit)
}

function between(runs: Run[], from: number, to: number): Run[] {
  const kept: Run[] = []
  let start = 0
  for (const run of runs) {
    const text = run.text.slice(Math.max(from - start, 0), Math.max(to - start, 0))
    if (text !== '') kept.push({ ...run, text })
    start += run.text.length
  }
  return kept
}
