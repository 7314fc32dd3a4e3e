import { describe, expect, test } from 'vitest'
import { SCOPES } from '../../adapters/slack/manifest.ts'
import { slackOnboarding } from '../../adapters/slack/onboarding.ts'
import { teamsOnboarding } from '../../adapters/teams/onboarding.ts'
import { telegramOnboarding } from '../../adapters/telegram/onboarding.ts'
import { webhookOnboarding } from '../../adapters/webhook/onboarding.ts'
import { LOCALES } from '../../src/locale.ts'
import type { Given, Onboarding } from '../../src/onboarding.ts'
import { say, type WordId } from '../../src/words/say.ts'
import { type Answer, platform, type Says } from './platform.ts'

const patience = 300
const slack = slackOnboarding({ now: Date.now, patience })
const telegram = telegramOnboarding({ commands: [], patience })
const teams = teamsOnboarding({ now: Date.now, patience })
const webhook = webhookOnboarding({ patience })

/** A secret of each kind: none of them may ever be shown. */
const SECRETS = {
  SLACK_BOT_TOKEN: 'xoxb-hidden-1',
  SLACK_APP_TOKEN: 'xapp-hidden-2',
  SLACK_SIGNING_SECRET: 'hidden-3-hidden-3',
  TELEGRAM_BOT_TOKEN: '4242:hidden_4',
  TELEGRAM_SECRET_TOKEN: 'hidden_5_hidden_5',
  TEAMS_APP_PASSWORD: 'hidden~6~hidden',
}

const socketMode = ({ SLACK_BOT_TOKEN, SLACK_APP_TOKEN }: typeof SECRETS) => ({ SLACK_BOT_TOKEN, SLACK_APP_TOKEN })
const overHttp = ({ SLACK_BOT_TOKEN, SLACK_SIGNING_SECRET }: typeof SECRETS) => ({
  SLACK_BOT_TOKEN,
  SLACK_SIGNING_SECRET,
})
const polling = ({ TELEGRAM_BOT_TOKEN }: typeof SECRETS) => ({ TELEGRAM_BOT_TOKEN })
const hooked = ({ TELEGRAM_BOT_TOKEN, TELEGRAM_SECRET_TOKEN }: typeof SECRETS) => ({
  TELEGRAM_BOT_TOKEN,
  TELEGRAM_SECRET_TOKEN,
  PUBLIC_URL: 'https://bot.example/',
})

const single = ({ TEAMS_APP_PASSWORD }: typeof SECRETS) => ({
  TEAMS_APP_ID: '7a2c0d5e-7c4b-4b1e-9b56-1f5c2f0b9a11',
  TEAMS_TENANT_ID: '0c8f3d0a-2f56-4f6d-8a83-5a0f4b7f6a22',
  TEAMS_APP_PASSWORD,
})

const ok = (result: object, headers = {}): Answer => ({ headers, body: { ok: true, ...result } })
const no = (error: string): Answer => ({ body: { ok: false, error } })
const me = ok({ result: { id: 4_242, is_bot: true, first_name: 'Afterword', username: 'afterword_bot' } })
const team = (scopes: string[]) => ok({ team: 'Acme', user: 'afterword' }, { 'x-oauth-scopes': scopes.join(',') })
const hookInfo = (info: object) => ok({ result: { has_custom_certificate: false, pending_update_count: 0, ...info } })
const socket = ok({ url: 'wss://slack.example/link' })
const HOOK = 'https://bot.example/telegram/webhook'

interface Case {
  what: string
  of: Onboarding
  given: (secrets: typeof SECRETS) => Given
  /** Null: nobody listens there. */
  says: Says | null
  finds: WordId[]
}

const cases: Case[] = [
  {
    what: 'Slack that accepts',
    of: slack,
    given: socketMode,
    says: (method) => (method === 'auth.test' ? team(SCOPES) : socket),
    finds: ['setup.slack.is', 'setup.slack.socket'],
  },
  {
    what: 'Slack over HTTP that accepts',
    of: slack,
    given: overHttp,
    says: (method) => (method === 'auth.test' ? team(SCOPES) : ok({})),
    finds: ['setup.slack.is', 'setup.slack.signed'],
  },
  {
    what: 'Slack whose clock is another',
    of: slack,
    given: overHttp,
    says: (method) =>
      method === 'auth.test' ? team(SCOPES) : ok({}, { date: new Date(Date.now() - 900_000).toUTCString() }),
    finds: ['setup.slack.is', 'setup.slack.clock'],
  },
  {
    what: 'an app that lacks scopes',
    of: slack,
    given: socketMode,
    says: (method) => (method === 'auth.test' ? team(['chat:write']) : socket),
    finds: ['setup.slack.is', 'setup.slack.scopes', 'setup.slack.socket'],
  },
  {
    what: 'Slack that refuses',
    of: slack,
    given: socketMode,
    says: () => no('invalid_auth'),
    finds: ['setup.refused', 'setup.refused'],
  },
  { what: 'Slack that hangs', of: slack, given: overHttp, says: () => 'hang', finds: ['setup.away', 'setup.away'] },
  { what: 'Slack that is not there', of: slack, given: socketMode, says: null, finds: ['setup.away', 'setup.away'] },
  { what: 'Telegram that accepts', of: telegram, given: polling, says: () => me, finds: ['setup.telegram.is'] },
  {
    what: 'Telegram that calls us',
    of: telegram,
    given: hooked,
    says: (method) => (method === 'getMe' ? me : hookInfo({ url: HOOK })),
    finds: ['setup.telegram.is', 'setup.telegram.hook'],
  },
  {
    what: 'Telegram that calls elsewhere',
    of: telegram,
    given: hooked,
    says: (method) => (method === 'getMe' ? me : hookInfo({ url: '' })),
    finds: ['setup.telegram.is', 'setup.telegram.hook_elsewhere'],
  },
  {
    what: 'Telegram that cannot reach us',
    of: telegram,
    given: hooked,
    says: (method) =>
      method === 'getMe'
        ? me
        : hookInfo({ url: HOOK, pending_update_count: 3, last_error_message: 'SSL error', last_error_date: 1 }),
    finds: ['setup.telegram.is', 'setup.telegram.hook_fails'],
  },
  {
    what: 'Telegram that refuses',
    of: telegram,
    given: polling,
    says: () => ({ status: 401, body: { ok: false, error_code: 401, description: 'Unauthorized' } }),
    finds: ['setup.telegram.refused'],
  },
  { what: 'Telegram that hangs', of: telegram, given: polling, says: () => 'hang', finds: ['setup.away'] },
  { what: 'Telegram that is not there', of: telegram, given: polling, says: null, finds: ['setup.away'] },
  {
    what: 'Microsoft that accepts',
    of: teams,
    given: single,
    says: () => ({ body: { token_type: 'Bearer', expires_in: 3_600, access_token: 'hidden' } }),
    finds: ['setup.teams.is'],
  },
  {
    what: 'Microsoft that refuses',
    of: teams,
    given: single,
    says: () => ({ status: 401, body: { error: 'invalid_client', error_description: 'hidden~6~hidden is wrong' } }),
    finds: ['setup.teams.refused'],
  },
  { what: 'Microsoft that hangs', of: teams, given: single, says: () => 'hang', finds: ['setup.away'] },
  { what: 'Microsoft that is not there', of: teams, given: single, says: null, finds: ['setup.away'] },
  {
    what: 'a connector that is there',
    of: webhook,
    given: () => ({}),
    says: () => ({ status: 405, body: {} }),
    finds: ['setup.webhook.answers'],
  },
  { what: 'a connector that hangs', of: webhook, given: () => ({}), says: () => 'hang', finds: ['setup.away'] },
  { what: 'a connector that is not there', of: webhook, given: () => ({}), says: null, finds: ['setup.away'] },
]

describe('a look at', () => {
  test.each(cases)('$what', async ({ of, given, says, finds }) => {
    const there = await platform(says ?? (() => 'hang'))
    if (says === null) await there.close()
    const { url } = there
    const at = {
      SLACK_API_URL: `${url}/api/`,
      TELEGRAM_API_ROOT: url,
      TEAMS_API_URL: `${url}/`,
      WEBHOOK_URL: `${url}/in`,
    }
    const findings = await of.check({ ...at, ...given(SECRETS) })
    expect(findings.map(({ says: id }) => id)).toEqual(finds)
    const told = LOCALES.flatMap((locale) => findings.map(({ says: id, values }) => say(locale, id, values))).join('\n')
    expect(told).not.toContain('hidden')
  })
})
