/** The only reader of environment variables: what they may be, and what of them needs another. */
import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { parseEnv } from 'node:util'
import { z } from 'zod'
import { closest, LOCALES, type Locale } from './locale.ts'
import { told, wrong } from './problem.ts'
import { say, type Values, type WordId } from './words/say.ts'

type Must = Extract<WordId, `must.${string}`>

const must = (is: Must, values?: Values): string => wrong(is, 'mend.other', values)

const whole = (least: number, most: number) => {
  const error = must('must.whole', { least, most })
  return z.coerce.number({ error }).int({ error }).min(least, { error }).max(most, { error })
}

const WHOLE_ADDRESS = must('must.url')
const LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'silent'] as const

const environmentSchema = z.object({
  AFTERWORD_CONFIG: z
    .string()
    .optional()
    .describe('Path of the owner’s file; left out: `afterword.yaml`, if there is one.'),
  AFTERWORD_FOLDER: z
    .string()
    .default('.afterword')
    .describe('Folder of the embedded server and of the trigger’s token. It holds your data.'),
  AFTERWORD_ENV_FILE: z
    .string()
    .default('.env')
    .describe(
      'File with more variables, `NAME=value` a line; what is set in the environment counts more. Empty: none.',
    ),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, must('must.begin', { how: 'postgres://' }))
    .optional()
    .describe('A PostgreSQL (15 or newer) of your own. Left out: the embedded one.'),
  REDIS_URL: z
    .string()
    .regex(/^rediss?:\/\//, must('must.begin_redis'))
    .optional()
    .describe('A Redis (6.2 or newer) that several processes of this bot share. Left out: there is one process.'),
  AFTERWORD_PROCESSES: whole(1, 100)
    .default(2)
    .describe(
      'How many processes share `REDIS_URL` at most: while Redis is away, each keeps to its share of what platforms allow.',
    ),
  HOST: z.string().min(1).default('127.0.0.1').describe('Address to listen on; `0.0.0.0` for all.'),
  PORT: whole(0, 65_535).default(8080).describe('Port to listen on; `0` for any that is free.'),
  PUBLIC_URL: z.url(WHOLE_ADDRESS).optional().describe('Where people reach the bot, for the addresses that it prints.'),
  LOG_LEVEL: z
    .enum(LEVELS, must('must.one_of', { values: LEVELS.join(', ') }))
    .default('info')
    .describe('The least that is logged.'),
  AFTERWORD_API_TOKEN: z
    .string()
    .min(16, must('must.characters', { least: 16 }))
    .optional()
    .describe(
      'Bearer token of the trigger. Left out: on the embedded server a random one in `.afterword/api-token`, with `DATABASE_URL` none.',
    ),
  AFTERWORD_WEBHOOK_SECRET: z
    .string()
    .regex(/^whsec_/, must('must.begin', { how: 'whsec_' }))
    .optional()
    .describe('Secret of Standard Webhooks signatures on the trigger. Left out: none is accepted.'),
  AFTERWORD_WEB_IDENTITY_SECRET: z
    .string()
    .min(32, must('must.characters', { least: 32 }))
    .optional()
    .describe('Signs your customers’ identities (HS256). Left out: web chats are anonymous.'),
  AFTERWORD_WEB_ORIGINS: z
    .string()
    .default('')
    .transform((list) =>
      list
        .split(',')
        .map((one) => one.trim())
        .filter(Boolean),
    )
    .pipe(
      z.array(
        z.url().refine((one) => URL.canParse(one) && new URL(one).origin === one, {
          error: must('must.origin'),
        }),
      ),
    )
    .describe('Origins of the sites that may embed the chat, such as `https://shop.example`, separated by commas.'),
  TELEGRAM_BOT_TOKEN: z
    .string()
    .regex(/^\d+:[\w-]+$/, must('must.telegram_token'))
    .optional()
    .describe('Token of the Telegram bot. Left out: no Telegram.'),
  TELEGRAM_SECRET_TOKEN: z
    .string()
    .regex(/^[\w-]{16,256}$/, must('must.telegram_secret'))
    .optional()
    .describe(
      'Secret of the web hook: with it and `PUBLIC_URL` Telegram calls the bot. Left out: the bot asks Telegram.',
    ),
  TELEGRAM_API_ROOT: z.url(WHOLE_ADDRESS).optional().describe('Another Bot API server.'),
  SLACK_BOT_TOKEN: z
    .string()
    .regex(/^xoxb-/, must('must.begin', { how: 'xoxb-' }))
    .optional()
    .describe('Bot token of the Slack app. Left out: no Slack.'),
  SLACK_SIGNING_SECRET: z
    .string()
    .min(16, must('must.characters', { least: 16 }))
    .optional()
    .describe('Signing secret of the Slack app, for events over HTTP.'),
  SLACK_APP_TOKEN: z
    .string()
    .regex(/^xapp-/, must('must.begin', { how: 'xapp-' }))
    .optional()
    .describe('App-level token of the Slack app, for Socket Mode: no public address is needed.'),
  SLACK_API_URL: z.url(WHOLE_ADDRESS).optional().describe('Another Slack Web API server, with its last slash.'),
  TEAMS_APP_ID: z
    .guid(must('must.teams_id'))
    .optional()
    .describe('Application id of the Teams bot. Left out: no Teams.'),
  TEAMS_APP_PASSWORD: z.string().min(8, must('must.teams_secret')).optional().describe('Its client secret.'),
  TEAMS_TENANT_ID: z
    .guid(must('must.teams_id'))
    .optional()
    .describe(
      'Tenant of the Teams bot. Left out: an older multi-tenant bot, which writes only to who has installed it or written to it.',
    ),
  TEAMS_API_URL: z
    .url(WHOLE_ADDRESS)
    .optional()
    .describe('Another server for log-in, keys and messages, with its last slash.'),
  WEBHOOK_URL: z
    .url({ protocol: /^https?$/, error: WHOLE_ADDRESS })
    .optional()
    .describe('Where messages of the `webhook` channel go; see docs/webhook.md. Left out: no such channel.'),
  WEBHOOK_SECRET: z
    .string()
    .regex(/^whsec_[A-Za-z0-9+/]{32,}={0,2}$/, must('must.webhook_secret'))
    .optional()
    .describe('Standard Webhooks secret of the `webhook` channel, for both directions.'),
  AFTERWORD_CONNECTIONS: whole(2, 200)
    .default(12)
    .describe('Connections to PostgreSQL that one process holds at most.'),
})

export type Environment = z.infer<typeof environmentSchema>

/** The environment's variables by name, for the reference page. */
export const environmentJsonSchema = (): object => z.toJSONSchema(environmentSchema, { io: 'input' })

/** @returns null when a variable is wrong; every problem is added to `problems`. An empty variable counts as left out. */
export function readEnvironment(
  environment: NodeJS.ProcessEnv,
  locale: Locale,
  problems: string[],
): Environment | null {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''))
  const env = environmentSchema.safeParse(given)
  if (!env.success) {
    for (const { path, message } of env.error.issues)
      problems.push(say(locale, 'problem.variable', { name: path.join('.'), must: told(locale, message) }))
    return null
  }
  for (const [name, needs] of incomplete(env.data))
    problems.push(say(locale, 'problem.variable', { name, must: say(locale, needs) }))
  return env.data
}

type Variable = keyof Environment

/** Settings that are of no use without another. */
function incomplete(env: Environment): [Variable, Must][] {
  const has = (name: Variable): boolean => env[name] !== undefined
  const rules: [Variable, others: Variable[], Must][] = [
    ['SLACK_BOT_TOKEN', ['SLACK_SIGNING_SECRET', 'SLACK_APP_TOKEN'], 'must.slack_events'],
    ['TELEGRAM_SECRET_TOKEN', ['PUBLIC_URL'], 'must.telegram_public'],
    ['TEAMS_APP_ID', ['TEAMS_APP_PASSWORD'], 'must.teams_password'],
    ['WEBHOOK_URL', ['WEBHOOK_SECRET'], 'must.webhook_signs'],
  ]
  return rules.flatMap(([name, others, needs]) => (has(name) && !others.some(has) ? [[name, needs]] : []))
}

/** The file that fills in what the environment leaves out; empty: none. */
export const envFile = (): string => process.env.AFTERWORD_ENV_FILE ?? '.env'

/** What stands in that file, by name; nothing where there is no such file. */
export function readEnvFile(cwd = process.cwd()): NodeJS.Dict<string> {
  const file = resolve(cwd, envFile())
  return envFile() !== '' && existsSync(file) ? parseEnv(readFileSync(file, 'utf8')) : {}
}

/** The environment, with what it leaves out filled in from the file. */
export const surroundings = (cwd?: string): NodeJS.ProcessEnv => ({ ...readEnvFile(cwd), ...process.env })

/** Whether the environment itself says what `variable` is, so that the file's word on it has no effect. */
export const isGiven = (variable: string): boolean => Boolean(process.env[variable])

/** What is wrong with a value of `variable`, in words that follow its name; null: nothing. */
export function problemOf(variable: string, value: string, locale: Locale): string | null {
  const schema = Object.entries(environmentSchema.shape).find(([name]) => name === variable)?.[1]
  const issue = schema?.safeParse(value).error?.issues[0]
  return issue ? told(locale, issue.message) : null
}

/** The language of the system, where it tells one that is spoken here. */
export const systemLocale = (env: NodeJS.ProcessEnv = process.env): Locale | null =>
  closest((env.LC_ALL || env.LC_MESSAGES || env.LANG || '').split('.')[0], LOCALES)

/** The language of whoever sits at the terminal, as the system tells it. */
export const terminalLocale = (env?: NodeJS.ProcessEnv): Locale => systemLocale(env) ?? 'en'

/** Where people find the page. An IPv6 address stands in brackets. */
export const addressOf = ({ PUBLIC_URL, HOST }: Pick<Environment, 'PUBLIC_URL' | 'HOST'>, port: number): string =>
  PUBLIC_URL ?? `http://${HOST.includes(':') ? `[${HOST}]` : HOST}:${port}/`
