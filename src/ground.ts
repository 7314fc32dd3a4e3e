/** What a start lays first, and all else stands on. */
import type { Logger } from 'pino'
import type { Config } from './config.ts'
import { catalogue } from './flow/catalogue.ts'
import type { Flow } from './flow/schema.ts'
import { publishFlows } from './published.ts'
import { openFleet, shareStaff } from './sharing.ts'
import { openDatabase } from './store/database.ts'
import { openRecord } from './store/record.ts'
import { syncStaff } from './store/staff.ts'
import { openDirectory } from './turn/directory.ts'
import { releaseOrphans } from './turn/release.ts'
import type { Tell } from './words/say.ts'

interface Start {
  config: Config
  flows: Flow[]
  tell: Tell
  log: Logger
  onError(error: unknown): void
  /** What ends what has begun: run backwards, when the bot stops and when it cannot start. */
  ends: (() => unknown)[]
}

/** The instant, ISO 8601 with milliseconds: the clock of all turns. */
export const instant = () => new Date().toISOString()

export type Ground = Awaited<ReturnType<typeof openGround>>

/** Opens the record, publishes the flows, and knows what the processes share and who works here. `ends` gets what ends it. */
export async function openGround({ config, flows, tell, log, onError, ends }: Start) {
  const { env } = config
  const record = await openRecord({ databaseUrl: env.DATABASE_URL, folder: config.folder, tell })
  ends.push(record.release)
  const database = openDatabase(record.url, { connections: env.AFTERWORD_CONNECTIONS, onError })
  ends.push(database.close)
  const published = await publishFlows(database, flows, instant())
  await syncStaff(database, config.staff)
  await releaseOrphans(database, instant())
  const fleet = await openFleet(env, database, log)
  ends.push(fleet.close)
  const staff = shareStaff(await openDirectory(database, config.programme.locales[0] ?? 'en'), fleet, onError)
  ends.push(staff.unshare)
  return { config, log, onError, ends, record, database, flows: catalogue(published), fleet, staff }
}
