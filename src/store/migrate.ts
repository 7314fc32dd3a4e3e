import { Kysely, type Migration, Migrator, PostgresDialect } from 'kysely'
import pg from 'pg'
import { addresses } from './migrations/addresses.ts'
import { first } from './migrations/first.ts'
import { folded } from './migrations/folded.ts'
import { sessions } from './migrations/sessions.ts'
import { spansOfCounts } from './migrations/spans.ts'

/** In order of their names; a published one never changes. */
const migrations: Record<string, Migration> = {
  '001-first': first,
  '002-folded-counts': folded,
  '003-spans-of-counts': spansOfCounts,
  '004-staff-sessions': sessions,
  '005-staff-addresses': addresses,
}

/** Brings the database at `url` to the newest shape; two processes may call it at once. @returns the names of the migrations applied. */
export async function migrate(url: string): Promise<string[]> {
  const db = new Kysely<unknown>({
    dialect: new PostgresDialect({ pool: new pg.Pool({ connectionString: url, max: 1 }) }),
  })
  try {
    const migrator = new Migrator({ db, provider: { getMigrations: async () => migrations } })
    const { error, results } = await migrator.migrateToLatest()
    if (error) throw error
    return (results ?? []).filter((result) => result.status === 'Success').map((result) => result.migrationName)
  } finally {
    await db.destroy()
  }
}
