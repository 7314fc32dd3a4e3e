import { expect, test } from 'vitest'
import { changeIn, commandIn } from '../../src/engine/words.ts'
import { DEFAULT_PHRASES } from '../../src/flow/phrases.ts'

test.each([
  '真人',
  '我要找真人',
  '我要人工客服',
  '找个人来跟我说',
  '有真人吗',
  '有沒有專人',
  '轉接專人',
  '幫我轉真人',
  '我想跟真人講話',
  '我想要轉接真人客服',
  '我要找客服',
  '我想跟人说话',
  'I want to talk to a human',
  'can i speak to a real person',
  'let me speak with a manager',
  'i need a human',
  'speak to your supervisor',
  'get me an agent please',
  'Could I talk to someone?',
])('“%s” asks for a person', (text) => expect(commandIn(text)).toBe('human'))

test.each([
  'the manager',
  '真人很好',
  '客服很好',
  '我要退款',
  '找不到人',
  '人工客服态度差',
  '我想要一个解释',
  '有人吗',
  '跟客服说了',
  '我要投诉',
  'someone helped me',
  'the agent was a real person',
  'talk to the driver',
  'I need someone polite',
])('“%s” is an answer', (text) => expect(commandIn(text)).toBeNull())

test.each([
  ['唔想答', 'skip'],
  ['唔該跳過先', 'skip'],
  ['唔好煩我', 'stop'],
  ['唔好再send俾我啦', 'unsubscribe'],
  ['搵人覆我', 'human'],
  ['我想同真人傾', 'human'],
  ['返上一題', 'back'],
  ['我想改分', 'back'],
  ['先咁', 'bye'],
  ['唔好再漏水就得', null],
] as const)('in Cantonese, “%s” is %s', (text, command) => expect(commandIn(text)).toBe(command))

test.each([
  ['打分改成1', '1'],
  ['改做3分', '3分'],
  ['评分改成 5 分', '5 分'],
  ['我想把評分改為四分', '四分'],
  ['change my rating to 3', '3'],
])('“%s” changes the rating to %s', (text, to) => expect(changeIn(text)).toBe(to))

test('in Traditional Chinese the help names the button by what stands on it', () => {
  const { help, skip } = DEFAULT_PHRASES['zh-Hant'] ?? DEFAULT_PHRASES.en
  expect(help).toContain(`「${skip}」`)
})
