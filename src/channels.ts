/** The channels of this deployment: the only file that imports adapters. */
import type { Logger } from 'pino'
import { slackOnboarding } from '../adapters/slack/onboarding.ts'
import { createSlack } from '../adapters/slack/slack.ts'
import { teamsOnboarding } from '../adapters/teams/onboarding.ts'
import { createTeams } from '../adapters/teams/teams.ts'
import { telegramOnboarding } from '../adapters/telegram/onboarding.ts'
import { createTelegram } from '../adapters/telegram/telegram.ts'
import { createWeb, type StaffMember, signedIn, type WebDeps } from '../adapters/web/web.ts'
import { webhookOnboarding } from '../adapters/webhook/onboarding.ts'
import { createWebhook } from '../adapters/webhook/webhook.ts'
import type { Channel } from './channel.ts'
import type { Config } from './config.ts'
import type { Environment } from './environment.ts'
import type { Locale } from './locale.ts'
import type { Onboarding } from './onboarding.ts'
import { saidOf } from './problem.ts'
import type { Home } from './turn/home.ts'
import { say } from './words/say.ts'

interface Setting {
  env: Environment
  web: Omit<WebDeps, 'identitySecret' | 'origins'>
  /** What a member of staff finds on the home page that some platforms give a bot; null for anybody else. */
  home(channel: string, user: string): Promise<Home | null>
  /** Does what only one process at a time may do, by its name. */
  alone(name: string): (work: (signal: AbortSignal) => Promise<void>, stop: AbortSignal) => Promise<void>
  log: Logger
  onError(error: unknown): void
}

interface Channels {
  /** By name. */
  channels: Map<string, Channel>
  /** The member of staff whose web session a request carries, or null. */
  signedIn(request: Request): Promise<StaffMember | null>
}

export function channelsOf(setting: Setting): Channels {
  const { env, web } = setting
  const deps = {
    ...web,
    identitySecret: env.AFTERWORD_WEB_IDENTITY_SECRET ?? null,
    origins: env.AFTERWORD_WEB_ORIGINS,
  }
  return {
    channels: new Map([createWeb(deps), ...platformsOf(setting)].map((channel) => [channel.name, channel])),
    async signedIn(request) {
      const found = await signedIn(deps, request)
      return 'member' in found ? found.member : null
    },
  }
}

/** The chat platforms for which the owner has given a token. */
function platformsOf({ env, home, alone, log, onError }: Setting): Channel[] {
  const channels: Channel[] = []
  if (env.TELEGRAM_BOT_TOKEN !== undefined) {
    const called = env.TELEGRAM_SECRET_TOKEN !== undefined
    channels.push(
      createTelegram({
        token: env.TELEGRAM_BOT_TOKEN,
        mode: called ? 'webhook' : 'polling',
        secretToken: env.TELEGRAM_SECRET_TOKEN ?? null,
        commands,
        alone: alone('telegram'),
        log,
        ...(env.PUBLIC_URL === undefined ? {} : { publicUrl: env.PUBLIC_URL }),
        ...(env.TELEGRAM_API_ROOT === undefined ? {} : { apiRoot: env.TELEGRAM_API_ROOT }),
      }),
    )
  }
  if (env.SLACK_BOT_TOKEN !== undefined) {
    channels.push(
      createSlack({
        token: env.SLACK_BOT_TOKEN,
        signingSecret: env.SLACK_SIGNING_SECRET ?? null,
        appToken: env.SLACK_APP_TOKEN ?? null,
        now: Date.now,
        home: (user) => home('slack', user),
        onError,
        ...(env.SLACK_API_URL === undefined ? {} : { slackApiUrl: env.SLACK_API_URL }),
      }),
    )
  }
  if (env.TEAMS_APP_ID !== undefined) {
    channels.push(
      createTeams({
        appId: env.TEAMS_APP_ID,
        appPassword: env.TEAMS_APP_PASSWORD ?? '',
        tenant: env.TEAMS_TENANT_ID ?? null,
        now: Date.now,
        onError,
        ...(env.TEAMS_API_URL === undefined ? {} : { apiUrl: env.TEAMS_API_URL }),
      }),
    )
  }
  if (env.WEBHOOK_URL !== undefined && env.WEBHOOK_SECRET !== undefined)
    channels.push(createWebhook({ url: env.WEBHOOK_URL, secret: env.WEBHOOK_SECRET, now: Date.now }))
  return channels
}

/** What Telegram's menu offers, which customers see too. */
const commands = (['help', 'human', 'skip', 'stop', 'unsubscribe'] as const).map((command) => ({
  command,
  description: {
    en: say('en', `bot.menu.${command}`),
    'zh-Hans': say('zh-Hans', `bot.menu.${command}`),
    'zh-Hant': say('zh-Hant', `bot.menu.${command}`),
  },
}))

/** Milliseconds that `setup` and `doctor` wait for a platform. */
const PATIENCE = 5_000

/** What `setup` and `doctor` know of each platform. */
export const onboardings: Onboarding[] = [
  slackOnboarding({ now: Date.now, patience: PATIENCE }),
  telegramOnboarding({ commands, patience: PATIENCE }),
  teamsOnboarding({ now: Date.now, patience: PATIENCE }),
  webhookOnboarding({ patience: PATIENCE }),
]

/** Identities that are nobody's id on their channel, a line for each: whoever has no other is never written to. */
function misnamed({ file, staff }: Pick<Config, 'file' | 'staff'>, locale: Locale): string[] {
  return Object.entries(staff).flatMap(([id, { identities }]) =>
    Object.entries(identities).flatMap(([channel, name]) => {
      const ids = onboardings.find((each) => each.name === channel)?.ids
      if (ids === undefined || ids.form.test(name)) return []
      const values = { channel, name, example: ids.example }
      const place = `${file} staff.${id}.identities.${channel}`
      return [saidOf(locale, place, { is: 'problem.identity', mend: 'mend.identity', values })]
    }),
  )
}

/** Identities by which nobody is reached: on channels that are not set up, a line for each such channel, and those that are nobody's id there. */
export function unreached(config: Pick<Config, 'env' | 'file' | 'staff'>, locale: Locale): string[] {
  const { env, file, staff } = config
  const given: Readonly<Record<string, unknown>> = env
  const names = ['web', ...onboardings.map(({ name }) => name)]
  const running = ['web', ...onboardings.filter(({ key }) => given[key] !== undefined).map(({ name }) => name)]
  const told = Object.entries(staff).flatMap(([id, { identities }]) =>
    Object.keys(identities).map((channel) => ({ channel, id })),
  )
  const away = [...new Set(told.map(({ channel }) => channel))].filter((channel) => !running.includes(channel))
  const off = away.map((channel) =>
    saidOf(locale, `${file} staff`, {
      is: 'problem.channel_off',
      mend: 'mend.channel_off',
      values: {
        channel,
        people: told.flatMap((each) => (each.channel === channel ? [each.id] : [])).join(', '),
        values: names.join(', '),
      },
    }),
  )
  return [...off, ...misnamed(config, locale)]
}
