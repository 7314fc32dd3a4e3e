import type { Tell } from '../words/say.ts'
import { migrate } from './migrate.ts'
import { embeddedServer } from './server/embedded.ts'
import { codeOf, DatabaseUnavailable } from './server/unavailable.ts'

/** Codes of the system, and PostgreSQL's classes for connections: refused, without authority, no such database, shut down, full. */
const NOT_LET_IN = /^(E[A-Z]+$|08|28|3D|57P|53)/

export interface Record {
  url: string
  /** Whether it is our own server, which only this machine reaches. */
  embedded: boolean
  release(): Promise<void>
}

/** The system of record: the owner's PostgreSQL where there is one, else our own; brought to the newest shape. */
export async function openRecord(options: {
  databaseUrl: string | undefined
  folder: string
  tell: Tell
}): Promise<Record> {
  const { databaseUrl, folder, tell } = options
  const server = databaseUrl === undefined ? await embeddedServer({ folder, tell }) : null
  const url = server?.url ?? databaseUrl ?? ''
  try {
    const applied = await migrate(url)
    if (applied.length > 0) tell('database.migrated', { names: applied.join(', ') })
  } catch (error) {
    await server?.release()
    const code = codeOf(error) ?? ''
    throw server === null && NOT_LET_IN.test(code) ? new DatabaseUnavailable('database.away', { code }) : error
  }
  return { url, embedded: server !== null, release: async () => server?.release() }
}
