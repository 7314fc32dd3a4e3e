import type { types } from '@slack/bolt'
import type { Content } from '../../src/channel.ts'
import { type Block, buttons, facts, fits, footnote, header, LIMITS, quote } from './blocks.ts'
import { cut, visibleInPlace } from './cut.ts'

type Card = Extract<Content, { kind: 'card' }>

const TONE: Record<Card['tone'], string> = { urgent: '🔴', open: '🟠', waiting: '🟡', done: '✅' }

/** Ever shorter: how many of each there are at most, and how long. The last one fits whatever the card holds. */
const SIZES = [
  { facts: 30, value: 1_700, quotes: 20, quote: 3_000, lines: 6, line: 300, label: 75 },
  { facts: 30, value: 500, quotes: 10, quote: 1_500, lines: 6, line: 200, label: 75 },
  { facts: 20, value: 200, quotes: 6, quote: 500, lines: 4, line: 150, label: 40 },
  { facts: 10, value: 60, quotes: 2, quote: 200, lines: 2, line: 100, label: 20 },
]

/** Characters of all the lines of history, as escaped. */
const HISTORY = 2_000

/** A task's card: what it is, its facts, the customer's words, what happened last, what can be done. */
export function renderCard(card: Card, message: string): Block[] {
  const sized = SIZES.map((size) => () => assemble(card, message, size))
  for (const make of sized.slice(0, -1)) {
    const blocks = make()
    if (fits(blocks)) return blocks
  }
  return sized.at(-1)?.() ?? []
}

function assemble(card: Card, message: string, size: (typeof SIZES)[number]): Block[] {
  const lines = card.history.slice(-size.lines).map((line) => cut(line, size.line))
  return [
    header(`${TONE[card.tone]} ${card.title}`),
    ...facts(card.facts.slice(0, size.facts), size.value),
    ...quotes(card.quotes.slice(-size.quotes), size.quote),
    ...footnote(lines.join('\n'), HISTORY),
    ...buttons(message, card.choices.slice(0, LIMITS.buttons), size.label),
  ]
}

function quotes(all: Card['quotes'], max: number): Block[] {
  const said = all.filter(({ text }) => text.trim() !== '')
  const elements = said.map(({ text, marks }): types.RichTextQuote => {
    const words = visibleInPlace(text)
    const short = cut(words, max)
    const kept = short === words ? marks : marks.filter(([, to]) => to < short.length)
    return quote(short, kept)
  })
  return elements.length === 0 ? [] : [{ type: 'rich_text', elements }]
}

/** The card in one line, for a notification. */
export const cardLine = (card: Card): string =>
  `${card.title} · ${card.quotes.at(-1)?.text ?? card.facts[0]?.value ?? ''}`
