import { type Config, ConfigError } from './config.ts'
import type { Flow } from './flow/schema.ts'
import type { Database } from './store/database.ts'
import { publish } from './store/flows.ts'

/**
 * Publishes what is to be asked, and checks that every team's flow is among it.
 * @returns the flows of the files, and earlier versions that dialogs under way still need. @throws ConfigError
 */
export async function publishFlows(database: Database, flows: Flow[], config: Config, at: string): Promise<Flow[]> {
  const { kept, changed } = await publish(database, flows, at)
  const edited = changed.map(
    ({ id, version }) => `flows: ${id} version ${version} is published and its content has changed: raise the version`,
  )
  if (edited.length > 0) throw new ConfigError(edited)
  const live = new Set(flows.filter(({ stage }) => stage === 'live').map(({ id }) => id))
  const missing = Object.entries(config.teams)
    .filter(([, { flow }]) => !live.has(flow))
    .map(
      ([team, { flow }]) =>
        `afterword.yaml: teams.${team}.flow: there is no live flow “${flow}”; add it to flows/ or mend the name`,
    )
  if (missing.length > 0) throw new ConfigError(missing)
  return [...flows, ...kept]
}
