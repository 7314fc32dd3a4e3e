/** Commands on the record. They use a running server, and start and stop one where none runs. */
import { type Config, loadConfig } from '../config.ts'
import { type Database, openDatabase } from '../store/database.ts'
import { eraseCustomer } from '../store/erase.ts'
import { openRecord } from '../store/record.ts'
import { recountAll } from '../store/recount.ts'
import { says } from './says.ts'
import { UsageError } from './usage.ts'

/** Runs `work` on the record and gives it back, whatever happens. */
export async function withRecord<T>(
  work: (database: Database, config: Config) => Promise<T>,
  { connections = 2, options, patience }: { connections?: number; options?: string; patience?: number } = {},
): Promise<T> {
  const config = loadConfig()
  const record = await openRecord({
    databaseUrl: config.env.DATABASE_URL,
    folder: config.folder,
    tell: (id, values) => console.error(says(id, values)),
  })
  const database = openDatabase(withOptions(record.url, options), {
    connections,
    patience,
    onError: (error) => console.error(error.message),
  })
  try {
    return await work(database, config)
  } finally {
    await database.close()
    await record.release()
  }
}

/** `options` are settings of PostgreSQL for these connections alone. */
function withOptions(url: string, options: string | undefined): string {
  if (options === undefined) return url
  const address = new URL(url)
  address.searchParams.set('options', options)
  return address.href
}

const now = () => new Date().toISOString()

export const erase = (customer: string): Promise<void> =>
  withRecord(async (database) => {
    const erased = await eraseCustomer(database, customer, 'command line', now())
    if (!erased) throw new UsageError(says('usage.no_customer', { customer }))
    console.log(says('cli.erased', { ...erased }))
  })

export const recount = (): Promise<void> =>
  withRecord(async (database) => {
    const { answers, differences } = await recountAll(database, now())
    console.log(says('cli.recounted', { answers, differences }))
    if (differences > 0) process.exitCode = 1
  })
