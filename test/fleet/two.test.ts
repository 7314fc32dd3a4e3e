/** Two processes on one record and one Redis: whichever of them one meets, it is the same bot. */
import { pino } from 'pino'
import { afterAll, beforeAll, describe, expect, inject, onTestFinished, test, vi } from 'vitest'
import { z } from 'zod'
import { loadConfig } from '../../src/config.ts'
import { type Bot, startBot } from '../../src/main.ts'
import { root } from '../../src/root.ts'
import { openDatabase } from '../../src/store/database.ts'
import { issueKey } from '../../src/store/staff.ts'
import { createLine } from '../chaos/line.ts'
import { createReader } from '../chaos/reader.ts'
import { withClient } from '../chaos/sound.ts'
import { freshDatabase } from '../database.ts'
import { redisServer } from '../requirements.ts'
import { until } from '../telegram/stand.ts'
import { openTelegram, TOKEN } from '../telegram/stand-in/server.ts'
import { openRedis, type RedisServer } from './redis-server.ts'

const binary = redisServer('two processes')
const session = z.object({ session: z.string() })

describe.skipIf(binary === null)('two processes', () => {
  let redis: RedisServer
  beforeAll(async () => {
    redis = await openRedis(binary ?? '')
  })
  afterAll(() => redis.kill())

  async function start(url: string, more: Record<string, string> = {}): Promise<Bot> {
    const environment = {
      DATABASE_URL: url,
      REDIS_URL: redis.url,
      PORT: '0',
      AFTERWORD_CONFIG: 'test/turn/afterword.yaml',
    }
    const config = loadConfig({ ...environment, ...more }, root)
    const bot = await startBot(config, 'test', () => undefined, pino({ level: 'silent' }))
    let stopped: Promise<void> | undefined
    const once = { ...bot, stop: () => (stopped ??= bot.stop()) }
    onTestFinished(once.stop)
    return once
  }

  async function record(): Promise<string> {
    const { url, drop } = await freshDatabase()
    onTestFinished(drop)
    return url
  }

  /** No poll and no heartbeat: what is known is known by a hint, however slow the machine. */
  function onlyHints(): void {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
    onTestFinished(() => void vi.useRealTimers())
  }

  test('start at the same moment on an empty database: both migrate, publish, name the staff, and are ready', async () => {
    const name = `empty_${process.pid}_${Date.now()}`
    const server = inject('database').url
    await withClient(server, (client) => client.query(`create database ${name} encoding 'UTF8' template template0`))
    const url = new URL(server)
    url.pathname = name
    const bots = await Promise.all([start(url.href), start(url.href), start(url.href)])
    for (const bot of bots) {
      const response = await fetch(new URL('readyz', bot.url))
      expect([response.status, await response.json()]).toEqual([200, { status: 'ready' }])
      await bot.stop()
    }
    await withClient(server, (client) => client.query(`drop database ${name} with (force)`))
  })

  test('a web chat that is open at the one shows at once what was said at the other', async () => {
    onlyHints()
    const url = await record()
    const [a, b] = await Promise.all([start(url), start(url)])
    const post = async (to: string, path: string, headers: Record<string, string>, body: object): Promise<unknown> => {
      const response = await fetch(new URL(path, to), {
        method: 'POST',
        headers: { ...headers, 'content-type': 'application/json' },
        body: JSON.stringify(body),
      })
      return response.json()
    }
    const bearer = session.parse(await post(a.url, 'chat/sessions', {}, { locale: 'en' })).session
    const headers = { authorization: `Bearer ${bearer}` }
    const line = createLine()
    line.moved(b.url)
    const reader = createReader(line, headers)
    onTestFinished(reader.close)
    const count = (rows: { direction: string }[], direction: string) =>
      rows.filter((row) => row.direction === direction).length
    for (const n of [1, 2, 3]) {
      await post(a.url, 'chat/messages', headers, { key: `message-number-${n}`, text: `the parcel is late ${n}` })
      await reader.until((rows) => count(rows, 'in') === n && count(rows, 'out') >= n)
    }
  })

  test('who signs in at the one is known to the other', async () => {
    onlyHints()
    const url = await record()
    const [a, b] = await Promise.all([start(url), start(url)])
    const database = openDatabase(url, { connections: 2, onError: () => undefined })
    const newcomer = { id: 'nova', name: 'Nova', roles: ['manager'], teams: [], locale: null }
    const key = await issueKey(database, newcomer, new Date(Date.now() + 60_000).toISOString())
    await database.close()
    const response = await fetch(new URL('staff/session', a.url), {
      method: 'POST',
      headers: { origin: new URL(a.url).origin, 'content-type': 'application/json' },
      body: JSON.stringify({ key }),
    })
    const cookie = response.headers.get('set-cookie')?.split(';')[0] ?? ''
    const known = async (bot: Bot) =>
      (await fetch(new URL('chat/events', bot.url), { headers: { cookie, 'sec-fetch-site': 'same-origin' } })).status
    expect(await known(a)).toBe(200)
    await expect.poll(() => known(b), { interval: 20, timeout: 20_000 }).toBe(200)
  })

  test('Telegram is asked by one of them at a time; when that one stops, the other goes on', async () => {
    const telegram = await openTelegram({ now: Date.now })
    onTestFinished(telegram.close)
    telegram.limits.on = false
    const url = await record()
    const more = { TELEGRAM_BOT_TOKEN: TOKEN, TELEGRAM_API_ROOT: telegram.apiRoot }
    const first = await start(url, more)
    await until(() => telegram.calls.includes('getUpdates'))
    const second = await start(url, more)
    const mei = telegram.person({ locale: 'en' })
    const answered = async (words: string) => {
      const before = mei.screen().length
      mei.type(words)
      await expect.poll(() => mei.screen().length, { interval: 20, timeout: 15_000 }).toBeGreaterThan(before)
    }
    await answered('the parcel is late')
    const asked = telegram.calls.filter((call) => call === 'getUpdates').length
    await answered('and late')
    await expect.poll(() => telegram.calls.filter((call) => call === 'getUpdates').length).toBeGreaterThan(asked)
    await first.stop()
    await answered('it is still late')
    await second.stop()
    expect(telegram.updates.conflicts()).toBe(0)
    await withClient(url, async (client) => {
      const { rows } = await client.query(
        "select content ->> 'text' as text from message where direction = 'in' order by seq",
      )
      expect(rows.map(({ text }) => text)).toEqual(['the parcel is late', 'and late', 'it is still late'])
    })
  })
})
