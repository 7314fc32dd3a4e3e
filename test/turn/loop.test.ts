import { expect, test } from 'vitest'
import { stand } from './stand.ts'

test('a bad experience is followed up until the customer says that it is put right', async () => {
  const bot = await stand()
  expect(await bot.ask('mei')).toMatchObject({ decision: { asked: true } })
  await bot.press('mei', '2')
  await bot.say('mei', 'waited an hour, and my refund is still missing')
  await bot.press('mei', 'yes')

  expect(bot.last('anna')).toMatchObject({
    kind: 'card',
    quotes: [{ text: 'waited an hour, and my refund is still missing' }],
  })
  expect(bot.last('max')).toBeUndefined()
  await bot.press('anna', 'claim')
  await bot.press('anna', 'contacted')
  const opened = await bot.press('anna', 'resolve')
  expect(opened.immediate).toMatchObject({ kind: 'form' })
  await bot.fill('anna', 'resolve', { cause: 'process', action: 'Refunded by hand', note: 'It is on its way.' })
  expect(bot.last('mei')).toMatchObject({ kind: 'prompt' })

  await bot.press('mei', 'no')
  expect(bot.last('anna')).toMatchObject({ kind: 'text' })
  expect((await bot.rows('select status from task'))[0]).toEqual({ status: 'open' })
  await bot.say('mei', 'nothing has arrived')
  await bot.press('bo', 'claim')
  await bot.fill('bo', 'resolve', { cause: 'system', action: 'Bank details mended', note: '' })
  await bot.press('mei', 'yes')
  const [task] = await bot.rows<{ state: object }>('select state from task')
  expect(task?.state).toMatchObject({ status: 'closed', outcome: 'confirmed', reopened: 1, assignee: 'bo' })

  await bot.say('max', '/scores last 7d by team')
  expect(bot.last('max')).toMatchObject({ kind: 'text', text: expect.stringContaining('Refunds') })
  await bot.say('max', '满意度 近7天 按班组')
  expect(bot.last('max')).toMatchObject({ locale: 'zh-Hans', text: expect.stringContaining('满意度') })
  expect(bot.errors).toEqual([])
})
