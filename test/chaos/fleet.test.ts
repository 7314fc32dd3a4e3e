/**
 * Two processes on one record and one Redis, customers on the web and on Telegram, and everything that can die does: either process,
 * Redis, PostgreSQL. CHAOS_DIALOGS says how long: as many dialogs; what runs with all other tests is shorter.
 */
import { setTimeout as pause } from 'node:timers/promises'
import { expect, onTestFinished, test } from 'vitest'
import { openRedis } from '../fleet/redis-server.ts'
import { redisServer } from '../requirements.ts'
import { openTelegram, TOKEN as TELEGRAM_TOKEN } from '../telegram/stand-in/server.ts'
import { countsAreTrue, equalsReplay, everythingIsShown, nothingLostOrDoubled } from './after.ts'
import { gather } from './crowd.ts'
import { TOKEN } from './customer.ts'
import { createDice } from './dice.ts'
import { aTimerComesDue, leasesEnd, quiet, timePasses } from './hours.ts'
import { JOURNAL } from './journal.ts'
import { createLine } from './line.ts'
import { ownServer } from './own-server.ts'
import { freePort, launch } from './process.ts'
import { CONFIG } from './replay.ts'
import { SEED, staffKeys } from './scene.ts'
import { withClient } from './sound.ts'
import { type Texter, text } from './texter.ts'

const DIALOGS = Number(process.env.CHAOS_DIALOGS ?? 120)
const binary = redisServer('the chaos of two processes')
/** Customers on Telegram at the same time. */
const TEXTERS = 6

test.skipIf(binary === null)(
  'two processes of which one after the other is killed, with Redis and PostgreSQL, lose nothing and do nothing twice',
  {
    timeout: 180_000 + DIALOGS * 1_000,
  },
  async () => {
    console.info(`CHAOS_SEED=${SEED} CHAOS_DIALOGS=${DIALOGS}`)
    const dice = createDice(SEED)
    const server = await ownServer()
    const redis = await openRedis(binary ?? '')
    onTestFinished(redis.kill)
    const telegram = await openTelegram({ now: Date.now })
    onTestFinished(telegram.close)

    const line = createLine()
    const ports = [await freePort(), await freePort()]
    const start = (port: number) =>
      launch('bot', {
        DATABASE_URL: server.url,
        REDIS_URL: redis.url,
        PORT: `${port}`,
        LOG_LEVEL: 'fatal',
        AFTERWORD_API_TOKEN: TOKEN,
        AFTERWORD_CONFIG: CONFIG,
        TELEGRAM_BOT_TOKEN: TELEGRAM_TOKEN,
        TELEGRAM_API_ROOT: telegram.apiRoot,
      })
    const bots = await Promise.all(ports.map(start))
    onTestFinished(async () => {
      for (const bot of bots) await bot.kill()
    })
    await withClient(server.url, (client) => client.query(JOURNAL))
    line.moved(bots.map(({ url }) => url)) // of one that is dead the balancer does not know

    const crowd = await gather(line, SEED, await staffKeys(server.url, ['anna', 'bo']), Math.min(0.3, 100 / DIALOGS))
    const texters: Texter[] = []
    let over = false
    let named = 0
    const texting = Promise.all(
      Array.from({ length: TEXTERS }, async () => {
        while (!over) texters.push(await text(line, telegram, SEED, `t${++named}`))
      }),
    )
    texting.catch(() => undefined)
    const dialogs = () =>
      withClient(server.url, async (client) => {
        const { rows } = await client.query<{ count: number }>('select count(*)::int as count from dialog')
        return rows[0]?.count ?? 0
      })
    const done = { kills: 0, redis: 0, postgres: 0 }
    const began = Date.now()

    async function disaster(share: number): Promise<void> {
      if (done.redis < Math.floor(share * 3) && done.redis < 2) {
        done.redis++
        await redis.kill()
        await moment()
        return redis.start()
      }
      if (done.postgres === 0 && share > 0.5) {
        done.postgres++
        return server.kill()
      }
      const which = done.kills++ % 2
      await bots[which]?.kill()
      await withClient(server.url, timePasses)
      bots[which] = await start(ports[which] ?? 0)
    }
    /** A while in which things happen. */
    async function moment(): Promise<void> {
      const enough = line.traffic().acknowledged + dice.among(40, 200) * (DIALOGS >= 500 ? 4 : 1)
      await Promise.race([line.when(({ acknowledged }) => acknowledged >= enough), crowd.failure, texting])
    }
    let made = 0
    while (made < DIALOGS || done.kills < 2 || done.redis < 2 || done.postgres < 1) {
      await moment()
      await disaster(made / DIALOGS)
      made = await dialogs()
      console.info(`${Math.round((Date.now() - began) / 1_000)} s: ${made} dialogs`, done, line.traffic())
    }
    over = true
    await Promise.all([texting, crowd.end()])
    await telegram.updates.acknowledged()
    await withClient(server.url, async (client) => {
      await settled(client)
      await leasesEnd(client) // of those who were killed; the living have nothing under way
      await aTimerComesDue(client)
      await quiet(client, 60_000 + DIALOGS * 20)
    })
    const sent = telegram.calls.filter((call) => /^(send|edit)/.test(call)).length
    const { floods } = telegram.limits
    const seconds = Math.round((Date.now() - began) / 1_000)
    console.info({
      ...done,
      dialogs: await dialogs(),
      onTelegram: { customers: texters.length, sent, floods },
      seconds,
    })
    expect(floods).toBe(0)
    await withClient(server.url, async (client) => {
      await nothingLostOrDoubled(client, crowd, texters)
      await everythingIsShown(client, line, crowd)
      for (const bot of bots) await bot.kill()
      await countsAreTrue(server.url)
      await equalsReplay(client)
    })

    /** Nothing is left that a living process could do now. */
    async function settled(client: Parameters<typeof quiet>[0]): Promise<void> {
      const free =
        'select count(*)::int as due from outbox where dead_at is null and due_at <= $1 and lease_until is null'
      const due = async () => (await client.query<{ due: number }>(free, [new Date().toISOString()])).rows[0]?.due
      await expect.poll(due, { timeout: 60_000 + DIALOGS * 20, interval: 200 }).toBe(0)
      await pause(2_000) // what they hold is sent
    }
  },
)
