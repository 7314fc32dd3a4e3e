import { setTimeout } from 'node:timers/promises'
import type { Capabilities, Channel } from '../../src/channel.ts'
import { openApi } from './api.ts'
import type { TelegramDeps } from './deps.ts'
import { reasonOf, wishOf } from './errors.ts'
import { parse } from './parse.ts'
import { CHANNEL, type Self } from './person.ts'
import { HOLD, poll } from './poll.ts'
import { TEXT_LIMIT } from './rich.ts'
import { createSend } from './send.ts'
import { direct, publishCommands, whoAmI } from './setup.ts'
import { createTaker, type Taker } from './take.ts'
import { derivedSecret, webhookRoute } from './webhook.ts'

export type { Command, Log, TelegramDeps } from './deps.ts'

/**
 * Telegram's own figures (core.telegram.org/bots/faq); edits count as messages (tdlib/td issue 2592). The id of a group begins with a
 * minus sign. A form is answered by a notice where to go.
 */
const capabilities: Capabilities = {
  edit: true,
  forms: false,
  pictures: true,
  opens: false,
  textLimit: TEXT_LIMIT,
  budgets: [
    { scope: 'channel', count: 30, per: 1_000 },
    { scope: 'conversation', count: 1, per: 1_000 },
    { scope: 'conversation', count: 20, per: 60_000, prefix: '-' },
  ],
}

const PATIENCE = 15_000
/** Milliseconds that the start waits for the bot's name, without which customers get no link; an outage holds it up no longer. */
const NAMED_WITHIN = 2_000
const LONGEST_PAUSE = 60_000

const timer = (ms: number, signal: AbortSignal): Promise<void> =>
  setTimeout(ms, undefined, { signal, ref: false }).catch(() => undefined) // aborted: the pause is over

/**
 * Customers and staff on Telegram. It starts once it knows its name, or soon without, and reaches for Telegram in the background, again and
 * again until it is there, so that an outage of Telegram holds up nothing else.
 */
export function createTelegram(deps: TelegramDeps): Channel {
  const { token, mode, log, pause = timer, patience = PATIENCE, alone = (work, stop) => work(stop) } = deps
  const secret = deps.secretToken ?? derivedSecret(token)
  const stopping = new AbortController()
  const api = openApi(deps, patience)
  let self: Self | null = null
  let running = Promise.resolve()
  let taker: Taker | undefined
  const read = (update: unknown) => parse(update, self)

  /** One step of the start, until it succeeds. */
  async function insist(what: string, step: () => Promise<void>): Promise<void> {
    for (let failures = 0; !stopping.signal.aborted; failures++) {
      try {
        return await step()
      } catch (error) {
        log.warn({ reason: reasonOf(error), step: what }, 'Telegram could not be set up; trying again')
        await pause(Math.max(wishOf(error) ?? 0, Math.min(1_000 * 2 ** failures, LONGEST_PAUSE)), stopping.signal)
      }
    }
  }

  const learnName = () =>
    insist('who am I', async () => {
      self = await whoAmI(api)
    })

  async function run({ take }: Taker, named: Promise<void>): Promise<void> {
    await named
    await insist('where updates go', () => direct(api, deps, secret))
    const menu = insist('commands', () => publishCommands(api, deps.commands))
    if (mode === 'polling') {
      const acknowledge = async (offset: number) => {
        await api.getUpdates({ offset, limit: 1, timeout: 0 }).catch((error: unknown) => {
          log.warn({ reason: reasonOf(error) }, 'the last updates could not be acknowledged; they will come again')
        })
      }
      await alone((stop) => {
        const asking = openApi(deps, HOLD * 1_000 + patience, stop)
        return poll({ api: asking, read, take, pause, acknowledge, log, stop })
      }, stopping.signal)
    }
    await menu
  }

  return {
    name: CHANNEL,
    get capabilities() {
      return self === null
        ? capabilities
        : { ...capabilities, startLink: `https://t.me/${self.username}?start={token}` }
    },
    async start(receive, http) {
      taker = createTaker(api, receive, log)
      if (mode === 'webhook') webhookRoute(http, { secret, read, take: taker.take })
      const named = learnName()
      running = run(taker, named)
      await Promise.race([named, timer(NAMED_WITHIN, stopping.signal)])
    },
    send: createSend(api, (ms) => pause(ms, stopping.signal)),
    async stop() {
      stopping.abort()
      await running
      await taker?.settled()
    },
  }
}
