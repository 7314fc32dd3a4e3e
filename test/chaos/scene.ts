import type pg from 'pg'
import { onTestFinished } from 'vitest'
import { openDatabase } from '../../src/store/database.ts'
import { issueKey } from '../../src/store/staff.ts'
import { type Crowd, gather } from './crowd.ts'
import { TOKEN } from './customer.ts'
import { JOURNAL } from './journal.ts'
import { createLine, type Line, type Traffic } from './line.ts'
import { launch } from './process.ts'
import { CONFIG } from './replay.ts'

/** How often what is killed: CHAOS says it, and what runs with all other tests is shorter. */
export const KILLS = {
  bot: Number(process.env.CHAOS ?? 3),
  postgres: Number(process.env.CHAOS ?? 1),
  deliverer: Number(process.env.CHAOS ?? 2),
}
/** Requests that are under way when it happens, at least. */
export const IN_FLIGHT = 50

export const SEED = process.env.CHAOS_SEED ?? `${Date.now()}`

/** A bot on the record at `url`, and a crowd that talks to it. */
export interface Scene {
  line: Line
  crowd: Crowd
  kill(): Promise<void>
  restart(): Promise<void>
  /** The next moment at which at least so many are acknowledged and in flight. Rejects when the bot refuses somebody or ends by itself. */
  moment(acknowledged: number, inFlight: number): Promise<Traffic>
}

export async function setScene(url: string, client: pg.Client): Promise<Scene> {
  console.info(`CHAOS_SEED=${SEED}`)
  const start = () =>
    launch('bot', {
      DATABASE_URL: url,
      PORT: '0',
      LOG_LEVEL: 'error',
      AFTERWORD_API_TOKEN: TOKEN,
      AFTERWORD_CONFIG: CONFIG,
    })
  const line = createLine()
  let bot = await start()
  onTestFinished(() => bot.kill())
  await client.query(JOURNAL)
  line.moved(bot.url)
  const keys = await staffKeys(url, ['anna', 'bo'])
  const crowd = await gather(line, SEED, keys)
  return {
    line,
    crowd,
    moment: (acknowledged, inFlight) =>
      Promise.race([
        line.when((now) => now.acknowledged >= acknowledged && now.inFlight >= inFlight),
        crowd.failure,
        bot.failure,
      ]),
    async kill() {
      line.moved(null)
      await bot.kill()
    },
    async restart() {
      bot = await start()
      line.moved(bot.url)
    },
  }
}

/** A key for each, by which they sign in once. */
export async function staffKeys(url: string, ids: string[]): Promise<Record<string, string>> {
  const database = openDatabase(url, { connections: 2, onError: () => undefined })
  const expires = new Date(Date.now() + 3_600_000).toISOString()
  const keys: Record<string, string> = {}
  for (const id of ids)
    keys[id] = await issueKey(database, { id, name: id, roles: ['agent'], teams: [], locale: null }, expires)
  await database.close()
  return keys
}
