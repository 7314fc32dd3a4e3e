import { expect, test } from 'vitest'
import { token } from '../../src/channel.ts'
import { stand } from './stand.ts'

const state = async (bot: Awaited<ReturnType<typeof stand>>) => ({
  answers: await bot.rows('select question, value from answer order by question'),
  counts: await bot.rows(
    'select metric, sum(v0)::int v0, sum(v1)::int v1, sum(v2)::int v2, sum(v4)::int v4 from counts group by 1 order by 1',
  ),
  tasks: await bot.rows('select count(*) from task'),
  history: await bot.rows('select what from task_event order by seq'),
})

test('every event three times at once has its effect once', async () => {
  const once = await stand()
  const thrice = await stand()
  for (const [bot, times] of [
    [once, 1],
    [thrice, 3],
  ] as const) {
    const repeat = async (event: () => ReturnType<typeof bot.inbound>) => {
      const same = event()
      const receipts = await Promise.all(Array.from({ length: times }, () => bot.turns.receive(same)))
      expect(receipts.filter(({ outcome }) => outcome === 'done')).toHaveLength(1)
      await bot.deliverer.drain()
    }
    const press = (who: string, choice: string) =>
      repeat(() => bot.inbound(who, { kind: 'press', token: token(bot.find(who, choice).id, choice) }))
    const trigger = {
      id: 'one',
      endedAt: bot.at(),
      customer: { id: 'mei', channel: 'test', address: 'mei' },
      agent: { id: 'anna', name: 'Anna' },
      team: 'refunds',
    }
    await Promise.all(Array.from({ length: times }, () => bot.turns.ask(trigger)))
    await bot.deliverer.drain()
    await press('mei', '1')
    await repeat(() => bot.inbound('mei', { kind: 'text', text: 'never again' }))
    await press('mei', 'yes')
    await press('anna', 'claim')
    await press('anna', 'contacted')
  }
  expect(await state(thrice)).toEqual(await state(once))
  expect(thrice.errors).toEqual([])
})

test('two different answers a millisecond apart are taken in their order, and neither is lost', {
  timeout: 120_000,
}, async () => {
  const bot = await stand()
  const customers = Array.from({ length: 300 }, (_, i) => `c${i}`)
  await Promise.all(customers.map((who) => bot.turns.ask(trigger(bot, who))))
  await bot.deliverer.drain()
  await Promise.all(
    customers.map(async (who) => {
      const rating = bot.inbound(who, { kind: 'press', token: token(bot.find(who, '2').id, '2') })
      const words = bot.inbound(who, { kind: 'text', text: `the parcel of ${who} came late` })
      const first = bot.turns.receive(rating)
      const second = bot.turns.receive(words)
      expect(await Promise.all([first, second])).toEqual([{ outcome: 'done' }, { outcome: 'done' }])
    }),
  )
  expect(await bot.rows('select count(*) from answer where question = $1 and value = 2', ['score'])).toEqual([
    { count: 300 },
  ])
  expect(await bot.rows("select count(distinct customer_id) from verbatim where text like 'the parcel of %'")).toEqual([
    { count: 300 },
  ])
  expect(await bot.rows("select count(*) from dialog where jsonb_array_length(state -> 'path') > 3")).toEqual([
    { count: 0 },
  ])
  expect(bot.errors).toEqual([])
})

test('an ordinary answer waits for the database twice', async () => {
  const bot = await stand()
  await bot.ask('mei')
  const press = bot.inbound('mei', { kind: 'press', token: token(bot.find('mei', '4').id, '4') })
  const before = bot.database.waits()
  await bot.turns.receive(press)
  expect(bot.database.waits() - before).toBe(2)
})

const trigger = (bot: Awaited<ReturnType<typeof stand>>, who: string) => ({
  id: `i-${who}`,
  endedAt: bot.at(),
  customer: { id: who, channel: 'test', address: who },
  agent: { id: 'anna', name: 'Anna' },
  team: 'refunds',
})
