import type { Insertable } from 'kysely'
import type { Statement } from './prepare.ts'
import type { Tables } from './tables.ts'

const names = new Map<string, string>()

/**
 * Inserts any number of rows with one statement, whose text depends on the columns alone: the rows travel as one JSON value.
 * All rows have the same columns.
 */
export function put<T extends keyof Tables>(table: T, rows: Insertable<Tables[T]>[], onConflict = ''): Statement {
  const columns = Object.keys(rows[0] ?? {}).join(', ')
  const text = `insert into ${table} (${columns}) select ${columns} from jsonb_populate_recordset(null::${table}, $1::jsonb) ${onConflict}`
  let name = names.get(text)
  if (!name) {
    name = `put ${names.size}` // the server's names end at 63 characters
    names.set(text, name)
  }
  return { name, text, values: [JSON.stringify(rows)] }
}
