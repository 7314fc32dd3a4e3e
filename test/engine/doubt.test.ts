import { describe, expect, test } from 'vitest'
import { type Play, passes, play, presses, reading, said, says, shipped } from './play.ts'

const csat = shipped('csat')
const happy = reading({ label: 'positive', score: 0.9, themes: ['attitude'] })
const angry = reading({ label: 'negative', score: -0.95, themes: ['resolution'] })
const MINUTES = 60_000

/** One star, then happy words. */
const doubted = (flow = csat): Play => says(presses(play(flow), '1'), 'she was wonderful', happy)
const isAsked = ({ state }: Play) => state.doubt?.open === true

describe('a rating and words that contradict each other', () => {
  test('are asked about once, with the two numbers it can be', () => {
    const p = doubted()
    expect(said(p.effects)).toEqual(['You gave 1 of 5, and your words sound happy. Which number did you mean?'])
    expect(p.effects).toContainEqual(
      expect.objectContaining({
        question: 'score',
        content: expect.objectContaining({
          choices: [
            { id: '1', label: '1 · Very dissatisfied' },
            { id: '5', label: '5 · Very satisfied' },
          ],
        }),
      }),
    )
  })

  test.each([
    ['a mild complaint at five', '5', reading({ label: 'negative', score: -0.6, themes: ['response_speed'] })],
    ['words that nobody is sure of', '1', { ...happy, sentiment: { ...happy.sentiment, unsure: true } }],
    ['thanks at one', '1', reading({ label: 'positive', score: 0.9 })],
    ['praise of one thing and blame of another', '1', mixed()],
    ['a complaint at two', '2', angry],
    ['praise at four', '4', happy],
    ['praise at five', '5', happy],
  ])('%s is not asked about', (_, rating, words) => {
    expect(isAsked(says(presses(play(csat), rating), 'words', words))).toBe(false)
  })

  test('the flow can leave it out', () => {
    expect(isAsked(doubted({ ...csat, settings: { ...csat.settings, doubt: false } }))).toBe(false)
  })

  test('words before the rating count as well', () => {
    expect(isAsked(presses(says(play(csat), 'nobody put it right', angry), '5'))).toBe(true)
  })

  test('nothing is acted on before the customer had the time to answer, and silence settles it as it was given', () => {
    const p = doubted()
    passes(p, 4 * MINUTES)
    expect(p.state).toMatchObject({ settled: false, at: 'score' })
    passes(p, 2 * MINUTES)
    expect(p.state).toMatchObject({ settled: true, at: 'contact', answers: { score: { value: 1 } } })
  })

  test.each([
    ['the other number', (p: Play) => presses(p, '5'), 5],
    ['the same number', (p: Play) => presses(p, '1'), 1],
    ['another number in words', (p: Play) => says(p, 'I meant 4'), 4],
    ['something else', (p: Play) => says(p, 'what?'), 1],
    ['that they had rather not', (p: Play) => says(p, 'skip'), 1],
    ['a sticker', (p: Play) => says(p, ''), 1],
  ])('answered with %s', (_, answer, value) => {
    const p = answer(doubted())
    expect(p.state).toMatchObject({ answers: { score: { value } }, doubt: { first: 1, open: false } })
    expect(p.state.at).not.toBe('score')
    expect(p.state.answers.reason?.verbatims).toEqual(['v1'])
  })

  test('both stay on record, and words that contradict the new rating too are not asked about again', () => {
    const p = says(presses(doubted(), '1', 'score'), 'yes, and she was so kind', happy)
    expect(p.state.doubt).toEqual({ question: 'score', first: 1, open: false })
    expect(isAsked(p)).toBe(false)
  })
})

function mixed() {
  const [theme] = happy.themes
  return {
    ...happy,
    themes: theme ? [theme, { ...theme, id: 'price', polarity: 'negative' as const }] : [],
  }
}
