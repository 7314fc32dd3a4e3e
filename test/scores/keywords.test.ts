import { describe, expect, test } from 'vitest'
import { keywords } from '../../src/scores/keywords.ts'
import { renderKeywords } from '../../src/scores/render-keywords.ts'
import { segmenter } from '../../src/text/segment.ts'

const segment = await segmenter()
const period = { from: '2026-11-01', to: '2026-11-08', words: 'last 7d' }
/** Comments, each by another customer. */
const spoken = (texts: string[]) => texts.map((text, n) => ({ id: `v${n}`, text, customer: `c${n}` }))
const words = (now: string[], ...earlier: string[][]) => keywords(spoken(now), earlier, segment).map(({ word }) => word)

describe('the words that stand out in a period', () => {
  test('are those said more often than before', () => {
    const usual = ['the agent was friendly', 'friendly agent', 'the refund was fine', 'agent solved it']
    const now = [...usual, 'the new invoice portal crashes', 'invoice portal again', 'cannot open the portal']
    const found = keywords(spoken(now), [usual, usual, usual], segment)
    expect(found[0]).toEqual({ word: 'portal', count: 3, earlier: 0, verbatims: ['v4', 'v5', 'v6'] })
    expect(found.map(({ word }) => word)).toEqual(['portal', 'invoice'])
  })

  test('in Chinese are whole words, in the script they were written in', () => {
    expect(words(['验证码收不到', '还是收不到验证码', '客服很好'], ['客服很好', '客服不错'])).toContain('验证码')
    expect(words(['驗證碼收不到', '還是收不到驗證碼'])).toContain('驗證碼')
  })

  test('one word in several forms is one word, shown as most write it', () => {
    expect(keywords(spoken(['refunds please', 'two refunds', 'the refund']), [], null)).toEqual([
      { word: 'refunds', count: 3, earlier: 0, verbatims: ['v0', 'v1', 'v2'] },
    ])
  })

  test('are never personal data, what only one customer said, or words that tell nothing', () => {
    expect(words(['call [phone] please', 'my number is [phone]', '我的[电话]', '打[电话]'])).toEqual([])
    expect(words(['zebra', 'nothing else'])).toEqual([])
    const mine = ['Fernsby is my name', 'I said fernsby'].map((text) => ({ id: text, text, customer: 'mei' }))
    expect(keywords(mine, [], null)).toEqual([])
    expect(words(['it was the best of it', 'it was the worst of it'])).toEqual([])
    expect(words(['王小明很好', '王小明很好'])).not.toContain('王小明')
  })

  test('of nothing are none, and words that are names of things in JavaScript are words', () => {
    expect(words([])).toEqual([])
    expect(words(['constructor', 'constructor'])).toEqual(['constructor'])
  })

  test.each([
    ['en', true, 'Of the newest 3,000 comments, compared with 40 from before.'],
    ['en', false, 'Of 3,000 comments, compared with 40 from before.'],
    ['zh-Hans', true, '根据最新的 3,000 条留言，与此前 40 条相比。'],
    ['zh-Hans', false, '根据 3,000 条留言，与此前 40 条相比。'],
    ['zh-Hant', true, '根據最新的 3,000 則留言，與先前 40 則相比。'],
  ] as const)('say in %s whether there are more comments than were read (%s)', (locale, newest, basis) => {
    const asked = { query: { period, sentiment: null, themes: [], filters: {} }, themes: [], filters: [] }
    const found = [{ word: 'refunds', count: 3, earlier: 0, verbatims: [] }]
    expect(renderKeywords(asked, found, { now: 3000, earlier: 40, newest }, locale)).toContain(basis)
  })
})
