/** What users of such bots were bitten by, each with where it was told. */
import { expect, test } from 'vitest'
import { passes, play, presses, SHIPPED, shipped } from './play.ts'

const metrics = (effects: ReturnType<typeof play>['effects']) =>
  effects.flatMap((effect) => (effect.kind === 'record' ? [effect.metric] : []))

test('posthog#19500: 0 to 10 counts as NPS only where the flow says so', () => {
  const nps = shipped('nps')
  const first = nps.questions[nps.start]
  if (first?.kind !== 'scale') throw new Error('the NPS flow begins with a scale')
  const { metric: _, ...plain } = first
  const other = { ...nps, questions: { ...nps.questions, [nps.start]: plain } }
  expect(metrics(presses(play(nps, 'en'), '9').effects)).toEqual(['nps'])
  expect(metrics(presses(play(other, 'en'), '9').effects)).toEqual([null])
})

test.each(SHIPPED)('chatwoot#10844: no label of %s pushes towards an answer', (id) => {
  const shown = Object.values(shipped(id).questions).map((question) => ('labels' in question ? question.labels : {}))
  expect(JSON.stringify(shown)).not.toMatch(/[\p{Extended_Pictographic}✓★]/u)
})

test('formbricks#2909: every text is the owner’s to write in every language, the ends of the scale too', () => {
  const csat = shipped('csat')
  const first = csat.questions[csat.start]
  if (first?.kind !== 'scale') throw new Error('the CSAT flow begins with a scale')
  const own = { ...first, text: { fr: ['Alors ?'] }, labels: { 1: { fr: 'Nul' }, 5: { fr: 'Super' } } }
  const flow = { ...csat, locales: ['fr', ...csat.locales], questions: { ...csat.questions, [csat.start]: own } }
  expect(play(flow, 'fr').effects[0]).toMatchObject({
    content: { text: 'Alors ?', ends: { low: 'Nul', high: 'Super' } },
  })
})

test('grammyjs/conversations#83: an end comes by its timer, and not with the customer’s next message', () => {
  const p = play(shipped('csat'), 'en')
  passes(p, 30 * 24 * 60 * 60_000)
  expect(p.state.status).not.toBe('open')
})
