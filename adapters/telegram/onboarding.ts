import { randomBytes } from 'node:crypto'
import { type Api, HttpError } from 'grammy'
import { unanswered } from '../../src/network.ts'
import type { Finding, Given, Onboarding } from '../../src/onboarding.ts'
import { openApi } from './api.ts'
import type { Command } from './deps.ts'
import { failureOf, reasonOf } from './errors.ts'
import { CHANNEL, KEY } from './person.ts'
import { direct, publishCommands } from './setup.ts'
import { WEBHOOK } from './webhook.ts'

const silent = { info: () => undefined, warn: () => undefined }

/** How a Telegram bot is set up. `commands` go into its menu; a look takes `patience` ms at most. */
export function telegramOnboarding({ commands, patience }: { commands: Command[]; patience: number }): Onboarding {
  const depsOf = (given: Given) => ({
    token: given.TELEGRAM_BOT_TOKEN ?? '',
    mode: given.TELEGRAM_SECRET_TOKEN ? ('webhook' as const) : ('polling' as const),
    secretToken: given.TELEGRAM_SECRET_TOKEN ?? null,
    commands,
    log: silent,
    ...(given.PUBLIC_URL && { publicUrl: given.PUBLIC_URL }),
    ...(given.TELEGRAM_API_ROOT && { apiRoot: given.TELEGRAM_API_ROOT }),
  })
  return {
    name: CHANNEL,
    key: 'TELEGRAM_BOT_TOKEN',
    ids: { form: KEY, example: '5100000001' },
    first: [
      {
        variable: 'TELEGRAM_BOT_TOKEN',
        where: 'setup.telegram.token',
        secret: true,
        needed: true,
      },
    ],
    next: ({ PUBLIC_URL }) =>
      PUBLIC_URL
        ? [
            {
              variable: 'TELEGRAM_SECRET_TOKEN',
              where: 'setup.telegram.secret',
              secret: true,
              needed: false,
            },
          ]
        : [],
    takeaways: () => [],
    async check(given) {
      const deps = depsOf(given)
      return look(async () => {
        const api = openApi(deps, patience)
        const { username } = await api.getMe()
        const found: Finding = { good: true, says: 'setup.telegram.is', values: { bot: `@${username}` } }
        return deps.mode === 'webhook' ? [found, await hook(api, given)] : [found]
      })
    },
    async finish(given) {
      const deps = depsOf(given)
      return look(async () => {
        const api = openApi(deps, patience)
        await direct(api, deps, given.TELEGRAM_SECRET_TOKEN ?? randomBytes(16).toString('hex'))
        await publishCommands(api, commands)
        return [{ good: true, says: 'setup.telegram.done' }]
      })
    },
  }
}

/** Whether Telegram calls where we listen, and what went wrong when it last did. */
async function hook(api: Api, { PUBLIC_URL = '' }: Given): Promise<Finding> {
  const wanted = new URL(WEBHOOK, PUBLIC_URL).href
  const { url, last_error_message: error, pending_update_count: waiting } = await api.getWebhookInfo()
  if (url !== wanted) return { good: false, says: 'setup.telegram.hook_elsewhere', values: { wanted }, atWork: true }
  if (error !== undefined && waiting > 0)
    return { good: false, says: 'setup.telegram.hook_fails', values: { error, waiting, wanted }, atWork: true }
  return { good: true, says: 'setup.telegram.hook', values: { wanted } }
}

async function look(at: () => Promise<Finding[]>): Promise<Finding[]> {
  try {
    return await at()
  } catch (error) {
    const reason = error instanceof HttpError ? unanswered(error.error).code : reasonOf(error)
    const refused = reason.includes('token is refused')
    if (refused) return [{ good: false, says: 'setup.telegram.refused' }]
    const away = failureOf(error).status === 'unknown' || error instanceof HttpError
    return [{ good: false, says: away ? 'setup.away' : 'setup.failed', values: { platform: 'Telegram', reason } }]
  }
}
