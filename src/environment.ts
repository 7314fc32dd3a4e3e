/** The only reader of environment variables: what they may be, and what of them needs another. */
import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { parseEnv } from 'node:util'
import { z } from 'zod'
import { closest, LOCALES, type Locale } from './locale.ts'

const whole = (least: number, most: number) => {
  const error = `must be a whole number from ${least} to ${most}`
  return z.coerce.number({ error }).int({ error }).min(least, { error }).max(most, { error })
}

const WHOLE_ADDRESS = 'must be a whole address, such as https://bot.example/'

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
    .regex(/^postgres(ql)?:\/\//, 'must begin with postgres://')
    .optional()
    .describe('A PostgreSQL (15 or newer) of your own. Left out: the embedded one.'),
  REDIS_URL: z
    .string()
    .regex(/^rediss?:\/\//, 'must begin with redis:// or, with TLS, rediss://')
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
    .enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent'])
    .default('info')
    .describe('The least that is logged.'),
  AFTERWORD_API_TOKEN: z
    .string()
    .min(16, 'must have at least 16 characters')
    .optional()
    .describe(
      'Bearer token of the trigger. Left out: on the embedded server a random one in `.afterword/api-token`, with `DATABASE_URL` none.',
    ),
  AFTERWORD_WEBHOOK_SECRET: z
    .string()
    .regex(/^whsec_/, 'must begin with whsec_')
    .optional()
    .describe('Secret of Standard Webhooks signatures on the trigger. Left out: none is accepted.'),
  AFTERWORD_WEB_IDENTITY_SECRET: z
    .string()
    .min(32, 'must have at least 32 characters')
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
          error: 'must be the origin alone, without a path or a last slash: https://shop.example',
        }),
      ),
    )
    .describe('Origins of the sites that may embed the chat, such as `https://shop.example`, separated by commas.'),
  TELEGRAM_BOT_TOKEN: z
    .string()
    .regex(/^\d+:[\w-]+$/, 'must be as BotFather gives it: 123456:ABC…')
    .optional()
    .describe('Token of the Telegram bot. Left out: no Telegram.'),
  TELEGRAM_SECRET_TOKEN: z
    .string()
    .regex(/^[\w-]{16,256}$/, 'must be 16–256 letters, digits, dashes or underscores')
    .optional()
    .describe(
      'Secret of the web hook: with it and `PUBLIC_URL` Telegram calls the bot. Left out: the bot asks Telegram.',
    ),
  TELEGRAM_API_ROOT: z.url(WHOLE_ADDRESS).optional().describe('Another Bot API server.'),
  SLACK_BOT_TOKEN: z
    .string()
    .regex(/^xoxb-/, 'must begin with xoxb-')
    .optional()
    .describe('Bot token of the Slack app. Left out: no Slack.'),
  SLACK_SIGNING_SECRET: z
    .string()
    .min(16, 'must have at least 16 characters')
    .optional()
    .describe('Signing secret of the Slack app, for events over HTTP.'),
  SLACK_APP_TOKEN: z
    .string()
    .regex(/^xapp-/, 'must begin with xapp-')
    .optional()
    .describe('App-level token of the Slack app, for Socket Mode: no public address is needed.'),
  SLACK_API_URL: z.url(WHOLE_ADDRESS).optional().describe('Another Slack Web API server, with its last slash.'),
  TEAMS_APP_ID: z
    .guid('must be the application (client) id of the bot, as Entra shows it')
    .optional()
    .describe('Application id of the Teams bot. Left out: no Teams.'),
  TEAMS_APP_PASSWORD: z
    .string()
    .min(8, 'must be the value of a client secret')
    .optional()
    .describe('Its client secret.'),
  TEAMS_TENANT_ID: z
    .guid('must be the directory (tenant) id, as Entra shows it')
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
    .regex(/^whsec_[A-Za-z0-9+/]{32,}={0,2}$/, 'must be whsec_ and at least 24 bytes in base64')
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
export function readEnvironment(environment: NodeJS.ProcessEnv, problems: string[]): Environment | null {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''))
  const env = environmentSchema.safeParse(given)
  if (!env.success) {
    for (const issue of env.error.issues) problems.push(`environment: ${issue.path.join('.')} ${issue.message}`)
    return null
  }
  problems.push(...incomplete(env.data))
  return env.data
}

/** Settings that are of no use without another. */
function incomplete(env: Environment): string[] {
  const has = (name: keyof Environment): boolean => env[name] !== undefined
  const rules: [wrong: boolean, what: string][] = [
    [
      has('SLACK_BOT_TOKEN') && !has('SLACK_SIGNING_SECRET') && !has('SLACK_APP_TOKEN'),
      'SLACK_BOT_TOKEN needs SLACK_SIGNING_SECRET (events over HTTP) or SLACK_APP_TOKEN (Socket Mode)',
    ],
    [
      has('TELEGRAM_SECRET_TOKEN') && !has('PUBLIC_URL'),
      'TELEGRAM_SECRET_TOKEN needs PUBLIC_URL, where Telegram calls; without both the bot asks Telegram itself',
    ],
    [
      has('TEAMS_APP_ID') && !has('TEAMS_APP_PASSWORD'),
      'TEAMS_APP_ID needs TEAMS_APP_PASSWORD, a client secret of the same app',
    ],
    [has('WEBHOOK_URL') && !has('WEBHOOK_SECRET'), 'WEBHOOK_URL needs WEBHOOK_SECRET, which signs what goes there'],
  ]
  return rules.flatMap(([wrong, what]) => (wrong ? [`environment: ${what}`] : []))
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
export function problemOf(variable: string, value: string): string | null {
  const schema = Object.entries(environmentSchema.shape).find(([name]) => name === variable)?.[1]
  const read = schema?.safeParse(value)
  return read && !read.success ? (read.error.issues[0]?.message ?? 'is not valid') : null
}

/** The language of whoever sits at the terminal, as the system tells it. */
export const terminalLocale = (env: NodeJS.ProcessEnv = process.env): Locale =>
  closest((env.LC_ALL || env.LC_MESSAGES || env.LANG || '').split('.')[0], LOCALES) ?? 'en'
