import { createServer } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import { Hono } from 'hono'
import { createSlack, type SlackDeps } from '../../adapters/slack/slack.ts'
import type { Inbound, Receipt } from '../../src/channel.ts'
import { originOf } from './stand-in/api.ts'
import { type SlackOptions, startSlack } from './stand-in/slack.ts'

const START = Date.parse('2026-01-05T08:00:00Z')

/** The real adapter with Slack's own packages, on a real server, before the local Slack. The clock is driven by the test. */
export async function standSlack(options: SlackOptions & { socket?: boolean; deps?: Partial<SlackDeps> } = {}) {
  const { socket = false, deps, ...slackOptions } = options
  const clock = { at: START }
  const now = () => clock.at
  const slack = await startSlack({ now, ...slackOptions })
  const inbound: Inbound[] = []
  const errors: unknown[] = []
  const state: { receive: (inbound: Inbound) => Promise<Receipt> } = { receive: async () => ({ outcome: 'done' }) }
  const { world } = slack
  const channel = createSlack({
    token: world.token,
    signingSecret: socket ? null : world.signingSecret,
    appToken: socket ? world.appToken : null,
    slackApiUrl: slack.apiUrl,
    now,
    onError: (error) => errors.push(error),
    async pause(ms) {
      clock.at += ms
    },
    ...deps,
  })
  const app = new Hono()
  const receive = async (event: Inbound): Promise<Receipt> => {
    inbound.push(event)
    return state.receive(event)
  }
  try {
    await channel.start(receive, { on: (method, path, handle) => app.on(method, path, (c) => handle(c.req.raw)) })
  } catch (error) {
    await slack.close()
    throw error
  }
  const server = createServer(getRequestListener(app.fetch))
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  slack.install(originOf(server))
  if (socket) await slack.connected()
  return {
    slack,
    world,
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
      await new Promise<void>((closed) => {
        server.close(() => closed())
        server.closeAllConnections()
      })
      await slack.close()
    },
  }
}
