/** Who may sign in on the web page: keys are issued, listed and withdrawn. */
import type { Config } from '../config.ts'
import { addressOf } from '../environment.ts'
import type { Database } from '../store/database.ts'
import { issueKey, staffKeys, withdraw as withdrawStaff } from '../store/staff.ts'
import { releaseOrphans } from '../turn/release.ts'
import { withRecord } from './record.ts'
import { says } from './says.ts'
import { UsageError } from './usage.ts'

export interface KeyOptions {
  role?: string
  staff?: string
  list?: true
  withdraw?: string
}

const HOUR = 60 * 60_000

/** @throws UsageError unless exactly one of these is given: `role` or `staff` (or both), `list`, `withdraw`; or when there is no such member of staff */
export function key({ role, staff, list, withdraw }: KeyOptions): Promise<void> {
  const wishes = [role ?? staff, list, withdraw].filter((wish) => wish !== undefined)
  if (wishes.length !== 1) throw new UsageError(says('usage.key'))
  return withRecord(async (database, config) => {
    if (role !== undefined || staff !== undefined) await issue(database, config, role, staff)
    else if (withdraw !== undefined) await end(database, withdraw)
    else await show(database)
  })
}

async function issue(database: Database, { staff, env }: Config, role = '', named?: string): Promise<void> {
  const known = named === undefined ? undefined : staff[named]
  if (named !== undefined && !known) throw new UsageError(says('usage.key_not_in_file', { name: named }))
  const id = named ?? `web-${role}`
  const person = {
    id,
    name: known?.name ?? id,
    roles: known?.roles ?? [role],
    teams: known?.teams ?? [],
    locale: known?.locale ?? null,
  }
  const issued = await issueKey(database, person, new Date(Date.now() + HOUR).toISOString())
  console.log(`${addressOf(env, env.PORT)}#key=${issued}`)
  console.error(says('cli.key_once'))
}

async function show(database: Database): Promise<void> {
  const [rows] = await database.run([staffKeys({ now: new Date().toISOString() })])
  for (const { id, name, roles, source, unused } of rows) {
    const keys = unused ? [says('cli.key_unused', { count: unused })] : []
    const from = says('cli.key_from', { source })
    console.log([id, ...(name === id ? [] : [name]), roles.join(', '), from, ...keys].join('  '))
  }
  console.error(says('cli.staff', { count: rows.length }))
}

async function end(database: Database, named: string): Promise<void> {
  const now = new Date().toISOString()
  const found = await withdrawStaff(database, named, now)
  if (found === null) throw new UsageError(says('usage.key_nobody', { name: named }))
  if (Array.isArray(found)) throw new UsageError(says('usage.key_several', { name: named, ids: found.join(', ') }))
  await releaseOrphans(database, now)
  const { id, source } = found
  console.log(says('cli.withdrawn', { id, source }))
}
