import { expect, test } from 'vitest'
import { stand } from './stand.ts'

const DAY = 24 * 60

test('who writes unasked is thanked, heard, and asked for one rating; a bad word opens a task', async () => {
  const bot = await stand()
  await bot.say('mei', 'the courier was rude and the box was broken')
  const asked = bot.last('mei')
  expect(asked).toMatchObject({ kind: 'prompt', layout: 'scale', note: { link: 'https://acme.example/privacy' } })
  expect(bot.screen('mei')).toHaveLength(1)
  await bot.press('mei', '1')
  await bot.press('mei', 'yes')
  expect(bot.last('mei')).toMatchObject({ kind: 'text', text: expect.stringContaining('get back to you') })
  expect(await bot.rows('select text, question from verbatim')).toEqual([
    { text: 'the courier was rude and the box was broken', question: 'words' },
  ])
  expect(await bot.rows('select interaction_id, flow, status, day from dialog')).toEqual([
    { interaction_id: null, flow: 'feedback', status: 'complete', day: '2026-03-02' },
  ])
  expect(await bot.rows('select count(*) from task')).toEqual([{ count: 1 }])
  expect(await bot.rows('select metric, flow, v1 from counts')).toEqual([{ metric: 'csat', flow: 'feedback', v1: 1 }])
  expect(bot.errors).toEqual([])
})

test('in the language of who writes, in both Chinese scripts', async () => {
  const bot = await stand()
  const say = (who: string, text: string, locale: string) =>
    bot.receive({
      channel: 'test',
      key: who,
      from: { user: who, address: { key: who }, locale },
      body: { kind: 'text', text },
    })
  await say('li', '上门师傅特别耐心，装得又快又好', 'zh-CN')
  expect(bot.last('li')).toMatchObject({ locale: 'zh-Hans', text: expect.stringContaining('很高兴') })
  await say('chen', '等了三個禮拜都沒有人回覆，太誇張了', 'zh-TW')
  expect(bot.last('chen')).toMatchObject({ locale: 'zh-Hant', text: expect.stringContaining('很抱歉') })
})

test.each(['hello', 'Thanks!', 'ok, thank you', '谢谢', '好的，谢谢！', '您好', '在嗎', '。。。', '👍', 'stop', 'no'])(
  '%s begins nothing',
  async (text) => {
    const bot = await stand()
    await bot.say('mei', text)
    expect(bot.last('mei')).toMatchObject({ kind: 'text' })
    expect(await bot.rows('select count(*) from dialog')).toEqual([{ count: 0 }])
  },
)

test('a dialog that has ended takes words for a day, and no longer', async () => {
  const bot = await stand()
  await bot.ask('mei')
  await bot.press('mei', '5')
  await bot.say('mei', 'Anna was very kind')
  await bot.wait(DAY - 10)
  await bot.say('mei', 'the repair has broken again, this is terrible')
  expect(await bot.rows('select flow from dialog')).toEqual([{ flow: 'csat' }])
  await bot.wait(DAY + 1)
  await bot.say('mei', 'and now the price has gone up as well, that is unfair')
  expect(await bot.rows('select flow from dialog order by opened_at')).toEqual([{ flow: 'csat' }, { flow: 'feedback' }])
})

test('no answer, closing note or message of the bot begins another survey', async () => {
  const bot = await stand()
  await bot.say('mei', 'your app crashes all the time')
  await bot.press('mei', '2')
  await bot.press('mei', 'no')
  await bot.say('mei', 'ok, thank you')
  await bot.wait(5 * DAY)
  await bot.say('mei', 'ok thanks')
  expect(await bot.rows('select count(*) from dialog')).toEqual([{ count: 1 }])
})

test('the rating it asks for counts as a question: the next service is not asked about at once', async () => {
  const bot = await stand()
  await bot.say('mei', 'I waited an hour for nothing')
  expect(await bot.ask('mei')).toMatchObject({ decision: { asked: false, reason: 'cooldown' } })
})

test('who has opted out is heard and not asked; "unsubscribe" is honoured at any time', async () => {
  const bot = await stand()
  await bot.say('mei', 'unsubscribe')
  expect(await bot.rows('select opted_out from customer')).toEqual([{ opted_out: true }])
  await bot.wait(2 * DAY)
  await bot.say('mei', 'the charger caught fire and burned my hand')
  expect(bot.screen('mei').some(({ content }) => content.kind === 'prompt' && content.layout === 'scale')).toBe(false)
  expect(await bot.rows('select count(*) from task')).toEqual([{ count: 1 }])
})

test('what was not asked for is outside of the response rate', async () => {
  const bot = await stand()
  for (const who of ['a', 'b', 'c', 'd', 'e']) {
    await bot.say(who, 'everything was wonderful, great service')
    await bot.press(who, '5')
  }
  await bot.say('max', '/scores today')
  const said = bot.last('max')
  expect(said).toMatchObject({ text: expect.stringContaining('n = 5') })
  expect(said).not.toMatchObject({ text: expect.stringContaining('Response rate') })
  expect(await bot.rows("select count(*) from counts where metric = 'outcome'")).toEqual([{ count: 0 }])
})
