/** The parts of an Adaptive Card that are used here. Words stand in rich text: a text block would read Markdown in them. */

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
  color?: 'Attention' | 'Warning' | 'Accent' | 'Good'
  selectAction?: { type: 'Action.OpenUrl'; url: string }
}

export type Element =
  | { type: 'RichTextBlock'; inlines: TextRun[]; spacing?: 'None' | 'Small' | 'Medium'; separator?: true }
  | { type: 'Container'; style: 'emphasis'; items: Element[]; spacing?: 'Small' }
  | {
      type: 'Input.ChoiceSet'
      id: string
      choices: { title: string; value: string }[]
      style: 'compact'
      isRequired?: boolean
      errorMessage?: string
      label?: string
      placeholder?: string
      value?: string
    }
  | {
      type: 'Input.Text'
      id: string
      isVisible?: false
      isMultiline?: boolean
      isRequired?: boolean
      errorMessage?: string
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
  associatedInputs?: 'none'
  fallback: {
    type: 'Action.Submit'
    title: string
    data: Data
    style?: 'positive' | 'destructive'
    associatedInputs?: 'none'
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
  fallbackText: fallbackText.slice(0, 500),
})

export const bytes = (card: AdaptiveCard): number => Buffer.byteLength(JSON.stringify(card))

type Look = Omit<TextRun, 'type' | 'text'>

export const run = (text: string, look: Look = {}): TextRun => ({ type: 'TextRun', text, ...look })

export const block = (inlines: TextRun[], spacing?: 'None' | 'Small' | 'Medium'): Element => ({
  type: 'RichTextBlock',
  inlines,
  ...(spacing && { spacing }),
})

/** Words as they are, a line a block: not every client breaks a line within one. */
export const paragraphs = (text: string, look: Look = {}): Element[] =>
  text
    .split('\n')
    .map((line, n) => block([run(line.trim() === '' ? '\u00a0' : line, look)], n === 0 ? 'Small' : 'None'))

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
