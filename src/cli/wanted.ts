import { says } from './says.ts'
import { UsageError } from './usage.ts'

/** The rows that were asked for by their ids, or all. @throws UsageError naming ids of which there is no row */
export function wantedOf<Row extends { id: string }>(rows: readonly Row[], ids: readonly string[]): readonly Row[] {
  const unknown = ids.filter((id) => rows.every((row) => row.id !== id))
  if (unknown.length > 0) throw new UsageError(says('usage.no_such', { ids: unknown.join(', ') }))
  return ids.length === 0 ? rows : rows.filter(({ id }) => ids.includes(id))
}
