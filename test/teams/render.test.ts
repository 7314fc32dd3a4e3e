import fc from 'fast-check'
import { v7 } from 'uuid'
import { describe, expect, test } from 'vitest'
import { formCard, shapeOf } from '../../adapters/teams/form.ts'
import { render } from '../../adapters/teams/render.ts'
import { type Content, type Outbound, readToken, token } from '../../src/channel.ts'
import { type Card, inputsOf, readCard, wordsOf } from './stand-in/cards.ts'

const ID = v7()
const cardOf = (outbound: Outbound): Card => {
  const [message, ...more] = render(outbound, ID)
  expect(more).toEqual([])
  if (message?.kind !== 'card') throw new Error('no card')
  return readCard(message.card)
}
const choices = (count: number) => Array.from({ length: count }, (_, n) => ({ id: String(n), label: String(n) }))
const nps: Outbound = {
  kind: 'prompt',
  text: '您會推薦嗎？',
  choices: choices(11),
  layout: 'scale',
  ends: { low: '不會', high: '一定會' },
  locale: 'zh-Hant',
}
const task = (more: Partial<Extract<Content, { kind: 'card' }>> = {}): Outbound => ({
  kind: 'card',
  subject: 'task-1',
  title: '#1 · Refunds',
  tone: 'urgent',
  facts: [{ label: 'Rating', value: '1 of 5' }],
  quotes: [{ text: 'I waited three weeks', marks: [[2, 8]] }],
  history: ['08:00 opened'],
  choices: [{ id: 'claim', label: 'Claim', style: 'primary' }],
  locale: 'en',
  ...more,
})

describe('choices', () => {
  test.each([1, 5, 6])('%i stand on a card as buttons', (count) => {
    const card = cardOf({ ...nps, choices: choices(count) })
    expect(card.actions?.map(({ data }) => data.token)).toEqual(choices(count).map(({ id }) => token(ID, id)))
    expect(inputsOf(card)).toEqual([])
  })

  test.each([7, 11])('%i are a list to pick from, with one button', (count) => {
    const card = cardOf({ ...nps, choices: choices(count) })
    const [list] = inputsOf(card)
    expect(list?.type === 'Input.ChoiceSet' && list.choices.map(({ value }) => readToken(value)?.choice)).toEqual(
      choices(count).map(({ id }) => id),
    )
    expect(card.actions?.map(({ title }) => title)).toEqual(['傳送'])
  })

  test('of a task with more than six, five are buttons and the rest a list', () => {
    const card = cardOf(task({ choices: choices(8) }))
    expect(card.actions?.map(({ title }) => title)).toEqual(['0', '1', '2', '3', '4', 'Send'])
    const [, list] = inputsOf(card)
    expect(list?.type === 'Input.ChoiceSet' && list.choices.map(({ title }) => title)).toEqual(['5', '6', '7'])
  })

  test('an answered question keeps its answer and loses its buttons', () => {
    const card = cardOf({ ...nps, answered: '9', edits: v7() })
    expect(wordsOf(card)).toBe('您會推薦嗎？\n✓ 9')
    expect([card.actions, inputsOf(card)]).toEqual([undefined, []])
  })
})

describe('words', () => {
  test('are what they are: nothing in them is Markdown, a link or a command', () => {
    const words = '**bold** [x](http://evil.example) <at>all</at> &amp; `code`'
    expect(wordsOf(cardOf(task({ quotes: [{ text: words, marks: [] }] })))).toContain(words)
    expect(render({ kind: 'text', text: words, locale: 'en' }, ID)).toEqual([{ kind: 'text', text: words }])
  })

  test('of several lines keep their lines', () => {
    expect(wordsOf(cardOf({ kind: 'text', text: 'a\n\nb', locale: 'en' }))).toBe('a\n\u00a0\nb')
  })

  test('a link that is none of the web is words', () => {
    const card = cardOf({ ...nps, note: { text: 'privacy', link: 'javascript:alert(1)' } })
    expect(JSON.stringify(card)).not.toContain('javascript')
  })

  test('the matched words are highlighted', () => {
    const inlines = JSON.stringify(cardOf(task()).body)
    expect(inlines).toContain('{"type":"TextRun","text":"waited","highlight":true}')
  })
})

const text = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.string({ maxLength: 4_000 }),
  fc.constant('慢😀\n'.repeat(1_500)),
)
const choice = fc.record({ id: fc.stringMatching(/^[a-z0-9_-]{1,40}$/), label: text })
const distinct = fc.uniqueArray(choice, { maxLength: 15, selector: ({ id }) => id })
const prompt = fc.record({ text, choices: distinct, low: text, high: text, note: text, list: fc.boolean() }).map(
  ({ text: words, choices: some, low, high, note, list }): Outbound => ({
    kind: 'prompt',
    text: words,
    choices: some,
    layout: list ? 'list' : 'scale',
    ends: { low, high },
    note: { text: note, link: 'https://example.com/privacy' },
    locale: 'zh-Hans',
  }),
)
const card = fc
  .record({
    title: text,
    facts: fc.array(fc.record({ label: text, value: text }), { maxLength: 30 }),
    quotes: fc.array(fc.record({ text, marks: fc.array(fc.tuple(fc.nat(5_000), fc.nat(5_000)), { maxLength: 40 }) }), {
      maxLength: 30,
    }),
    history: fc.array(text, { maxLength: 60 }),
    choices: distinct,
  })
  .map((more) => task(more))

test('whatever it says, a card is one that Teams takes', () => {
  fc.assert(
    fc.property(fc.oneof(prompt, card), (outbound) => void cardOf(outbound)),
    { numRuns: 300 },
  )
})

test('so is a form, empty or with what is to be mended, with its card behind it or without', () => {
  const label = fc.string({ unit: 'grapheme', maxLength: 30 })
  const field = fc.record({
    id: fc.stringMatching(/^[a-z]{1,20}$/),
    label: label.map((words) => words.trim() || 'x'),
    kind: fc.constantFrom('select' as const, 'text' as const, 'long-text' as const),
    required: fc.boolean(),
    options: fc.array(fc.record({ id: fc.stringMatching(/^[a-z]{1,20}$/), label }), {
      minLength: 1,
      maxLength: 9,
    }),
    hint: fc.constant('a hint'),
  })
  const called = (id: string) => ({
    title: 'Resolve #1' as const,
    submit: 'Resolve' as const,
    locale: 'en' as const,
    fields: [{ id, label: 'x', kind: 'text' as const, required: false, options: [], hint: 'a hint' as const }],
  })
  const form = fc.record({
    title: fc.constant('Resolve #1'),
    submit: fc.constant('Resolve'),
    locale: fc.constant('en'),
    fields: fc.uniqueArray(field, { minLength: 1, maxLength: 5, selector: ({ id }) => id }),
  })
  fc.assert(
    fc.property(form, fc.boolean(), fc.boolean(), (shape, wrong, behind) => {
      const problems = wrong ? Object.fromEntries(shape.fields.map(({ id }) => [id, 'Not so.'])) : {}
      const content = task()
      if (content.kind !== 'card') throw new Error('no card')
      const under = behind ? { message: ID, locale: 'en', card: content } : null
      readCard(
        JSON.parse(
          JSON.stringify(
            formCard({
              token: token(ID, 'resolve'),
              form: shapeOf({ kind: 'form', token: '', ...shape }),
              values: {},
              problems,
              behind: under,
            }),
          ),
        ),
      )
    }),
    { numRuns: 100, examples: [[called('constructor'), false, false]] },
  )
})
