import fc from 'fast-check'
import { Converter } from 'opencc-js/cn2t'
import { describe, expect, test } from 'vitest'
import { readRows, Verbatim } from '../../scripts/train/verbatims.ts'
import { analyze } from '../../src/text/analyze.ts'

const labelOf = (text: string) => analyze(text).sentiment.label
const traditional = Converter({ from: 'cn', to: 'tw' })

const FELT_EN: [string, string][] = [
  ['The agent was rude', 'negative'],
  ['Terrible', 'negative'],
  ['Nobody has fixed my internet for two weeks', 'negative'],
  ['You charged me twice', 'negative'],
  ['The delivery was late and the box was crushed', 'negative'],
  ['I am very disappointed', 'negative'],
  ['Great service', 'positive'],
  ['She solved everything in five minutes', 'positive'],
  ['Friendly and quick', 'positive'],
  ['I love the new app', 'positive'],
]
const FELT_ZH: [string, string][] = [
  ['客服态度很差', 'negative'],
  ['差评', 'negative'],
  ['等了三个小时没人理', 'negative'],
  ['多扣了我两百块钱', 'negative'],
  ['问题一直没有解决', 'negative'],
  ['快递弄丢了，太失望了', 'negative'],
  ['服务很好', 'positive'],
  ['客服很耐心，问题解决了', 'positive'],
  ['非常满意', 'positive'],
  ['送货很快', 'positive'],
]
const BESIDE_EN = [
  'Please call me back',
  'My number is 13812345678',
  'Thanks',
  'Hello',
  'My order number is AB-2024-7781',
  'Could you call me tomorrow at 3pm?',
  'You can reach me at bob@example.com, thank you',
  'My name is Bob Miller',
]
const BESIDE_ZH = [
  '请给我回个电话',
  '我的电话是13812345678',
  '谢谢',
  '你好',
  '订单号20241121000188',
  '麻烦您尽快联系我，谢谢',
  '希望经理能给我回电',
  '可以打我手机 138 1234 5678',
  '能不能安排人联系我一下？',
]

const pairs = (felt: [string, string][], beside: string[], stop: string) =>
  felt.flatMap(([text, is]) => beside.map((aside): [string, string, string] => [`${text}${stop}`, aside, is]))
const zh = pairs(FELT_ZH, BESIDE_ZH, '。')

describe.each([
  ['English', pairs(FELT_EN, BESIDE_EN, '. '), ', '],
  ['Simplified', zh, '，'],
  [
    'Traditional',
    zh.map(([text, aside, is]): [string, string, string] => [traditional(text), traditional(aside), is]),
    '，',
  ],
])('a clause beside the point does not dilute a clear one, %s', (_, table, comma) => {
  test.each(table)('%s + %s', (text, aside, is) => {
    const found = [text, `${text}${aside}`, `${aside}${comma}${text}`, `${aside}${comma}${text}${aside}`].map(labelOf)
    expect(found).toEqual([is, is, is, is])
  })
})

test.each([
  ['Please call me back because the agent was rude', 'negative'],
  ['My number is 13812345678 and the service was terrible', 'negative'],
  ['请给我回电，因为客服态度很差', 'negative'],
  ['客服态度差请尽快给我回电话', 'negative'],
  ['Please train your staff, they are clueless', 'negative'],
  ['麻烦死了', 'negative'],
  ['Thanks for your help', 'positive'],
  ['谢谢小王，帮我解决了', 'positive'],
])('what is felt inside a request counts: %s is %s', (text, is) => {
  expect(labelOf(text)).toBe(is)
})

test.each([
  'Please call me back',
  'Thanks, please call me at 212-555-0188',
  'Hello, my order number is AB77812. Could you call me?',
  'Please send me the invoice. Thank you',
  '请回电，谢谢',
  '請回電，謝謝',
  '你好，我的电话是13812345678，请联系我',
  '能不能给我回个电话？谢谢',
  '麻烦您帮我查一下订单20241121000188，谢谢',
  'phone 07946 112233',
  '- Karen Lopez',
  'Name: Carla Mendes, tel: 312 555 0188, order: 20031774',
  'Refund to card 4556 7375 8689 9855 please, $45',
  '請聯絡0917 222 333李小姐',
])('nothing but a request is neutral: %s', (text) => {
  expect(labelOf(text)).toBe('neutral')
})

test('whatever is said, a clause beside the point changes no clear label', () => {
  const rows = readRows(new URL('verbatims.jsonl', import.meta.url), Verbatim)
  const clear = rows.filter(({ text, label }) => label !== 'neutral' && labelOf(text) === label && text.length > 6)
  const aside = fc.constantFrom(...BESIDE_EN, ...BESIDE_ZH)
  fc.assert(
    fc.property(fc.constantFrom(...clear), fc.array(aside, { maxLength: 3 }), aside, ({ text }, before, after) => {
      expect(labelOf(`${[...before, text, after].join('. ')}.`)).toBe(labelOf(text))
    }),
    { numRuns: 500 },
  )
})
