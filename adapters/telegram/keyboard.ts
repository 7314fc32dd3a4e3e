import { type Choice, token } from '../../src/channel.ts'

/** A button as the Bot API takes it. */
export interface Button {
  text: string
  callback_data: string
  style?: 'primary' | 'danger'
}

/** Telegram shows at most eight buttons a row and a hundred a message. */
const MOST_IN_ROW = 8
const MOST = 100
/** Latin letters that a row of a narrow phone shows, and what each button takes of them for its edges. */
const ROW_WIDTH = 36
const EDGE = 2

/** The buttons of message `id` in rows: a list one below the other; a scale in one row where a phone shows it, else in even rows. */
export function keyboard(id: string, choices: Choice[], layout: 'scale' | 'list' | 'card'): Button[][] {
  const buttons = choices.slice(0, MOST).map((choice) => button(id, choice))
  if (layout === 'list') return buttons.map((each) => [each])
  const widest = Math.max(0, ...buttons.map(({ text }) => width(text)))
  const most = layout === 'card' ? 2 : MOST_IN_ROW
  const rows = Math.ceil(buttons.length / Math.max(1, Math.min(most, Math.floor(ROW_WIDTH / (widest + EDGE)))))
  const perRow = Math.ceil(buttons.length / rows)
  return Array.from({ length: rows }, (_, n) => buttons.slice(n * perRow, (n + 1) * perRow)).filter(
    (row) => row.length > 0,
  )
}

const button = (id: string, { id: choice, label, style }: Choice): Button => ({
  text: label.trim() === '' ? choice : label,
  callback_data: token(id, choice),
  ...(style && { style }),
})

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' })

/** In Latin letters: Chinese characters and pictures take two. */
const width = (text: string): number =>
  [...graphemes.segment(text)].reduce(
    (sum, { segment }) => sum + (/[^\p{ASCII}\p{Script=Latin}]/u.test(segment) ? 2 : 1),
    0,
  )
