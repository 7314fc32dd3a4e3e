import { expect, test } from 'vitest'
import { homeView } from '../../adapters/slack/view.ts'
import { wordsOf } from '../../adapters/slack/words-of.ts'

test.each([
  ['<https://acme.example/track/4711|here>', 'here (https://acme.example/track/4711)'],
  ['<https://acme.example|acme.example>', 'acme.example'],
  ['<https://acme.example/a?b=1>', 'https://acme.example/a?b=1'],
  ['<mailto:mei@acme.example|mei@acme.example>', 'mei@acme.example'],
  ['<mailto:mei@acme.example|write to us>', 'write to us (mei@acme.example)'],
  ['<tel:+442079460958|020 7946 0958>', '020 7946 0958 (+442079460958)'],
])('%s loses nothing', (text, words) => {
  expect(wordsOf(text)).toBe(words)
})

test.each([
  ['*bad*', 'bad'],
  ['it was _slow_, ~not bad~ and *really _awful_*!', 'it was slow, not bad and really awful!'],
  ['~*_4 of 5_*~', '4 of 5'],
  ['客服*很差*，_慢_', '客服很差，慢'],
  ['*first line*\n_second_', 'first line\nsecond'],
  ['“*5*”', '“5”'],
])('%s is said without the marks that set it off', (text, words) => {
  expect(wordsOf(text)).toBe(words)
})

test.each([
  '5*',
  '3* hotel, 5* price',
  'a_b and snake_case_name',
  '*_*',
  '2*3*4',
  '~5 or ~6 days',
  '* one\n* two',
  'f*** this s***',
  'https://acme.example/_new_/-_a_-/a*b*?_id_.html',
  ':slightly_frowning_face: _',
])('%s is what was typed', (text) => {
  expect(wordsOf(text)).toBe(text)
  expect(wordsOf(`<${text.replace('\n', ' ')}>`)).toBe(text.replace('\n', ' '))
})

test('marks that never close take no time', () => {
  const text = '*a _b ~c '.repeat(4_000).trim()
  expect(wordsOf(text)).toBe(text)
  expect(wordsOf('*_~'.repeat(10_000))).toBe('*_~'.repeat(10_000))
}, 1_000)

test('the Home of whoever has more tasks than are loaded says how many more there are', () => {
  const { blocks } = homeView({ title: '57 open tasks', empty: '', cards: [card(1), card(2)], count: 57, locale: 'en' })
  expect(JSON.stringify(blocks.at(-1))).toContain('55 more')
})

const card = (n: number) => ({
  id: `0199a5d4-5a2c-7c3e-9c1f-6d5b8b1f7a1${n}`,
  card: {
    kind: 'card' as const,
    subject: String(n),
    title: `#${n}`,
    tone: 'open' as const,
    facts: [],
    quotes: [],
    history: [],
    choices: [],
  },
})
