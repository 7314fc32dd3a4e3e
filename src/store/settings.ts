import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import type { Database } from './database.ts'
import { type Arg, prepare } from './prepare.ts'

const putSetting = prepare('put setting', (db, arg: Arg<{ key: string; value: string }>) =>
  db
    .insertInto('setting')
    .values({ key: arg('key'), value: sql`to_jsonb(${arg('value')}::text)` })
    .onConflict((conflict) => conflict.doNothing()),
)

const getSetting = prepare('get setting', (db, arg: Arg<{ key: string }>) =>
  db.selectFrom('setting').select(sql<string>`value #>> '{}'`.as('value')).where('key', '=', arg('key')),
)

/** A random secret of this deployment, made once and shared by all its processes: 43 characters of base64url. */
export async function secret(database: Database, key: string): Promise<string> {
  await database.run([putSetting({ key, value: randomBytes(32).toString('base64url') })])
  const [[row]] = await database.run([getSetting({ key })])
  return row?.value ?? ''
}
