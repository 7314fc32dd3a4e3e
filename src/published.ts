import { type Config, ConfigError } from './config.ts'
import { terminalLocale } from './environment.ts'
import type { Flow } from './flow/schema.ts'
import { saidOf } from './problem.ts'
import type { Database } from './store/database.ts'
import { publish } from './store/flows.ts'

/**
 * Publishes what is to be asked, and checks that every team's flow is among it.
 * @returns the flows of the files, and earlier versions that dialogs under way still need. @throws ConfigError
 */
export async function publishFlows(database: Database, flows: Flow[], config: Config, at: string): Promise<Flow[]> {
  const locale = terminalLocale()
  const { kept, changed } = await publish(database, flows, at)
  const edited = changed.map(({ id, version }) =>
    saidOf(locale, 'flows', { is: 'problem.published', mend: 'mend.raise', values: { id, version } }),
  )
  if (edited.length > 0) throw new ConfigError(edited)
  const live = new Set(flows.filter(({ stage }) => stage === 'live').map(({ id }) => id))
  const missing = Object.entries(config.teams)
    .filter(([, { flow }]) => !live.has(flow))
    .map(([team, { flow }]) =>
      saidOf(locale, `${config.file} teams.${team}.flow`, {
        is: 'problem.nowhere_named',
        mend: 'mend.add_or_mend',
        values: { what: 'flow', name: flow },
      }),
    )
  if (missing.length > 0) throw new ConfigError(missing)
  return [...flows, ...kept.map((flow): Flow => ({ ...flow, stage: 'draft' }))] // nobody new is asked with these
}
