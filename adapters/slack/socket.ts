import { SocketModeReceiver } from '@slack/bolt'
import { z } from 'zod'
import type { Pause, SlackDeps } from './deps.ts'
import { quiet } from './logger.ts'
import { parsePayload } from './parse.ts'
import type { Taker } from './take.ts'

const Envelope = z.object({
  body: z.unknown(),
  ack: z.custom<(answer?: Record<string, unknown>) => Promise<void>>((ack) => typeof ack === 'function'),
})

const FIRST_PAUSE = 1_000
const LONGEST_PAUSE = 30_000

/**
 * Socket Mode: the bot connects out, so it needs no public address. Bolt's receiver makes a connection, and what it brings goes to our
 * own parser. What is not acknowledged Slack sends again, as over HTTP. A lost connection is replaced here and not by the receiver: its
 * own way waits five seconds even when Slack has announced the change, and where Slack refuses the token it ends the process.
 */
export function openSocket(
  appToken: string,
  deps: SlackDeps,
  { take }: Taker,
  pause: Pause,
): { start(): void; stop(): Promise<void> } {
  const { slackApiUrl, onError, timeout = 10_000 } = deps
  const { client } = new SocketModeReceiver({
    appToken,
    logger: quiet(),
    autoReconnectEnabled: false,
    installerOptions: {
      clientOptions: { retryConfig: { retries: 0 }, timeout, ...(slackApiUrl !== undefined && { slackApiUrl }) },
    },
  })
  const under = new Set<Promise<void>>()
  let stopped = false

  async function handle(event: unknown): Promise<void> {
    const { body, ack } = Envelope.parse(event)
    const told = await take(parsePayload(body))
    if (!told.again) await ack(told.body)
  }

  client.on('slack_event', (event: unknown) => {
    const done = handle(event)
      .catch(onError)
      .then(() => {
        under.delete(done)
      })
    under.add(done)
  })

  /** One connection after another; one that was up is replaced at once. */
  async function hold(): Promise<void> {
    for (let failures = 0; !stopped; failures++) {
      const over = new Promise<void>((ended) => client.once('disconnected', () => ended()))
      try {
        await client.start()
        if (stopped) await client.disconnect()
        await over
        failures = -1
      } catch (error) {
        if (stopped) return
        onError(error ?? new Error('Slack took the connection back before it stood'))
        await pause(Math.min(FIRST_PAUSE * 2 ** failures, LONGEST_PAUSE))
      }
    }
  }

  return {
    start: () => void hold().catch(onError),
    async stop() {
      stopped = true
      await client.disconnect()
      await Promise.all(under)
    },
  }
}
