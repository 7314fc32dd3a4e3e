import { setTimeout } from 'node:timers/promises'
import { webApi } from '@slack/bolt'
import type { Capabilities, Channel } from '../../src/channel.ts'
import { LIMITS } from './blocks.ts'
import type { SlackDeps } from './deps.ts'
import { codeOf, REFUSED } from './errors.ts'
import { httpRoutes } from './http.ts'
import { quiet } from './logger.ts'
import { CHANNEL } from './person.ts'
import { openProfiles } from './profile.ts'
import { createSend } from './send.ts'
import { openSocket } from './socket.ts'
import { createTaker } from './take.ts'

export type { Home, SlackDeps } from './deps.ts'

const capabilities: Capabilities = {
  edit: true,
  forms: true,
  pictures: true,
  opens: true,
  textLimit: LIMITS.text,
  budgets: [
    { scope: 'conversation', count: 1, per: 1_000 },
    { scope: 'channel', count: 20, per: 1_000 },
  ],
}

/** Milliseconds until a call of the Web API is given up. */
const TIMEOUT = 10_000

const timer = (ms: number, signal: AbortSignal): Promise<void> =>
  setTimeout(ms, undefined, { signal, ref: false }).catch(() => undefined) // aborted: the pause is over

/** A wrong token is told at the start; a Slack that is away is not waited for. @throws when Slack refuses the token */
async function checkToken(client: webApi.WebClient): Promise<void> {
  try {
    await client.auth.test()
  } catch (error) {
    const code = codeOf(error)
    if (REFUSED.has(code))
      throw new Error(
        `Slack does not accept the bot’s token (${code}): give SLACK_BOT_TOKEN anew, or \`npm run afterword -- setup slack\``,
      )
  }
}

/**
 * Slack, over HTTP or Socket Mode. Of Bolt it takes the check of signatures, the socket's receiver and the Web API's client; its router
 * is left out, because it answers before or without the commit where no listener matches, and asks Slack who we are on every event.
 */
export function createSlack(deps: SlackDeps): Channel {
  const { token, signingSecret, appToken, slackApiUrl, now } = deps
  const client = new webApi.WebClient(token, {
    logger: quiet(),
    timeout: deps.timeout ?? TIMEOUT,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    ...(slackApiUrl !== undefined && { slackApiUrl }),
  })
  const stopping = new AbortController()
  const pause = (ms: number): Promise<void> => (deps.pause ?? timer)(ms, stopping.signal)
  let close = async (): Promise<void> => undefined
  return {
    name: CHANNEL,
    capabilities,
    async start(receive, http) {
      await checkToken(client)
      const taker = createTaker(deps, client, openProfiles(client, now), receive)
      if (signingSecret !== null) httpRoutes(http, signingSecret, now, taker)
      const socket = appToken === null ? null : openSocket(appToken, deps, taker, pause)
      socket?.start()
      close = async () => {
        await socket?.stop()
        await taker.drained()
      }
    },
    send: createSend(client, pause, now),
    async stop() {
      const closing = close
      close = async () => undefined
      stopping.abort()
      await closing()
    },
  }
}
