import { SocketModeReceiver } from '@slack/bolt'
import { z } from 'zod'
import type { SlackDeps } from './deps.ts'
import { quiet } from './logger.ts'
import { parsePayload } from './parse.ts'
import type { Taker } from './take.ts'

const Envelope = z.object({
  body: z.unknown(),
  ack: z.custom<(answer?: Record<string, unknown>) => Promise<void>>((ack) => typeof ack === 'function'),
})

/** The one call that is repeated here: for a new connection, for ever, as an end of it would end the process; it keeps nothing alive. */
const RECONNECT = { forever: true, minTimeout: 1_000, factor: 1.3, maxTimeout: 30_000, unref: true }

/**
 * Socket Mode: the bot connects out, so it needs no public address. Bolt's receiver holds the connection; what it brings goes to our own
 * parser. What is not acknowledged Slack sends again, as over HTTP.
 */
export function openSocket(
  appToken: string,
  deps: SlackDeps,
  { take }: Taker,
): { start(): void; stop(): Promise<void> } {
  const { slackApiUrl, onError, timeout = 10_000 } = deps
  const receiver = new SocketModeReceiver({
    appToken,
    logger: quiet(),
    installerOptions: {
      clientOptions: { retryConfig: RECONNECT, timeout, ...(slackApiUrl !== undefined && { slackApiUrl }) },
    },
  })
  const under = new Set<Promise<void>>()

  async function handle(event: unknown): Promise<void> {
    const { body, ack } = Envelope.parse(event)
    const told = await take(parsePayload(body))
    if (!told.again) await ack(told.body)
  }

  receiver.client.on('slack_event', (event: unknown) => {
    const done = handle(event)
      .catch(onError)
      .then(() => {
        under.delete(done)
      })
    under.add(done)
  })
  return {
    start: () => void receiver.start().catch(onError),
    async stop() {
      await receiver.client.disconnect()
      await Promise.all(under)
    },
  }
}
