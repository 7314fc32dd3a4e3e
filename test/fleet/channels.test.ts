/**
 * Two processes on one record and one Redis serve every channel: the full story, of which each event meets the other process. What people
 * then read is to the letter what one process says (test/story/transcripts).
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { root } from '../../src/root.ts'
import { leasesEnd } from '../chaos/hours.ts'
import { freePort, type Living, launch } from '../chaos/process.ts'
import { faults, withClient } from '../chaos/sound.ts'
import { freshDatabase } from '../database.ts'
import { redisServer } from '../requirements.ts'
import { PLATFORMS } from '../story/platforms.ts'
import { openScene, type Start } from '../story/scene.ts'
import type { Platform } from '../story/sides.ts'
import { slackPlatform } from '../story/slack.ts'
import { story } from '../story/story.ts'
import { telegramPlatform } from '../story/telegram.ts'
import { createTranscript } from '../story/transcript.ts'
import { type CustomerLocale, STAFF, type StaffLocale } from '../story/words.ts'
import { openBalancer } from './balancer.ts'
import { openRedis, type RedisServer } from './redis-server.ts'

interface Case {
  name: string
  /** Of test/story/transcripts. */
  told: string
  customers: () => Promise<Platform>
  /** Left out: where the customers are. */
  staff?: () => Promise<Platform>
  languages: { customer: CustomerLocale; staff: StaffLocale }
  /** The chapter before which the first process dies. */
  dies?: 'talk' | 'other'
}

const ENGLISH = { customer: 'en', staff: 'en' } as const
const CHINESE = { customer: 'zh-Hant', staff: 'zh-Hans' } as const
const sockets = () => slackPlatform(2)
const called = () => telegramPlatform(true)
const { slack, teams, telegram, web, webhook } = PLATFORMS

/** Those that their platform's pace makes long come first. */
const CASES: Case[] = [
  {
    name: 'Telegram by web hook, Slack over a socket of each',
    told: 'telegram-slack-en-en',
    customers: called,
    staff: sockets,
    languages: ENGLISH,
  },
  {
    name: 'Telegram, asked by one, and Slack over a socket of each; the first is killed',
    told: 'telegram-slack-zh-Hant-zh-Hans',
    customers: telegram,
    staff: sockets,
    languages: CHINESE,
    dies: 'talk',
  },
  { name: 'Slack over HTTP', told: 'slack-slack-en-en', customers: slack, languages: ENGLISH },
  { name: 'Teams', told: 'teams-teams-zh-Hant-zh-Hans', customers: teams, languages: CHINESE },
  { name: 'the web', told: 'web-web-zh-Hant-zh-Hans', customers: web, languages: CHINESE },
  {
    name: 'the web; the first is killed',
    told: 'web-web-zh-Hant-zh-Hans',
    customers: web,
    languages: CHINESE,
    dies: 'other',
  },
  { name: 'the webhook channel', told: 'webhook-webhook-en-en', customers: webhook, languages: ENGLISH },
]

const binary = redisServer('two processes with every channel')

// Telegram's and Slack's pace, a message a second in a chat, makes most of it.
const LONG = { timeout: 180_000 }

describe.skipIf(binary === null)('two processes', () => {
  let redis: RedisServer
  beforeAll(async () => {
    redis = await openRedis(binary ?? '')
  })
  afterAll(() => redis.kill())

  test.concurrent.for(CASES)('$name', LONG, async (given, { onTestFinished }) => {
    const { told, customers, staff = customers, languages, dies } = given
    const database = await freshDatabase()
    onTestFinished(database.drop)
    const balancer = await openBalancer()
    onTestFinished(balancer.close)
    const bots: (Living & { at: string })[] = []
    const start: Start = async (env) => {
      const shared = {
        ...env,
        REDIS_URL: redis.url,
        PUBLIC_URL: `${balancer.origin}/`,
        LOG_LEVEL: 'error',
        AFTERWORD_CONNECTIONS: '4', // one server for all of these processes
        NODE_EXTRA_CA_CERTS: process.env.NODE_EXTRA_CA_CERTS ?? '', // the local Teams speaks https
      }
      const one = async (port: number) => ({
        ...(await launch('bot', { ...shared, PORT: `${port}` })),
        at: `http://127.0.0.1:${port}`,
      })
      bots.push(...(await Promise.all([one(await freePort()), one(await freePort())])))
      balancer.moved(bots.map(({ at }) => at))
      return {
        origin: balancer.origin,
        async stop() {
          for (const bot of bots) await bot.kill()
        },
      }
    }
    const scene = await openScene({ customers, staff, locale: languages.staff, databaseUrl: database.url, start })
    onTestFinished(scene.close)

    const { teller, text } = createTranscript()
    const { chapters, names } = STAFF[languages.staff]
    const figures = await story(scene, languages, {
      ...teller,
      async chapter(title) {
        if (dies !== undefined && title === chapters[dies]) await firstDies()
        await teller.chapter(title)
      },
    })
    expect(text(figures, [names.first, names.second])).toBe(
      readFileSync(join(root, 'test/story/transcripts', `${told}.txt`), 'utf8'),
    )
    expect(scene.refusals()).toBe(0)
    await withClient(database.url, async (client) => {
      const found = () => faults(client)
      for (let left = 100; left > 0 && Object.keys(await found()).length > 0; left--) await pause(100) // the last is being settled
      expect(await found()).toEqual({})
    })
    const alive = dies === undefined ? bots : bots.slice(1)
    for (const channel of scene.channels)
      for (const { at } of alive) expect(await taken(at, channel), `${channel} at ${at}`).toBeGreaterThan(4)

    /** What it was sending stays under its lease for a minute; the minute passes at once. */
    async function firstDies(): Promise<void> {
      const [first, second] = bots
      if (!first || !second) throw new Error('two processes')
      await first.kill()
      balancer.moved([second.at])
      await withClient(database.url, leasesEnd)
    }
  })
})

/** Events of a channel that a process has taken in. */
async function taken(at: string, channel: string): Promise<number> {
  const text = await (await fetch(new URL('metrics', at))).text()
  const [, count] =
    new RegExp(`^afterword_inbound_total\\{channel="${channel}",outcome="done"\\} (\\d+)$`, 'm').exec(text) ?? []
  return Number(count ?? 0)
}
