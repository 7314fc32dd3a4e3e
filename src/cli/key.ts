/** Who may sign in on the web page: keys are issued, listed and withdrawn. */
import type { Config } from '../config.ts'
import type { Database } from '../store/database.ts'
import { issueKey, staffKeys, withdraw as withdrawStaff } from '../store/staff.ts'
import { withRecord } from './record.ts'
import { UsageError } from './usage.ts'

export interface KeyOptions {
  role?: string
  staff?: string
  list?: true
  withdraw?: string
}

const HOUR = 60 * 60_000

/** @throws UsageError unless exactly one of `role`, `list` and `withdraw` is given, or when there is no such member of staff */
export function key({ role, staff, list, withdraw }: KeyOptions): Promise<void> {
  const wishes = [role, list, withdraw].filter((wish) => wish !== undefined)
  if (wishes.length !== 1 || (staff !== undefined && role === undefined))
    throw new UsageError(
      'key needs one of --role ROLE (with --staff ID for somebody in afterword.yaml), --list, --withdraw ID',
    )
  return withRecord(async (database, config) => {
    if (role !== undefined) await issue(database, config, role, staff)
    else if (withdraw !== undefined) await end(database, withdraw)
    else await show(database)
  })
}

async function issue(database: Database, { staff, env }: Config, role: string, named?: string): Promise<void> {
  const known = named === undefined ? undefined : staff[named]
  if (named !== undefined && !known) throw new UsageError(`there is no staff ${named} in afterword.yaml`)
  const id = named ?? `web-${role}`
  const person = {
    id,
    name: known?.name ?? id,
    roles: known?.roles ?? [role],
    teams: known?.teams ?? [],
    locale: known?.locale ?? null,
  }
  const issued = await issueKey(database, person, new Date(Date.now() + HOUR).toISOString())
  const address = env.PUBLIC_URL ?? `http://${env.HOST}:${env.PORT}/`
  console.log(`${address}#key=${issued}`)
  console.error('Works once, within the hour.')
}

const FROM = { file: 'from afterword.yaml', key: 'by a key' }

async function show(database: Database): Promise<void> {
  const [rows] = await database.run([staffKeys({ now: new Date().toISOString() })])
  for (const { id, name, roles, source, unused } of rows) {
    const keys = !unused ? [] : [`${unused} unused ${unused === 1 ? 'key' : 'keys'}`]
    console.log([id, ...(name === id ? [] : [name]), roles.join(', '), FROM[source], ...keys].join('  '))
  }
  console.error(`${rows.length} members of staff`)
}

async function end(database: Database, named: string): Promise<void> {
  const found = await withdrawStaff(database, named, new Date().toISOString())
  if (found === null) throw new UsageError(`there is no staff ${named}; key --list shows who there is`)
  if (Array.isArray(found)) throw new UsageError(`${named} are several; say which by id: ${found.join(', ')}`)
  const { id, source } = found
  const still =
    source === 'file' ? ` Whoever is in afterword.yaml stays staff on other channels until they leave the file.` : ''
  console.log(`Withdrawn: ${id} is signed out, and no key of theirs works any more.${still}`)
}
