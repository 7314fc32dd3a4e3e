import { type Choice, type Content, type Outbound, token } from '../../src/channel.ts'
import { cutAtMarks } from '../../src/marks.ts'
import {
  type Action,
  type AdaptiveCard,
  action,
  adaptiveCard,
  block,
  bytes,
  type Element,
  MOST_ACTIONS,
  MOST_BYTES,
  paragraphs,
  run,
  type TextRun,
} from './card.ts'
import { clip, pieces, visible } from './cut.ts'
import { BEHIND, type Behind, PICKED } from './submitted.ts'
import { wordsFor } from './words.ts'

/** Characters of one text: in UTF-16 as in UTF-8 below the 28 kB that every client takes. */
export const TEXT_LIMIT = 8_000
/** Teams shows a line or two of it in a notification. */
const SUMMARY = 200
const TITLE = 200
/** Characters of a button. */
const LABEL = 100

type Prompt = Extract<Content, { kind: 'prompt' }>
type Card = Extract<Content, { kind: 'card' }>

/** One message: words, a card, or a picture (a data URI; images do not count towards a message's size). */
export type Message =
  | { kind: 'text'; text: string }
  | { kind: 'card'; card: AdaptiveCard; summary: string }
  | { kind: 'picture'; png: string; alt: string }

/** An outbound message as messages of Teams, in order; `id` is the one whose tokens the buttons carry. The last is the one to edit. Pure. */
export function render(outbound: Outbound, id: string): Message[] {
  switch (outbound.kind) {
    case 'text':
      return pieces(outbound.text, TEXT_LIMIT)
        .filter((text) => text.trim() !== '')
        .map(written)
    case 'prompt':
      return [posted(fitting(outbound, id, outbound.locale), outbound.text)]
    case 'card':
      return [posted(taskCard(outbound, id, outbound.locale), outbound.title)]
    case 'picture':
      return [{ kind: 'picture', png: outbound.png, alt: outbound.alt }]
  }
}

/** Lines of words: clients run the lines of a plain message together, and read Markdown or HTML in any other. */
function written(text: string): Message {
  if (!text.includes('\n')) return { kind: 'text', text }
  const card = adaptiveCard(paragraphs(text), [], text)
  return bytes(card) <= MOST_BYTES ? posted(card, text) : { kind: 'text', text }
}

const posted = (card: AdaptiveCard, words: string): Message => ({
  kind: 'card',
  card,
  summary: clip(words.replace(/\s+/g, ' ').trim(), SUMMARY),
})

/** As much of a question as fits with its choices. */
function fitting(prompt: Prompt, id: string, locale: string): AdaptiveCard {
  const tried = [TEXT_LIMIT, 4_000, 2_000, 500].map((limit) =>
    promptCard({ ...prompt, text: clip(prompt.text, limit) }, id, locale),
  )
  return tried.find((card) => bytes(card) <= MOST_BYTES) ?? tried.at(-1) ?? adaptiveCard([], [], prompt.text)
}

function promptCard(prompt: Prompt, id: string, locale: string): AdaptiveCard {
  const { text, choices, answered, note, ends } = prompt
  const given = answered === undefined ? undefined : choices.find((choice) => choice.id === answered)
  const [first, last] = [choices[0], choices.at(-1)]
  const scale =
    ends && first && last && !given ? `${first.label} = ${ends.low} · ${last.label} = ${ends.high}` : undefined
  const body: Element[] = [
    ...paragraphs(text),
    ...(given ? paragraphs(`✓ ${clip(given.label, LABEL)}`, { weight: 'Bolder' }) : []),
    ...(scale === undefined ? [] : paragraphs(clip(scale, 400), { isSubtle: true, size: 'Small' })),
  ]
  const foot = note ? [block([noteRun(note)], 'Small')] : []
  if (answered !== undefined) return adaptiveCard([...body, ...foot], [], text)
  if (choices.length <= MOST_ACTIONS) return adaptiveCard([...body, ...foot], choices.map(pressing(id)), text)
  const { list, send } = listed(choices, id, locale)
  return adaptiveCard([...body, list, ...foot], [send], text)
}

function noteRun({ text, link }: NonNullable<Prompt['note']>): TextRun {
  const safe = link !== undefined && /^https?:\/\//i.test(link)
  return run(clip(text, 400), {
    isSubtle: true,
    size: 'Small',
    ...(safe && { selectAction: { type: 'Action.OpenUrl', url: link } }),
  })
}

const labelOf = ({ id, label }: Choice): string => clip(visible(label).trim() || id, LABEL)

const pressing =
  (id: string) =>
  (choice: Choice): Action =>
    action(labelOf(choice), 'press', { token: token(id, choice.id) }, choice.style)

/** Choices that have no button: a list to pick from, whose values are the tokens, and the button that sends what is picked. */
function listed(choices: Choice[], id: string, locale: string): { list: Element; send: Action } {
  const { pick, send } = wordsFor(locale)
  const options = choices.map((choice) => ({ title: labelOf(choice), value: token(id, choice.id) }))
  return {
    // Not required: that would hold up every other button of the card.
    list: { type: 'Input.ChoiceSet', id: PICKED, style: 'compact', placeholder: pick, choices: options },
    send: action(send, 'pick', { picks: true }),
  }
}

/** From all of it to less, until the card fits with itself behind it. */
const SIZES = [
  { quotes: 20, words: 2_000, lines: 30, value: 1_000 },
  { quotes: 8, words: 700, lines: 12, value: 500 },
  { quotes: 4, words: 300, lines: 6, value: 200 },
]
const LEAST = { quotes: 2, words: 150, lines: 2, value: 60 }

/** A task's card, which carries itself along in a hidden input: a form that stands in its place gives it back when it is left. */
export function taskCard(card: Card, id: string, locale: string): AdaptiveCard {
  for (const size of SIZES) {
    const whole = drawn(sized(card, size), id, locale, true)
    if (bytes(whole) <= MOST_BYTES) return whole
  }
  return drawn(sized(card, LEAST), id, locale, false)
}

function sized(card: Card, { quotes, words, lines, value }: typeof LEAST): Card {
  const left = card.history.length > lines ? ['…'] : []
  return {
    kind: 'card',
    subject: card.subject,
    title: clip(card.title, TITLE),
    tone: card.tone,
    facts: card.facts.slice(0, 20).map((fact) => ({ label: clip(fact.label, 100), value: clip(fact.value, value) })),
    quotes: card.quotes.slice(-quotes).map((quote) => {
      const text = clip(quote.text, words)
      const end = text === quote.text ? text.length : text.length - 1
      const marks = quote.marks.map(([from, to]): [number, number] => [from, Math.min(to, end)])
      return { text, marks: marks.filter(([from, to]) => from < to).slice(0, 30) }
    }),
    history: [...left, ...card.history.slice(-lines).map((line) => clip(line, value))],
    choices: card.choices,
  }
}

const SIGNS: Record<Card['tone'], string> = { urgent: '🔴', open: '🟠', waiting: '🟡', done: '✅' }

function drawn(card: Card, id: string, locale: string, carries: boolean): AdaptiveCard {
  const colon = locale.startsWith('zh') ? '：' : ': '
  const behind: Behind = { message: id, locale, card }
  const body: Element[] = [
    block([run(`${SIGNS[card.tone]} ${card.title}`, { weight: 'Bolder', size: 'Medium' })]),
    ...card.facts.map(({ label, value }) => block([run(`${label}${colon}`, { weight: 'Bolder' }), run(value)], 'None')),
    ...card.quotes.map(
      ({ text, marks }): Element => ({
        type: 'Container',
        style: 'emphasis',
        spacing: 'Small',
        items: [block(marked(text, marks))],
      }),
    ),
    ...card.history.map((line, n) => block([run(line, { isSubtle: true, size: 'Small' })], n === 0 ? 'Small' : 'None')),
  ]
  const hidden: Element = { type: 'Input.Text', id: BEHIND, isVisible: false, value: JSON.stringify(behind) }
  const whole = carries && card.choices.length > 0 ? [...body, hidden] : body
  if (card.choices.length <= MOST_ACTIONS) return adaptiveCard(whole, card.choices.map(pressing(id)), card.title)
  const { list, send } = listed(card.choices.slice(MOST_ACTIONS - 1), id, locale)
  const buttons = card.choices.slice(0, MOST_ACTIONS - 1).map(pressing(id))
  return adaptiveCard([...whole, list], [...buttons, send], card.title)
}

/** Words with their matched parts highlighted. */
const marked = (text: string, marks: [from: number, to: number][]): TextRun[] =>
  cutAtMarks(text, marks).map((piece) => run(piece.text, piece.marked ? { highlight: true } : {}))
