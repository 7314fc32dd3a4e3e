/** The parts of an Adaptive Card that are used here. Words stand in rich text: a text block would read Markdown in them. */

import { clip, visible } from './cut.ts'

/** 1.5: buttons that are answered in their request (`Action.Execute`) need it in Teams; older clients get their fallback. */
const VERSION = '1.5'
/** Teams refuses a message of more than 28 kB to be on the safe side of every client; what is around a card takes some. */
export const MOST_BYTES = 26_000
/** Of a card's actions Teams shows six. */
export const MOST_ACTIONS = 6

export interface TextRun {
  type: 'TextRun'
  text: string
  weight?: 'Bolder'
  isSubtle?: true
  highlight?: true
  size?: 'Small' | 'Medium'
  color?: 'Attention'
  selectAction?: { type: 'Action.OpenUrl'; url: string }
}

export type Element =
  | { type: 'RichTextBlock'; inlines: TextRun[]; spacing?: 'None' | 'Small' }
  | { type: 'Container'; style: 'emphasis'; items: Element[]; spacing?: 'Small' }
  | {
      type: 'Input.ChoiceSet'
      id: string
      choices: { title: string; value: string }[]
      style: 'compact'
      label?: string
      placeholder?: string
      value?: string
    }
  | {
      type: 'Input.Text'
      id: string
      isVisible?: false
      isMultiline?: boolean
      label?: string
      placeholder?: string
      maxLength?: number
      value?: string
    }

export interface Action {
  type: 'Action.Execute'
  title: string
  verb: string
  data: Data
  style?: 'positive' | 'destructive'
  fallback: {
    type: 'Action.Submit'
    title: string
    data: Data
    style?: 'positive' | 'destructive'
  }
}
export type Data = { [name: string]: unknown }

export interface AdaptiveCard {
  $schema: string
  type: 'AdaptiveCard'
  version: string
  body: Element[]
  actions?: Action[]
  fallbackText: string
}

export const adaptiveCard = (body: Element[], actions: Action[], fallbackText: string): AdaptiveCard => ({
  $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
  type: 'AdaptiveCard',
  version: VERSION,
  body,
  ...(actions.length > 0 && { actions }),
  fallbackText: clip(visible(fallbackText).trim() || '…', 500),
})

export const bytes = (card: AdaptiveCard): number => Buffer.byteLength(JSON.stringify(card))

type Look = Omit<TextRun, 'type' | 'text'>

export const run = (text: string, look: Look = {}): TextRun => ({ type: 'TextRun', text: visible(text), ...look })

/** Teams takes neither a block without runs nor a run without text. */
export function block(inlines: TextRun[], spacing?: 'None' | 'Small'): Element {
  const some = inlines.filter(({ text }) => text !== '')
  return { type: 'RichTextBlock', inlines: some.length > 0 ? some : [run('\u00a0')], ...(spacing && { spacing }) }
}

/** A block costs some 80 bytes beside its words: longer texts break their lines within one. */
const MOST_LINES = 60

/** Words as they are, a line a block: not every client breaks a line within one. */
export function paragraphs(text: string, look: Look = {}): Element[] {
  const lines = text.split('\n')
  const each = lines.length <= MOST_LINES ? lines : [text]
  return each.map((line, n) => block([run(line.trim() === '' ? '' : line, look)], n === 0 ? 'Small' : 'None'))
}

/** A button. What it sends is the same whether the client answers it in its request or, being older, by a message. */
export function action(title: string, verb: string, data: Data, style?: 'primary' | 'danger'): Action {
  const look = style ? { style: style === 'primary' ? ('positive' as const) : ('destructive' as const) } : {}
  return {
    type: 'Action.Execute',
    title,
    verb,
    data,
    ...look,
    fallback: { type: 'Action.Submit', title, data, ...look },
  }
}
