import { fingerprint } from '../flow/catalogue.ts'
import { type Flow, flowSchema } from '../flow/schema.ts'
import type { Database } from './database.ts'
import { type Arg, prepare } from './prepare.ts'
import { put } from './put.ts'

const published = prepare('flow versions', (db, _: Arg<object>) => db.selectFrom('flow_version').selectAll())

export const flowVersion = prepare('flow version', (db, arg: Arg<{ id: string; version: number }>) =>
  db.selectFrom('flow_version').select('content').where('id', '=', arg('id')).where('version', '=', arg('version')),
)

/** All flows that were ever asked, in every version. */
export async function publishedFlows(database: Database): Promise<Flow[]> {
  const [rows] = await database.run([published({})])
  return rows.map((row) => flowSchema.parse(row.content))
}

export interface Published {
  /** Versions that dialogs may still run on, though their files are gone. */
  kept: Flow[]
  /** Flows whose file changed under a published version. */
  changed: Flow[]
}

/** Publishes flows that are asked. A version once published never changes: a running dialog keeps what it began with. */
export async function publish(database: Database, flows: Flow[], at: string): Promise<Published> {
  const [rows] = await database.run([published({})])
  const known = new Map(rows.map((row) => [`${row.id}@${row.version}`, row]))
  const changed = flows.filter((flow) => {
    const before = known.get(`${flow.id}@${flow.version}`)
    return before !== undefined && before.fingerprint !== fingerprint(flow)
  })
  const fresh = flows.filter((flow) => flow.stage !== 'draft' && !known.has(`${flow.id}@${flow.version}`))
  if (changed.length === 0 && fresh.length > 0) {
    const added = fresh.map((flow) => ({
      id: flow.id,
      version: flow.version,
      fingerprint: fingerprint(flow),
      content: flow,
      at,
    }))
    await database.run([put('flow_version', added, 'on conflict (id, version) do nothing')])
  }
  const current = new Set(flows.map((flow) => `${flow.id}@${flow.version}`))
  const kept = rows
    .filter((row) => !current.has(`${row.id}@${row.version}`))
    .map((row) => flowSchema.parse(row.content))
  return { kept, changed }
}
