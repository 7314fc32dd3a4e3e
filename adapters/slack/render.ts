import type { Content } from '../../src/channel.ts'
import { type Block, buttons, fits, footlink, footnote, LIMITS, paragraph, rows } from './blocks.ts'
import { cardLine, renderCard } from './card.ts'
import { escapedTo, pieces, visible } from './cut.ts'

/** One message of Slack's: blocks, and the words for a notification. */
export interface Message {
  text: string
  blocks: Block[]
}

type Prompt = Extract<Content, { kind: 'prompt' }>
type Shown = Exclude<Content, { kind: 'picture' }>

/** Characters of the words in a notification; Slack shows a line or two of it. */
const NOTIFIED = 600

/**
 * Content as messages, in order, each within every limit of Block Kit; none when there is nothing to see. `message` is the id whose
 * tokens the buttons carry. Of a prompt, the last message holds the last of the buttons and so is the one to be edited.
 */
export function render(content: Shown, message: string): Message[] {
  switch (content.kind) {
    case 'text':
      return texts(visible(content.text))
    case 'prompt':
      return prompt({ ...content, text: visible(content.text) }, message)
    case 'card':
      return [post(cardLine(content), renderCard(content, message))]
  }
}

const post = (text: string, blocks: Block[]): Message => ({
  text: escapedTo(visible(text).replace(/\s+/g, ' ').trim() || '…', NOTIFIED),
  blocks,
})

const texts = (text: string): Message[] =>
  pieces(text, LIMITS.text)
    .filter((piece) => piece.trim() !== '')
    .map((piece) => post(piece, paragraph(piece)))

/** Choices of one message, where not all fit beside the question. */
const CHOICES = 15
/** Characters of what stands small below a question. */
const SMALL = 600

function prompt({ text, choices, answered, ends, note }: Prompt, message: string): Message[] {
  const [first, last] = [choices[0], choices.at(-1)]
  const scale = ends && first && last ? `${first.label} = ${ends.low}  ·  ${last.label} = ${ends.high}` : ''
  const small = note
    ? note.link === undefined
      ? footnote(note.text, SMALL)
      : footlink(note.text, note.link, SMALL)
    : []
  const around = [...footnote(scale, SMALL), ...small]
  const parts = pieces(text, LIMITS.text)
  const question = parts.pop() ?? ''
  const before = parts.flatMap(texts)
  const chosen = choices.find(({ id }) => id === answered)
  if (chosen)
    return [...before, post(question, [...paragraph(question), ...footnote(`✓ ${chosen.label}`, SMALL), ...around])]

  const asked = [...paragraph(question), ...buttons(message, choices), ...around]
  if (choices.length <= LIMITS.buttons && fits(asked)) return [...before, post(question, asked)].filter(isSeen)
  const [head = [], ...more] = rows(choices, CHOICES)
  const groups = [[...buttons(message, head), ...around], ...more.map((group) => buttons(message, group))]
  return [...before, ...texts(question), ...groups.map((blocks) => post(question, blocks))].filter(isSeen)
}

const isSeen = ({ blocks }: Message): boolean => blocks.length > 0
