import { expect, test } from 'vitest'
import { stand } from './stand.ts'

test('where a customer is reached follows what the platform says last, and is written only when it has changed', async () => {
  const bot = await stand()
  await bot.ask('mei') // the trigger knows the key alone
  const contact = async () =>
    (await bot.rows<{ address: object; version: string }>('select address, xmin::text as version from contact'))[0]
  const comes = async (service: string) => {
    const event = bot.inbound('mei', { kind: 'text', text: '5' })
    await bot.receive({ ...event, from: { ...event.from, address: { key: 'mei', service, conversation: 'a:1' } } })
    return contact()
  }
  expect((await contact())?.address).toEqual({ key: 'mei' })
  const first = await comes('https://emea.example/')
  expect(first?.address).toEqual({ key: 'mei', service: 'https://emea.example/', conversation: 'a:1' })
  expect(await comes('https://emea.example/')).toEqual(first)
  const moved = await comes('https://apac.example/')
  expect(moved?.address).toMatchObject({ service: 'https://apac.example/' })
  expect(bot.errors).toEqual([])
})
