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
