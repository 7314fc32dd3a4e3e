import type { Capabilities, Channel, Receive } from '../../src/channel.ts'
import { type Connector, openConnector } from './connector.ts'
import { placesOf, type TeamsDeps } from './deps.ts'
import { httpRoute } from './http.ts'
import { CHANNEL, placeAt } from './person.ts'
import { TEXT_LIMIT } from './render.ts'
import { type Chats, createSend, PICTURE, remember } from './send.ts'
import { createTaker } from './take.ts'
import { openVerify } from './verify.ts'

export type { TeamsDeps } from './deps.ts'

/**
 * Teams' own figures for one bot in one conversation; the 1,800 an hour are left to its `Retry-After`, since a budget is spent evenly,
 * and then everybody would wait two seconds for every message.
 */
const capabilities: Capabilities = {
  edit: true,
  forms: true,
  pictures: true,
  pictureSide: PICTURE.side,
  opens: true,
  textLimit: TEXT_LIMIT,
  budgets: [
    { scope: 'conversation', count: 7, per: 1_000 },
    { scope: 'conversation', count: 8, per: 2_000 },
    { scope: 'conversation', count: 60, per: 30_000 },
    { scope: 'channel', count: 50, per: 1_000 },
  ],
}

/**
 * Customers and staff in Microsoft Teams. Of the Bot Framework's SDK it takes the client; the way in is verified and read here.
 * The SDK's support ended on 2025-12-31: whatever takes its place takes it in `connector.ts` alone.
 */
export function createTeams(deps: TeamsDeps): Channel {
  const places = placesOf(deps)
  const chats: Chats = new Map()
  let connector: Promise<Connector> | undefined
  const connect = (): Promise<Connector> => (connector ??= openConnector(deps, places))
  let drained = async (): Promise<void> => undefined
  return {
    name: CHANNEL,
    capabilities,
    async start(receive, http) {
      const noted: Receive = (inbound) => {
        const place = placeAt(inbound.from.address)
        if (place !== null) remember(chats, place.key, place)
        return receive(inbound)
      }
      const taker = createTaker(noted, connect, deps.onError)
      httpRoute(http, openVerify(deps, places), taker)
      drained = taker.drained
      await connect()
    },
    send: createSend(connect, { service: places.service, tenant: deps.tenant }, chats),
    stop: () => drained(),
  }
}
