import type { Capabilities, Channel } from '../../src/channel.ts'
import { CHANNEL, TEXT_LIMIT } from './parse.ts'
import { eventRoute } from './route.ts'
import { createSend } from './send.ts'

export { ROUTE } from './route.ts'

export interface WebhookDeps {
  /** Where messages go. */
  url: string
  /** Standard Webhooks secret, `whsec_…`, of both directions. */
  secret: string
  now: () => number
  /** Milliseconds until a call is given up; 15,000 by default. */
  patience?: number
}

/** What the connector cannot show it may leave out; how fast it takes messages it says by 429 and `Retry-After`. */
const capabilities: Capabilities = {
  edit: true,
  forms: true,
  pictures: true,
  opens: true,
  textLimit: TEXT_LIMIT,
  budgets: [],
}

/** A platform without an adapter of its own, through a connector of the owner's: signed events in, signed messages out. */
export function createWebhook({ url, secret, now, patience = 15_000 }: WebhookDeps): Channel {
  const stopping = new AbortController()
  return {
    name: CHANNEL,
    capabilities,
    async start(receive, http) {
      eventRoute(http, secret, receive)
    },
    send: createSend({ url, secret, patience, now, stop: stopping.signal }),
    async stop() {
      stopping.abort()
    },
  }
}
