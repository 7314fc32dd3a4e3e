import { expect, onTestFinished, test } from 'vitest'
import type { Inbound, Receipt } from '../../src/channel.ts'
import { standTelegram, until } from './stand.ts'
import { openTelegram } from './stand-in/server.ts'

const DONE: Receipt = { outcome: 'done' }
const RETRY: Receipt = { outcome: 'retry' }
const textOf = ({ body }: Inbound): string => ('text' in body ? body.text : body.kind)

test('what people do comes in, and Telegram forgets it once it has had its effect', async () => {
  const { telegram, inbound } = await standTelegram({ mode: 'polling' })
  const mei = telegram.person()
  mei.open('abc')
  mei.type('五分')
  await telegram.updates.acknowledged()
  expect(inbound.map(({ body }) => body)).toEqual([
    { kind: 'open', start: 'abc' },
    { kind: 'text', text: '五分' },
  ])
})

test('an update that could not be stored is asked for again, and those behind it in its chat wait for it', async () => {
  const heard: string[] = []
  let down = 3
  const { telegram, pauses } = await standTelegram({
    mode: 'polling',
    async receive(event) {
      heard.push(textOf(event))
      return textOf(event) === 'second' && down-- > 0 ? RETRY : DONE
    },
  })
  const mei = telegram.person()
  const bo = telegram.person({ name: 'Bo' })
  for (const text of ['first', 'second', 'third']) mei.type(text)
  bo.type('other')
  await telegram.updates.acknowledged()
  expect(heard.filter((text) => text !== 'other')).toEqual(['first', 'second', 'second', 'second', 'second', 'third'])
  expect(heard.filter((text) => text === 'other')).toHaveLength(1)
  expect(pauses.slice(0, 3)).toEqual([500, 1_000, 2_000])
})

test('an update whose turn throws is asked for again, and the log says so without its words', async () => {
  let thrown = false
  const { telegram, logged } = await standTelegram({
    mode: 'polling',
    async receive() {
      if (thrown) return DONE
      thrown = true
      throw new Error('my private words')
    },
  })
  telegram.person().type('my private words')
  await telegram.updates.acknowledged()
  expect(logged.map(({ message }) => message)).toContain('an update could not be taken; it will come again')
  expect(JSON.stringify(logged)).not.toContain('private')
})

test('one chat never waits for another, and each keeps its order', async () => {
  let release = (): void => undefined
  const gate = new Promise<void>((open) => {
    release = open
  })
  const heard: string[] = []
  const { telegram } = await standTelegram({
    mode: 'polling',
    async receive(event) {
      if (textOf(event) === 'slow') await gate
      heard.push(textOf(event))
      return DONE
    },
  })
  const mei = telegram.person()
  const bo = telegram.person()
  mei.type('slow')
  mei.type('after slow')
  bo.type('quick 1')
  bo.type('quick 2')
  await until(() => heard.length === 2)
  expect(heard).toEqual(['quick 1', 'quick 2'])
  release()
  await telegram.updates.acknowledged()
  expect(heard).toEqual(['quick 1', 'quick 2', 'slow', 'after slow'])
})

test('a web hook that was set before is taken away, since Telegram refuses to be asked as long as it stands', async () => {
  const { telegram, inbound } = await standTelegram({ mode: 'polling' })
  telegram.person().type('5')
  await telegram.updates.acknowledged()
  expect(telegram.calls).toContain('deleteWebhook')
  expect(inbound).toHaveLength(1)
})

test('stopping waits for what is under way, and tells Telegram what was taken', async () => {
  let release = (): void => undefined
  const gate = new Promise<void>((open) => {
    release = open
  })
  let began = false
  const { telegram, channel } = await standTelegram({
    mode: 'polling',
    async receive() {
      began = true
      await gate
      return DONE
    },
  })
  telegram.person().type('5')
  await until(() => began)
  const stopped = channel.stop()
  release()
  await stopped
  expect(telegram.updates.pending()).toEqual([])
})

test('once it has started it knows its name, without which a customer would get no link', async () => {
  const { channel } = await standTelegram({ mode: 'polling' })
  expect(channel.capabilities.startLink).toBe('https://t.me/afterword_bot?start={token}')
})

test('a bot whose Telegram is away starts all the same, and is there as soon as Telegram is', async () => {
  const gone = await openTelegram({ now: () => 0 })
  await gone.close()
  const { channel, pauses, logged, inbound } = await standTelegram({ mode: 'polling', deps: { apiRoot: gone.apiRoot } })
  await until(() => pauses.length > 3)
  const hello = { kind: 'text', text: 'hi', locale: 'en' } as const
  expect(await channel.send({ key: '5' }, hello, { id: 'a' })).toMatchObject({ status: 'retry' })
  expect(logged[0]).toMatchObject({ detail: { reason: 'no answer from Telegram (ECONNREFUSED)' } })
  const back = await openTelegram({ now: () => 0, port: gone.port })
  onTestFinished(back.close)
  back.person().type('5')
  await back.updates.acknowledged()
  expect(inbound).toHaveLength(1)
  await channel.stop()
})

test('a wrong token is no reason to stop: the log says it, and it is tried again every minute', async () => {
  const { logged, pauses, channel } = await standTelegram({ mode: 'polling', deps: { token: '1:WRONG' } })
  await until(() => pauses.length > 2)
  await channel.stop()
  expect(logged[0]).toMatchObject({ detail: { reason: '401 the bot’s token is refused' } })
  expect(pauses.slice(0, 2)).toEqual([60_000, 60_000])
})
