import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { expect, test } from 'vitest'
import { root } from '../../src/root.ts'
import { COUNTERS } from '../../src/store/counters.ts'
import { freshDatabase } from '../database.ts'

/** `interface XTable { column: type }` → table.column and whether it may be null, as the hand-written types say. */
function typed(): string[] {
  const source = ['tables.ts', 'counters.ts']
    .map((file) => readFileSync(join(root, 'src/store', file), 'utf8'))
    .join('\n')
    .replaceAll(/\/\*\*[\s\S]*?\*\//g, '')
  const names = new Map([...source.matchAll(/^ {2}(\w+): (\w+Table)$/gm)].map(([, table, type]) => [type, table]))
  return [...source.matchAll(/export interface (\w+Table)( extends Counters)? \{([\s\S]*?)\n\}/g)].flatMap(
    ([, type, counters, body]) => {
      const columns = [...(body ?? '').matchAll(/^ {2}(\w+): (.+)$/gm)].map(
        ([, name, of]) => `${name}${of?.endsWith('| null') ? '?' : ''}`,
      )
      return [...columns, ...(counters ? COUNTERS : [])].map((column) => `${names.get(type)}.${column}`)
    },
  )
}

test('the table types are those of the migrated database', async () => {
  const { url, drop } = await freshDatabase()
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const { rows } = await client.query<{ column: string }>(
    `select table_name || '.' || column_name || case is_nullable when 'YES' then '?' else '' end as column
      from information_schema.columns where table_schema = 'public' and table_name not like 'kysely_%'`,
  )
  await client.end()
  await drop()
  expect(rows.map(({ column }) => column).sort()).toEqual(typed().sort())
})
