import { type Capabilities, type Channel, conversationOf } from '../../src/channel.ts'
import { chatRoutes } from './chat.ts'
import type { WebDeps } from './deps.ts'
import { openStreams } from './live.ts'
import { pageRoutes } from './pages.ts'
import { TEXT_LIMIT } from './parse.ts'
import { CHANNEL, isAddress } from './person.ts'
import { staffRoutes } from './staff.ts'

export type { Logged, PageFile, StaffMember, WebDeps } from './deps.ts'
export { signedIn } from './person.ts'

const capabilities: Capabilities = {
  edit: true,
  forms: true,
  pictures: true,
  opens: true,
  textLimit: TEXT_LIMIT,
  budgets: [],
}

/**
 * The web chat of customers and staff. A message is sent by standing in the record: `send` only wakes whoever is reading, and
 * who is not reading now finds it when they come. So it cannot fail, and sending one twice shows it once.
 */
export function createWeb(deps: WebDeps): Channel {
  const streams = openStreams()
  return {
    name: CHANNEL,
    capabilities,
    async start(receive, http) {
      chatRoutes(http, deps, receive, streams)
      staffRoutes(http, deps)
      pageRoutes(http, deps)
    },
    async send(to, _outbound, key) {
      if (!isAddress(to)) return { status: 'rejected', unreachable: false, reason: 'not an address of the web channel' }
      deps.live.publish(conversationOf(CHANNEL, to))
      return { status: 'sent', ref: key.id }
    },
    async stop() {
      streams.close()
    },
  }
}
