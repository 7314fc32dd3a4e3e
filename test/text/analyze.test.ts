import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { analyze, redact } from '../../src/text/analyze.ts'

const unit = fc.string({ unit: 'binary', maxLength: 200 })
const half = fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 50 }).map((u) => String.fromCharCode(...u))

describe('sentiment', () => {
  test.each([
    ['服务很好，解决了我的问题', 'positive'],
    ['态度很差，等了三个小时', 'negative'],
    ['没有不满意', 'positive'],
    ['不高兴', 'negative'], // snownlp#89
    ['not bad at all', 'positive'], // vaderSentiment#71
    ["it didn't help, still broken", 'negative'],
    ['客服很有禮貌，但問題沒有解決', 'negative'],
    ['Friendly agent but my problem is not solved', 'negative'],
    ['无', 'neutral'],
    ['', 'neutral'],
  ])('%s is %s', (text, label) => {
    expect(analyze(text).sentiment.label).toBe(label)
  })
})

describe('every analysis', () => {
  test('is made of any string, with all spans inside it', () => {
    fc.assert(
      fc.property(fc.oneof(unit, half), (text) => {
        const made = analyze(text)
        const spans = [
          ...made.themes.map((theme) => theme.evidence),
          ...made.signalEvidence.map((signal) => signal.evidence),
          ...made.masked,
        ]
        for (const [from, to] of spans) {
          expect(from).toBeGreaterThanOrEqual(0)
          expect(to).toBeGreaterThan(from)
          expect(to).toBeLessThanOrEqual(text.length)
        }
        expect(Math.abs(made.sentiment.score)).toBeLessThanOrEqual(1)
      }),
    )
  })

  test.each([
    ['The waiter was lovely but the soup was cold', { attitude: 'positive', product_quality: 'negative' }],
    ['The app is brilliant, your prices are not', { system: 'positive', price: 'negative' }],
    ['东西不错，快递太慢了', { product_quality: 'positive', delivery: 'negative' }],
    ['價格很划算，可是店員愛理不理', { price: 'positive', attitude: 'negative' }],
    ['客服很有耐心，但是退款流程太复杂了', { attitude: 'positive', process: 'negative' }],
  ])('each theme has its own praise or blame: %s', (text, said) => {
    const themes = analyze(text).themes.map(({ id, polarity }) => [id, polarity])
    expect(Object.fromEntries(themes)).toEqual(said)
  })

  test('shows the words it goes by, as they were written', () => {
    const text = '前台很親切。可是等了３個小時，没人回！'
    const words = analyze(text).themes.map(({ id, polarity, evidence }) => [id, polarity, text.slice(...evidence)])
    expect(words).toEqual([
      ['attitude', 'positive', '親切'],
      ['response_speed', 'negative', '等了３個小時'],
    ])
  })
})

describe('personal data', () => {
  test.each([
    ['call me on 13800138000', 'call me on [phone]'],
    ['我的电话１３８ ００１３ ８０００', '我的电话[电话]'],
    ['order 202411210001 cost 4500', 'order 202411210001 cost 4500'],
  ])('%s', (text, masked) => {
    expect(redact(text).text).toBe(masked)
  })

  test('masking twice changes nothing', () => {
    fc.assert(
      fc.property(unit, (text) => {
        const once = redact(text).text
        expect(redact(once).text).toBe(once)
      }),
    )
  })
})
