import { expect, test } from 'vitest'
import { eraseCustomer } from '../../src/store/erase.ts'
import { stand } from './stand.ts'

test('erasure takes a customer’s words out of answers to managers too', async () => {
  const bot = await stand()
  await bot.ask('mei', { topic: 'Refund for Mei Chen' })
  await bot.press('mei', '1')
  await bot.say('mei', 'the parcel never came')
  await bot.say('max', '/verbatims last 7d')
  expect(bot.last('max')).toMatchObject({ text: expect.stringContaining('parcel never') })
  await eraseCustomer(bot.database, 'id-mei', 'test', bot.at())
  const everything = JSON.stringify([
    await bot.rows('select * from message'),
    await bot.rows('select * from verbatim'),
    await bot.rows('select * from dialog'),
    await bot.rows('select * from interaction'),
    await bot.rows('select * from task'),
  ])
  expect(everything).not.toMatch(/parcel never|Mei Chen/)
})

test('erasure takes what somebody wrote before it was known who they are', async () => {
  const bot = await stand()
  const { live } = bot.setting.flows
  bot.setting.flows.live = () => {
    throw new Error('boom')
  }
  await bot.say('zoe', 'my name is Zoe and the parcel never came')
  bot.setting.flows.live = live
  await bot.say('zoe', 'the courier was rude to me')
  const [customer] = await bot.rows<{ id: string }>('select id from customer')
  await eraseCustomer(bot.database, customer?.id ?? '', 'test', bot.at())
  expect(JSON.stringify(await bot.rows('select * from message'))).not.toMatch(/Zoe|rude/)
  expect(await bot.rows('select * from inbound_failed')).toEqual([])
})
