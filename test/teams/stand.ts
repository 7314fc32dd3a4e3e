import { createTeams, type TeamsDeps } from '../../adapters/teams/teams.ts'
import type { Inbound, Receipt } from '../../src/channel.ts'
import { createHttp } from '../../src/http/server.ts'
import { APP } from './stand-in/issuer.ts'
import { startTeams, type TeamsOptions } from './stand-in/teams.ts'

export const START = Date.parse('2026-01-05T08:00:00Z')

/** The real adapter with Microsoft's own package, on a real server, before the local Teams. The clock is driven by the test. */
export async function standTeams(options: TeamsOptions & { deps?: Partial<TeamsDeps> } = {}) {
  const { deps, ...teamsOptions } = options
  const clock = { at: START }
  const now = () => clock.at
  const teams = await startTeams({ now, ...teamsOptions })
  const inbound: Inbound[] = []
  const errors: unknown[] = []
  const state: { receive: (inbound: Inbound) => Promise<Receipt> } = { receive: async () => ({ outcome: 'done' }) }
  const channel = createTeams({
    appId: APP.id,
    appPassword: APP.password,
    tenant: APP.tenant,
    apiUrl: teams.apiUrl,
    now,
    onError: (error) => errors.push(error),
    ...deps,
  })
  const server = createHttp((error) => errors.push(error))
  await channel.start(async (event) => {
    inbound.push(event)
    return state.receive(event)
  }, server.http)
  const port = await server.listen('127.0.0.1', 0)
  teams.register(`http://127.0.0.1:${port}/teams/messages`)
  return {
    teams,
    world: teams.world,
    channel,
    clock,
    inbound,
    errors,
    answers(receipt: Receipt) {
      state.receive = async () => receipt
    },
    receives(receive: (inbound: Inbound) => Promise<Receipt>) {
      state.receive = receive
    },
    async close() {
      await channel.stop()
      await server.close()
      await teams.close()
    },
  }
}
