import { expect, test } from 'vitest'
import { type Condition, holds, type Situation } from '../../src/flow/condition.ts'

const about: Situation = {
  answers: {
    score: { value: 2, verbatims: ['v1'] },
    why: { value: null, choices: ['slow', 'rude'] },
    contact: { value: 1, choices: ['yes'] },
    reason: { value: null, verbatims: ['v2'] },
    extra: { value: null, skipped: true },
  },
  gist: { sentiment: 'negative', themes: ['delivery'], signals: ['churn'] },
  subject: { team: 'refunds', attributes: { vip: true, orders: 7, plan: 'gold' } },
}

test.each<[Condition, boolean]>([
  [{ answer: { score: { lte: 2 } } }, true],
  [{ answer: { score: { lte: 1 } } }, false],
  [{ answer: { score: { gte: 2, lte: 3 } } }, true],
  [{ answer: { score: { eq: 2 } } }, true],
  [{ answer: { score: { in: [1, 2] } } }, true],
  [{ answer: { score: { in: [4, 5] } } }, false],
  [{ answer: { score: { said: true } } }, true],
  [{ answer: { why: { said: true } } }, false],
  [{ answer: { why: { eq: 'slow' } } }, true],
  [{ answer: { why: { in: ['dear', 'rude'] } } }, true],
  [{ answer: { contact: { eq: 'yes' } } }, true],
  [{ answer: { contact: { eq: 'no' } } }, false],
  [{ answer: { reason: { answered: true } } }, true],
  [{ answer: { extra: { answered: true } } }, false],
  [{ answer: { extra: { skipped: true } } }, true],
  [{ answer: { nothing: { answered: false } } }, true],
  [{ answer: { nothing: { lte: 5 } } }, false],
  [{ answer: { score: { lte: 2 }, contact: { eq: 'no' } } }, false],
  [{ sentiment: 'negative' }, true],
  [{ sentiment: ['positive', 'neutral'] }, false],
  [{ theme: 'delivery' }, true],
  [{ theme: ['price', 'delivery'] }, true],
  [{ theme: 'price' }, false],
  [{ theme: '*' }, true],
  [{ signal: 'churn' }, true],
  [{ signal: ['legal', 'safety'] }, false],
  [{ team: 'refunds' }, true],
  [{ team: ['sales'] }, false],
  [{ attribute: { vip: { eq: true } } }, true],
  [{ attribute: { orders: { gte: 5 } } }, true],
  [{ attribute: { plan: { in: ['silver', 'gold'] } } }, true],
  [{ attribute: { plan: { eq: 'silver' } } }, false],
  [{ attribute: { segment: { answered: false } } }, true],
  [{ all: [{ team: 'refunds' }, { theme: 'delivery' }] }, true],
  [{ any: [{ team: 'sales' }, { theme: 'delivery' }] }, true],
  [{ any: [{ team: 'sales' }, { theme: 'price' }] }, false],
  [{ not: { team: 'sales' } }, true],
  [{ not: { theme: 'delivery' } }, false],
  [{ sentiment: 'negative', team: 'sales' }, false],
])('%j is %s', (condition, expected) => expect(holds(condition, about)).toBe(expected))

test('nothing said is not a feeling', () => {
  const silent = { ...about, gist: { sentiment: null, themes: [], signals: [] } }
  expect(holds({ sentiment: ['negative', 'neutral', 'positive'] }, silent)).toBe(false)
  expect(holds({ theme: '*' }, silent)).toBe(false)
})
