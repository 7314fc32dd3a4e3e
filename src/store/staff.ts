import { createHash, randomBytes } from 'node:crypto'
import { type Insertable, sql } from 'kysely'
import { v7 } from 'uuid'
import type { Address } from '../channel.ts'
import type { Config } from '../config.ts'
import type { Database } from './database.ts'
import { type Arg, prepare, type Statement } from './prepare.ts'
import { put } from './put.ts'
import type { StaffTable } from './tables.ts'

type StaffRow = Omit<StaffTable, 'source' | 'session'>

const newSession = (): string => randomBytes(12).toString('base64url')

const putStaff = (rows: Insertable<StaffTable>[]): Statement =>
  put(
    'staff',
    rows,
    'on conflict (id) do update set name = excluded.name, roles = excluded.roles, teams = excluded.teams, locale = excluded.locale, source = excluded.source',
  )

const dismissed = prepare('dismiss staff', (db, arg: Arg<{ ids: string[] }>) =>
  db
    .deleteFrom('staff')
    .where('source', '=', 'file')
    .where('id', '<>', sql<string>`all(${arg('ids')}::text[])`),
)

/** Those that stand in the file again keep where they lead. */
const clearIdentities = prepare('clear identities', (db, arg: Arg<{ ids: string[]; kept: string[] }>) =>
  db
    .deleteFrom('staff_identity')
    .where('source', '=', 'file')
    .where('staff_id', '=', sql<string>`any(${arg('ids')}::text[])`)
    .where(sql`channel || ':' || user_id`, '<>', sql<string>`all(${arg('kept')}::text[])`),
)

/** Makes the staff of the owner's file the staff of the record; whoever left the file is no longer staff. */
export async function syncStaff(database: Database, staff: Config['staff']): Promise<void> {
  const people = Object.entries(staff)
  const ids = people.map(([id]) => id)
  const identities = people.flatMap(([id, person]) =>
    Object.entries(person.identities).map(([channel, user]) => ({
      channel,
      user_id: user,
      staff_id: id,
      source: 'file' as const,
    })),
  )
  const rows = people.map(([id, { name, roles, teams, locale }]) => ({
    id,
    name: name ?? id,
    roles,
    teams,
    locale: locale ?? null,
    source: 'file' as const,
    session: newSession(),
  }))
  await database.run([
    { name: '', text: 'begin', values: [] },
    { name: '', text: 'select pg_advisory_xact_lock(hashtext($1))', values: ['staff'] }, // processes that start together would deadlock
    dismissed({ ids }),
    clearIdentities({ ids, kept: identities.map(({ channel, user_id }) => `${channel}:${user_id}`) }),
    ...(rows.length > 0 ? [putStaff(rows)] : []),
    ...(identities.length > 0 ? [put('staff_identity', identities, MOVE)] : []),
    { name: '', text: 'commit', values: [] },
  ])
}

const MOVE = 'on conflict (channel, user_id) do update set staff_id = excluded.staff_id, source = excluded.source'

/** A code for another channel opens nothing on the web page, and the other way round. */
export const linkKey = (code: string): string => hash(`link:${code}`)

/** Whoever writes as `user` on `channel` is `staff`, by their own word. */
export const putLinkedIdentity = (channel: string, user: string, staff: string): Statement =>
  put('staff_identity', [{ channel, user_id: user, staff_id: staff, source: 'link' }], MOVE)

/** Where a member of staff is reached. */
export const setStaffAddress = prepare(
  'staff address',
  (db, arg: Arg<{ channel: string; user: string; address: Address }>) =>
    db
      .updateTable('staff_identity')
      .set({ address: arg('address') })
      .where('channel', '=', arg('channel'))
      .where('user_id', '=', arg('user'))
      .where('address', 'is distinct from', arg('address')),
)

export const putLinkKey = (code: string, staff: string, expiresAt: string): Statement =>
  put('staff_key', [{ hash: linkKey(code), staff_id: staff, expires_at: expiresAt }])

const hash = (key: string): string => createHash('sha256').update(key).digest('hex')

/** A key by which `staff` signs in on the web page, once, until `expiresAt`. Who is not staff yet becomes it. */
export async function issueKey(database: Database, staff: StaffRow, expiresAt: string): Promise<string> {
  const key = randomBytes(24).toString('base64url')
  const newcomer = put('staff', [{ ...staff, source: 'key', session: newSession() }], 'on conflict (id) do nothing')
  const identity = { channel: 'web', user_id: staff.id, staff_id: staff.id, source: 'link' as const }
  await database.run([
    newcomer,
    put('staff_identity', [identity], 'on conflict (channel, user_id) do nothing'),
    put('staff_key', [{ hash: hash(key), staff_id: staff.id, expires_at: expiresAt }]),
  ])
  return key
}

export const takeKey = prepare('take key', (db, arg: Arg<{ hash: string }>) =>
  db.deleteFrom('staff_key').where('hash', '=', arg('hash')).returning(['staff_id', 'expires_at']),
)

/** Uses a key up. @returns whose it is, or null when it is unknown, used or expired */
export async function redeemKey(database: Database, key: string, now: string): Promise<string | null> {
  const [[row]] = await database.run([takeKey({ hash: hash(key) })])
  return row && row.expires_at > now ? row.staff_id : null
}

/** Who works here, and how many keys of theirs nobody has used yet. */
export const staffKeys = prepare('staff keys', (db, arg: Arg<{ now: string }>) =>
  db
    .selectFrom('staff')
    .select(['id', 'name', 'roles', 'source'])
    .select((eb) =>
      eb
        .selectFrom('staff_key')
        .select(sql<number>`count(*)::int`.as('count'))
        .whereRef('staff_key.staff_id', '=', 'staff.id')
        .where('expires_at', '>', arg('now'))
        .as('unused'),
    )
    .orderBy('source')
    .orderBy('id'),
)

const named = prepare('staff by id or name', (db, arg: Arg<{ named: string }>) =>
  db
    .selectFrom('staff')
    .select(['id', 'source'])
    .where((eb) => eb.or([eb('id', '=', arg('named')), eb('name', '=', arg('named'))]))
    .orderBy('id'),
)

const renewSession = (id: string): Statement => ({
  name: '',
  text: 'update staff set session = $2 where id = $1',
  values: [id, newSession()],
})

/** Ends the web sessions of somebody, wherever they are open. */
export async function endSessions(database: Database, id: string): Promise<void> {
  await database.run([renewSession(id)])
}

/**
 * Ends the keys and web sessions of somebody, by id or name, and what they have linked by a code. Who is staff by a key alone is no
 * longer staff; who is in the owner's file still is. @returns who it was; ids where several have that name; null: nobody
 */
export async function withdraw(
  database: Database,
  by: string,
  at: string,
): Promise<{ id: string; source: StaffTable['source'] } | string[] | null> {
  const [rows] = await database.run([named({ named: by })])
  const found = rows.find(({ id }) => id === by) ?? rows[0]
  if (found === undefined) return null
  if (found.id !== by && rows.length > 1) return rows.map(({ id }) => id)
  const { id } = found
  const of = (text: string) => ({ name: '', text, values: [id] })
  await database.run([
    { name: '', text: 'begin', values: [] },
    of("delete from staff where id = $1 and source = 'key'"), // their keys and identities go with them
    renewSession(id),
    of('delete from staff_key where staff_id = $1'),
    of("delete from staff_identity where staff_id = $1 and source = 'link'"),
    put('audit', [{ id: v7(), actor: 'command line', what: 'staff.withdrawn', subject: id, detail: {}, at }]),
    { name: '', text: 'commit', values: [] },
  ])
  return found
}
