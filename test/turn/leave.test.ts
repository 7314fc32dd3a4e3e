import { expect, test } from 'vitest'
import { stand } from './stand.ts'

test('what is said where a yes or a no was asked for is kept, and a yes that comes after all is one', async () => {
  const bot = await stand()
  await bot.ask('mei')
  await bot.say('mei', '2, I waited an hour')
  await bot.say('mei', 'the desk was closed')
  expect(bot.last('mei')).toMatchObject({ kind: 'prompt', choices: [{ id: 'yes' }, { id: 'no' }] })
  await bot.say('mei', '訂單編號是 A4711')
  expect((await bot.rows<{ text: string }>('select text from verbatim order by text')).map(({ text }) => text)).toEqual(
    ['2, I waited an hour', 'the desk was closed', '訂單編號是 A4711'],
  )
  expect(await bot.rows("select status, state ->> 'mayContact' as may from task")).toEqual([
    { status: 'open', may: 'true' },
  ])
  await bot.say('mei', 'yes')
  expect(bot.last('anna')).toMatchObject({ facts: expect.arrayContaining([expect.objectContaining({ value: 'Yes' })]) })
  expect(bot.errors).toEqual([])
})

test('a team that no file names keeps the name it has', async () => {
  const bot = await stand()
  await bot.rows("insert into label (kind, id, name) values ('team', 'billing', 'Billing')")
  await bot.ask('mei', { team: 'billing' })
  await bot.ask('zoe', { team: 'shops' })
  expect(await bot.rows("select id, name from label where kind = 'team' order by id")).toEqual([
    { id: 'billing', name: 'Billing' },
    { id: 'shops', name: 'shops' },
  ])
})
