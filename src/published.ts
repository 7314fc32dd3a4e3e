import { ConfigError } from './config.ts'
import { terminalLocale } from './environment.ts'
import type { Flow } from './flow/schema.ts'
import { saidOf } from './problem.ts'
import type { Database } from './store/database.ts'
import { publish } from './store/flows.ts'

/**
 * Publishes what is to be asked.
 * @returns the flows of the files, and earlier versions that dialogs under way still need. @throws ConfigError
 */
export async function publishFlows(database: Database, flows: Flow[], at: string): Promise<Flow[]> {
  const locale = terminalLocale()
  const { kept, changed } = await publish(database, flows, at)
  const edited = changed.map(({ id, version }) =>
    saidOf(locale, 'flows', { is: 'problem.published', mend: 'mend.raise', values: { id, version } }),
  )
  if (edited.length > 0) throw new ConfigError(edited)
  return [...flows, ...kept.map((flow): Flow => ({ ...flow, stage: 'draft' }))] // nobody new is asked with these
}
