import { expect, test } from 'vitest'
import { factsOf } from '../../src/engine/facts.ts'
import { situation } from '../../src/engine/situation.ts'
import { KINDS as flow } from './kinds.ts'
import { happens, play, presses, reading, said, says, shipped } from './play.ts'

const answers = (p: ReturnType<typeof play>) =>
  Object.fromEntries(Object.entries(p.state.answers).map(([id, a]) => [id, a.choices ?? a.value]))

test('a dialog may begin by saying something; the first question carries the line on privacy', () => {
  const p = play(flow)
  expect(said(p.effects)).toEqual(['Hello.', 'What was it about?'])
  expect(p.effects[1]).toMatchObject({
    content: {
      layout: 'list',
      note: { text: expect.any(String) },
      choices: [
        { id: 'order', label: 'An order' },
        { id: 'bill', label: 'A bill' },
      ],
    },
  })
})

test.each(['2', 'A bill', 'a bill', '账单'])('a choice in words: %s', (text) => {
  expect(says(play(flow), text).state).toMatchObject({ at: 'liked', answers: { topic: { choices: ['bill'] } } })
})

test('several choices are made one by one, and again not', () => {
  const p = presses(play(flow), 'order')
  presses(p, 'price')
  expect(p.effects.at(-1)).toMatchObject({
    question: 'liked',
    retires: 'liked',
    content: { choices: [{ id: 'speed' }, { id: 'manner' }, { id: '-price', label: '✓ Price' }, { id: 'done' }] },
  })
  presses(p, 'price') // the second click of a double click
  presses(p, 'speed')
  presses(p, '-price')
  presses(p, 'manner')
  expect(p.state).toMatchObject({ at: 'liked', answers: { liked: { choices: ['speed', 'manner'] } } })
  presses(p, 'done')
  expect(p.state.at).toBe('again')
  expect(p.effects).toContainEqual(
    expect.objectContaining({
      retires: 'liked',
      content: expect.objectContaining({ text: 'What did you like?\n✓ Speed · Manner', choices: [] }),
    }),
  )
})

test.each([
  ['1, 3', ['speed', 'price']],
  ['speed and manner', ['speed', 'manner']],
  ['速度、价格', ['speed', 'price']],
  ['2', ['manner']],
])('several choices in words: %s', (text, expected) => {
  expect(answers(says(presses(play(flow), 'order'), text)).liked).toEqual(expected)
})

test('nothing chosen is left out', () => {
  expect(presses(presses(play(flow), 'order'), 'skip').state.answers.liked).toMatchObject({ skipped: true })
  expect(presses(presses(play(flow), 'order'), 'done').state.answers.liked).toMatchObject({ skipped: true })
})

test('a flow may lead back on purpose: the question is asked again, and its new answer takes the place of the old', () => {
  const p = presses(presses(presses(presses(play(flow), 'order'), 'price'), 'done'), 'yes')
  expect(p.state).toMatchObject({ at: 'liked', path: ['topic', 'liked'] })
  expect(p.effects).toContainEqual(
    expect.objectContaining({
      kind: 'record',
      question: 'again',
      metric: 'again',
      was: null,
      answer: expect.objectContaining({ value: null }),
    }),
  )
  presses(presses(presses(p, 'speed'), 'done'), 'no')
  expect(p.state.at).toBe('ease')
  presses(p, '0')
  expect(answers(p)).toEqual({ topic: ['order'], liked: ['speed', 'price'], again: ['no'], ease: 0 })
  expect(p.state.status).toBe('complete')
})

test('a branch by what the customer is, not by what they said', () => {
  expect(presses(play(flow, 'en', { attributes: { vip: true } }), 'order').state.status).toBe('complete')
})

test('a language of the flow’s own is spoken throughout', () => {
  const p = play(flow, 'fr-CA')
  expect(said(p.effects)).toEqual(['Bonjour.', 'À quel sujet ?'])
  expect(said(says(p, 'hm').effects)).toEqual(['hint_choice\nÀ quel sujet ?'])
  expect(said(says(play(flow), 'français').effects)[0]).toMatch(/^language\nÀ quel/)
})

test('what a task needs to know is told by ids and values, without a word of the customer', () => {
  const csat = shipped('csat')
  const ids = { dialog: 'd1', interaction: 'i1', team: 'refunds', agent: 'anna', segment: null }
  const p = says(play(csat), '2, nobody called back', reading({ label: 'negative', themes: ['follow_up'] }))
  expect(factsOf(csat, p.state, ids)).toEqual({
    ...ids,
    ratings: [{ metric: 'csat', value: 2 }],
    sentiment: 'negative',
    themes: ['follow_up'],
    signals: [],
    mayContact: null,
    verbatims: ['v1'],
  })
  expect(factsOf(csat, presses(p, 'no').state, ids).mayContact).toBe(false)
  says(p, 'I will sue you', reading({ label: 'negative', signals: ['legal'] }))
  expect(factsOf(csat, p.state, ids)).toMatchObject({ verbatims: ['v1', 'v2'], signals: ['legal'], mayContact: false })
})

test('a rating off the branch does not count, and is not forgotten', () => {
  const quality = shipped('service-quality')
  const p = presses(presses(play(quality), '5'), '1')
  says(says(p, 'back'), 'back')
  expect(p.state).toMatchObject({ at: 'response_speed', answers: { service_quality: { value: 1 } } })
  const ids = { dialog: 'd', interaction: null, team: null, agent: null, segment: null }
  expect(factsOf(quality, p.state, ids).ratings).toEqual([{ metric: 'dimension:response_speed', value: 5 }])
  expect(p.effects).toContainEqual(expect.objectContaining({ kind: 'record', question: 'service_quality', was: 1 }))
  expect(situation(p.state).answers).not.toHaveProperty('service_quality')
  presses(p, '4')
  expect(p.effects).toContainEqual(
    expect.objectContaining({
      kind: 'record',
      question: 'service_quality',
      was: null,
      answer: expect.objectContaining({ value: 1 }),
    }),
  )
  expect(factsOf(quality, p.state, ids).ratings).toEqual([
    { metric: 'dimension:response_speed', value: 4 },
    { metric: 'dimension:service_quality', value: 1 },
  ])
  expect(p.state.at).toBe('convenience')
})

test('goodbye after the end starts nothing', () => {
  const p = says(presses(play(shipped('csat')), '5'), 'Lovely')
  for (const text of ['bye', '再见', 'good night', '晚安']) expect(says(p, text).effects).toEqual([])
  expect(happens(p, { kind: 'unreadable' }).effects).toEqual([])
})
