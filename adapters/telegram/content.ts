import type { Content, Outbound } from '../../src/channel.ts'
import { cutAtMarks } from '../../src/marks.ts'
import { clip, lengthOf, type Run, TEXT_LIMIT } from './rich.ts'

type Prompt = Extract<Content, { kind: 'prompt' }>
type Card = Extract<Content, { kind: 'card' }>

/** Characters kept free below a prompt's text, so that its last part is the same with its ends and with its answer. */
export const TAIL = 700

/** What stands below a prompt's text: the words of its two ends and the line on privacy, or the answer given. */
export function tail({ choices, layout, ends, note, answered }: Prompt): Run[] {
  const given = answered === undefined ? undefined : choices.find(({ id }) => id === answered)
  const [first, last] = [choices.at(0), choices.at(-1)]
  const runs: Run[] = []
  if (given) {
    const of = layout === 'scale' && last && isNumber(given.label) && isNumber(last.label) ? ` / ${last.label}` : ''
    runs.push({ text: `\n\n✓ ${clip(given.label, 100)}${of}`, bold: true })
  } else if (ends && first && last) {
    runs.push({
      text: `\n\n${clip(first.label, 40)} = ${clip(ends.low, 100)} · ${clip(last.label, 40)} = ${clip(ends.high, 100)}`,
    })
  }
  if (note) {
    const link = note.link !== undefined && /^https?:\/\//i.test(note.link) ? { href: note.link } : {}
    runs.push({ text: '\n\n' }, { text: clip(note.text, 300), ...link })
  }
  return runs
}

const isNumber = (label: string): boolean => /^\d+$/.test(label)

const TONES: Record<Card['tone'], string> = { urgent: '🔴', open: '🟠', waiting: '🟡', done: '✅' }

/** A card as one message, since it is replaced in place: what does not fit is left out, the oldest history first. */
export function cardRuns(card: Card & Pick<Outbound, 'locale'>): Run[] {
  const sizes = [
    { lines: card.history.length, quotes: card.quotes.length, words: TEXT_LIMIT, value: 1_000 },
    { lines: 6, quotes: card.quotes.length, words: 1_000, value: 500 },
    { lines: 4, quotes: 4, words: 400, value: 200 },
    { lines: 2, quotes: 2, words: 200, value: 60 },
  ]
  const tried = sizes.map((size) => sized(card, size))
  return tried.find((runs) => lengthOf(runs) <= TEXT_LIMIT) ?? tried.at(-1) ?? []
}

interface Size {
  lines: number
  quotes: number
  words: number
  value: number
}

function sized(card: Card & Pick<Outbound, 'locale'>, size: Size): Run[] {
  const colon = card.locale.startsWith('zh') ? '：' : ': '
  const facts = card.facts.flatMap(({ label, value }): Run[] => [
    { text: `\n${clip(label, 100)}${colon}`, bold: true },
    { text: clip(value, size.value) },
  ])
  const quotes = card.quotes
    .slice(-size.quotes)
    .flatMap((quote, n): Run[] => [
      { text: '\n\n' },
      ...marked(quote.text, quote.marks, size.words).map((run) => ({ ...run, quote: n })),
    ])
  const lines = card.history.slice(-size.lines).map((line) => `\n${clip(line, size.value)}`)
  const left = lines.length < card.history.length ? '\n…' : ''
  const history = lines.length === 0 ? [] : [{ text: `\n${left}${lines.join('')}` }]
  return [{ text: `${TONES[card.tone]} ${clip(card.title, 200)}`, bold: true }, ...facts, ...quotes, ...history]
}

/** Words with their matched parts underlined; the marks may be those of a longer text. */
function marked(text: string, marks: [from: number, to: number][], limit: number): Run[] {
  const shown = clip(text, limit)
  const end = shown === text ? text.length : shown.length - 1
  const within = marks.map(([from, to]) => [from, Math.min(to, end)] as const)
  return cutAtMarks(shown, within).map((piece) => ({ text: piece.text, ...(piece.marked && { underline: true }) }))
}
