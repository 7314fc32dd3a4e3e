import { onTestFinished } from 'vitest'
import { createWebhook, ROUTE } from '../../adapters/webhook/webhook.ts'
import type { Inbound, Receipt, Receive } from '../../src/channel.ts'
import { createHttp } from '../../src/http/server.ts'
import { type Fault, openConnector, SECRET, type Sent } from './connector.ts'

/** The real adapter on a server, with a connector over HTTP; what becomes of an event is in the test's hands. */
export async function standWebhook(fault: (body: Sent) => Fault | null = () => null) {
  const state: { receipt: Receipt; receive: Receive } = {
    receipt: { outcome: 'done' },
    receive: async () => state.receipt,
  }
  const inbound: Inbound[] = []
  const connector = await openConnector({ now: Date.now, fault })
  const server = createHttp((error) => {
    throw error
  })
  const port = await server.listen('127.0.0.1', 0)
  const channel = createWebhook({ url: connector.url, secret: SECRET, now: Date.now, patience: 300 })
  await channel.start(async (event) => {
    inbound.push(event)
    return state.receive(event)
  }, server.http)
  let ended: Promise<void> | undefined
  const end = () =>
    (ended ??= (async () => {
      await channel.stop()
      await server.close()
      await connector.close()
    })())
  onTestFinished(end)
  const events = `http://127.0.0.1:${port}${ROUTE}`
  return { channel, connector, events, inbound, state, end }
}
