import { expect, test } from 'vitest'
import type { Inbound } from '../../src/channel.ts'
import { claimed, stand } from './stand.ts'

const ROOM = 'room'
/** Somebody says something in a team's channel. */
const inRoom = (bot: Awaited<ReturnType<typeof stand>>, who: string, body: Inbound['body']): Inbound => ({
  ...bot.inbound(who, body),
  from: { user: who, address: { key: ROOM }, shared: true, name: who },
})

test('talk among colleagues under what the bot has posted begins no survey, and makes nobody a customer', async () => {
  const bot = await stand({ deliver: ({ id }) => ({ status: 'sent', ref: `ref-${id}` }) })
  await bot.receive(inRoom(bot, 'max', { kind: 'text', text: 'scores last 7d' }))
  const about = `ref-${bot.sent.at(-1)?.id}`
  const before = bot.sent.length
  const talk = 'This is terrible, refunds are far too slow for everybody'
  await bot.receive(inRoom(bot, 'eve', { kind: 'text', text: talk, about }))
  await bot.receive(inRoom(bot, 'max', { kind: 'text', text: 'Nice, thanks everybody', about }))
  expect(bot.sent.slice(before)).toEqual([])
  expect(await bot.rows('select id from customer')).toEqual([])
  await bot.receive(inRoom(bot, 'eve', { kind: 'text', text: '/scores last 7d' }))
  expect(bot.last(ROOM)).toMatchObject({ text: expect.stringContaining('for our staff') })
})

test('a room that a service was reported for is asked, and answers; its other talk begins nothing', async () => {
  const bot = await stand()
  await bot.ask('acme', { customer: { id: 'acme', channel: 'test', address: ROOM } })
  await bot.receive(inRoom(bot, 'eve', { kind: 'text', text: '5' }))
  expect(await bot.rows('select value from answer')).toEqual([{ value: 5 }])
  await bot.wait(3 * 24 * 60)
  await bot.receive(inRoom(bot, 'eve', { kind: 'text', text: 'the courier was rude again' }))
  expect(await bot.rows('select count(*)::int as n from dialog')).toEqual([{ n: 1 }])
})

test('who never wrote to the bot is no customer of whom it keeps a name', async () => {
  const bot = await stand()
  for (const kind of ['gone', 'back', 'open'] as const) await bot.receive(bot.inbound('zed', { kind }))
  expect(await bot.rows('select id from customer')).toEqual([])
})

test('a typo that is mended in an old message is nothing new', async () => {
  const bot = await stand()
  await bot.ask('mei')
  await bot.press('mei', '5')
  await bot.say('mei', 'all fine, quick refnd')
  await bot.wait(3 * 24 * 60)
  const before = bot.sent.length
  await bot.receive(bot.inbound('mei', { kind: 'edit', text: 'all fine, quick refund' }))
  expect(bot.sent.slice(before)).toEqual([])
  expect(await bot.rows('select count(*)::int as n from dialog')).toEqual([{ n: 1 }])
})

test('in the thread of a card a file goes with its words alone, and a change not at all: the writer is told', async () => {
  const bot = await claimed({ deliver: ({ id }) => ({ status: 'sent', ref: `ref-${id}` }) })
  const card = bot.screen('anna').find(({ content }) => content.kind === 'card')
  const about = `ref-${card?.id}`
  const heard = () => bot.screen('mei').flatMap(({ content }) => (content.kind === 'text' ? [content.text] : []))
  const before = heard().length
  const write = (body: Inbound['body']) => bot.receive(bot.inbound('anna', body))
  const notice = (text: string) => ({ immediate: { kind: 'notice', text: expect.stringContaining(text) } })

  expect(await write({ kind: 'media', media: 'file', about })).toMatchObject(notice('only words'))
  expect(heard()).toHaveLength(before)
  const caption = 'Here is the receipt of your refund'
  expect(await write({ kind: 'media', media: 'file', caption, about })).toMatchObject(notice('without the file'))
  expect(heard().at(-1)).toContain(caption)
  const edited = { kind: 'edit', text: 'Here is the receipt for your refund', about } as const
  expect(await write(edited)).toMatchObject(notice('a change does not reach them'))
  expect(heard()).toHaveLength(before + 1)
  expect(
    bot.screen('anna').some(({ content }) => content.kind === 'text' && content.text.includes('You can ask')),
  ).toBe(false)
})
