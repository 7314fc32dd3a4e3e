/** The stage of the story: the bot as `main.ts` puts it together, between the platforms, with a team and its staff. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { z } from 'zod'
import { loadConfig } from '../../src/config.ts'
import { startBot } from '../../src/main.ts'
import { openDatabase } from '../../src/store/database.ts'
import { issueKey } from '../../src/store/staff.ts'
import type { CustomerSide, Person, Platform, StaffSide } from './sides.ts'
import { STAFF, type StaffLocale } from './words.ts'

const TOKEN = 'the-trigger-of-the-story'

/** By what they do in the story. */
export type Role = 'first' | 'second' | 'lead' | 'manager'
export type Colleague = StaffSide & { name: string }
export type Customer = CustomerSide & Person

export interface Scene {
  /** As the bot calls them. */
  channels: string[]
  staff: Record<Role, Colleague>
  customer(person: Person): Promise<Customer>
  /** A service of Kim's, for the refunds team, has ended. @returns the link by which the customer comes, where the bot may not write first */
  serve(customer: Customer): Promise<string | undefined>
  /** How often a platform told the bot that it sends too much. */
  refusals(): number
  close(): Promise<void>
}

export interface Setting {
  customers: () => Promise<Platform>
  /** The same function: customers and staff are on the same stand-in. */
  staff: () => Promise<Platform>
  locale: StaffLocale
  databaseUrl: string
  /** Starts what answers at one address; left out: one bot in this process. */
  start?: Start
}

/** `env` names the owner's file and everything else by which a bot starts. @returns where it is, without a slash at the end */
export type Start = (env: Record<string, string>) => Promise<{ origin: string; stop(): Promise<void> }>

const oneBot: Start = async (env) => {
  const log = pino({ level: 'warn', base: null }, pino.destination(2))
  const bot = await startBot(loadConfig(env), 'story', () => undefined, log)
  return { origin: new URL(bot.url).origin, stop: bot.stop }
}

export async function openScene({ customers, staff, locale, databaseUrl, start = oneBot }: Setting): Promise<Scene> {
  const theirs = await customers()
  const ours = staff === customers ? theirs : await staff()
  const platforms = [...new Set([theirs, ours])]
  const { names } = STAFF[locale]
  const engage = (id: Role): Colleague => ({ name: names[id], ...ours.staff({ id, name: names[id], locale }) })
  const colleagues = {
    first: engage('first'),
    second: engage('second'),
    lead: engage('lead'),
    manager: engage('manager'),
  }

  const folder = await mkdtemp(join(tmpdir(), 'afterword-story-'))
  const file = join(folder, 'afterword.yaml')
  await writeFile(file, JSON.stringify(ownersFile(ours.channel, colleagues, locale))) // JSON is YAML
  const bot = await start({
    ...Object.assign({}, ...platforms.map((platform) => platform.env)),
    AFTERWORD_CONFIG: file,
    AFTERWORD_API_TOKEN: TOKEN,
    DATABASE_URL: databaseUrl,
    PORT: '0',
  })
  const { origin } = bot
  const database = openDatabase(databaseUrl, { connections: 2, onError: (error) => console.error(error) })
  const soon = new Date(Date.now() + 600_000).toISOString()
  const key = (id: string) => issueKey(database, { id, name: id, roles: ['agent'], teams: [], locale: null }, soon)
  for (const platform of platforms) await platform.connect({ origin, key })

  const served = z.object({ decision: z.object({ detail: z.object({ link: z.url() }).optional() }) })
  let services = 0
  return {
    channels: platforms.map(({ channel }) => channel),
    staff: colleagues,
    async customer(person) {
      return { ...person, ...(await theirs.customer(person)) }
    },
    async serve({ id, name, locale, address }) {
      const response = await fetch(`${origin}/v1/interactions`, {
        method: 'POST',
        headers: { authorization: `Bearer ${TOKEN}`, 'content-type': 'application/json' },
        body: JSON.stringify({
          id: `service-${++services}`,
          endedAt: new Date().toISOString(),
          // Who comes by a link brings their language along.
          customer: { id, name, channel: theirs.channel, ...(address === undefined ? {} : { address, locale }) },
          agent: { id: 'kim', name: 'Kim' },
          team: 'refunds',
        }),
      })
      if (response.status !== 202) throw new Error(`the trigger answers ${response.status}: ${await response.text()}`)
      return served.parse(await response.json()).decision.detail?.link
    },
    refusals: () => platforms.reduce((sum, platform) => sum + platform.refusals(), 0),
    async close() {
      await database.close()
      await bot.stop()
      for (const platform of platforms) await platform.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** `afterword.yaml`, where these people work. */
function ownersFile(channel: string, { first, second, lead, manager }: Scene['staff'], locale: StaffLocale): object {
  const person = ({ name, user }: Colleague, role: 'agent' | 'lead' | 'manager') => ({
    name,
    roles: [role],
    teams: role === 'manager' ? [] : ['refunds'],
    locale,
    identities: { [channel]: user },
  })
  return {
    programme: { name: 'Acme Care', timeZone: 'Asia/Taipei' },
    teams: {
      refunds: { name: { en: 'Refunds', 'zh-Hans': '退款组', 'zh-Hant': '退款組' }, lead: 'lead', flow: 'csat' },
    },
    staff: {
      first: person(first, 'agent'),
      second: person(second, 'agent'),
      lead: person(lead, 'lead'),
      manager: person(manager, 'manager'),
    },
    targets: { minimumN: 1 },
  }
}
