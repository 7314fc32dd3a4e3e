import { expect, test } from 'vitest'
import { marked } from '../../src/scores/render-verbatims.ts'
import { readVerbatims } from '../../src/scores/verbatims.ts'
import { shippedTaxonomy } from '../../src/text/taxonomy.ts'

const themes = Object.entries(shippedTaxonomy().themes).map(([id, { name }]) => ({ id, names: Object.values(name) }))
const vocabulary = {
  teams: [
    { id: 'refunds', names: ['Refunds', '退款组'] },
    { id: 'price', names: ['Price desk'] },
  ],
  agents: [{ id: 'anna', names: ['Anna'] }],
  flows: ['csat'],
  channels: ['web'],
}
const read = (text: string) => readVerbatims(text, { today: '2026-11-20', vocabulary, themes })

test.each([
  ['verbatims', { sentiment: null, themes: [], period: { from: '2026-11-14', to: '2026-11-20' } }],
  [
    '/verbatims last 7d negative',
    { sentiment: 'negative', themes: [], period: { from: '2026-11-14', to: '2026-11-20' } },
  ],
  ['comments yesterday about delivery', { themes: ['delivery'], period: { from: '2026-11-19', to: '2026-11-19' } }],
  [
    'verbatims delivery, attitude in october',
    { themes: ['attitude', 'delivery'], period: { from: '2026-10-01', to: '2026-10-31' } },
  ],
  ['verbatims positive team refunds this month', { sentiment: 'positive', filters: { team: ['refunds'] } }],
  ['客户原话 近7天 差评', { sentiment: 'negative', period: { from: '2026-11-14', to: '2026-11-20' } }],
  ['客户原话近7天差评', { sentiment: 'negative' }],
  ['客户原话 不满意', { sentiment: 'negative' }],
  ['客户原话 满意', { sentiment: 'positive' }],
  ['客戶原話 近7天 負評', { sentiment: 'negative' }],
  ['客户原话 上周 主题 物流配送 退款组', { themes: ['delivery'], filters: { team: ['refunds'] } }],
  ['客戶原話 昨天 服務態度 好評', { sentiment: 'positive', themes: ['attitude'] }],
  // A team is called so as well: the theme must be said to be one.
  ['verbatims price', { themes: [], filters: { team: ['price'] } }],
  ['verbatims about price', { themes: ['price'] }],
])('%s', (text, expected) => {
  const found = read(text)
  expect('query' in found ? found.query : found).toMatchObject(expected)
})

test.each([
  ['verbatims last 7 dyas', 'dyas'],
  ['verbatims priceless', 'priceless'],
  ['verbatims negative positive', 'positive'],
  ['verbatims by team', 'team'],
  ['verbatims nps last year', 'NPS'],
  ['verbatims last week vs this week', 'last week'],
  ['客户原话 上周 对比 上上周', '上上周'],
  ['客户原话 好评 差评', '差评'],
  ['客户原话 蘑菇', '蘑菇'],
])('%s is not guessed at', (text, at) => {
  const found = read(text)
  expect('problem' in found && found.problem.at).toContain(at)
  expect('problem' in found && found.examples).toHaveLength(1)
})

test('the words that tell are marked; marks that overlap or lie outside do no harm', () => {
  expect(
    marked('the parcel came late', [
      [4, 10],
      [16, 20],
    ]),
  ).toBe('the [parcel] came [late]')
  expect(
    marked('late parcel', [
      [0, 4],
      [0, 11],
      [2, 6],
      [40, 50],
    ]),
  ).toBe('[late parcel]')
  expect(marked('a\nb', [])).toBe('a b')
  expect(marked('x'.repeat(500), [[0, 1]]).length).toBeLessThan(300)
})
