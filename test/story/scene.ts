/** The stage of the story: the bot as `main.ts` puts it together, between the platforms, with a team and its staff. */
import { join } from 'node:path'
import { pino } from 'pino'
import { z } from 'zod'
import { type Config, loadConfig } from '../../src/config.ts'
import { startBot } from '../../src/main.ts'
import { root } from '../../src/root.ts'
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
  staff: Record<Role, Colleague>
  customer(person: Person): Promise<Customer>
  /** A service of Kim's, for the refunds team, has ended. @returns the link by which the customer comes, where the bot may not write first */
  serve(customer: Customer): Promise<string | undefined>
  close(): Promise<void>
}

export interface Setting {
  customers: () => Promise<Platform>
  /** The same function: customers and staff are on the same stand-in. */
  staff: () => Promise<Platform>
  locale: StaffLocale
  databaseUrl: string
}

export async function openScene({ customers, staff, locale, databaseUrl }: Setting): Promise<Scene> {
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

  const env = Object.assign({}, ...platforms.map((platform) => platform.env))
  const config = configOf({ ...env, DATABASE_URL: databaseUrl }, ours.channel, colleagues, locale)
  const log = pino({ level: 'warn', base: null }, pino.destination(2))
  const bot = await startBot(config, 'story', () => undefined, log)
  const origin = new URL(bot.url).origin
  const database = openDatabase(databaseUrl, { connections: 2, onError: (error) => log.error({ error }) })
  const soon = new Date(Date.now() + 600_000).toISOString()
  const key = (id: string) => issueKey(database, { id, name: id, roles: ['agent'], teams: [], locale: null }, soon)
  for (const platform of platforms) await platform.connect({ origin, key })

  const served = z.object({ decision: z.object({ detail: z.object({ link: z.url() }).optional() }) })
  let services = 0
  return {
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
    async close() {
      await database.close()
      await bot.stop()
      for (const platform of platforms) await platform.close()
    },
  }
}

function configOf(
  env: Record<string, string>,
  channel: string,
  { first, second, lead, manager }: Scene['staff'],
  locale: StaffLocale,
): Config {
  const teams = ['refunds']
  const person = ({ name, user }: Colleague, role: 'agent' | 'lead' | 'manager') => ({
    name,
    roles: [role],
    teams: role === 'manager' ? [] : teams,
    locale,
    identities: { [channel]: user },
  })
  // Beside this file there is no afterword.yaml, so nothing of the owner's comes in.
  const defaults = loadConfig({ ...env, PORT: '0', AFTERWORD_API_TOKEN: TOKEN }, join(root, 'test/story'))
  return {
    ...defaults,
    programme: { ...defaults.programme, name: 'Acme Care', timeZone: 'Asia/Taipei' },
    teams: {
      refunds: { name: { en: 'Refunds', 'zh-Hans': '退款组', 'zh-Hant': '退款組' }, lead: 'lead', flow: 'csat' },
    },
    staff: {
      first: person(first, 'agent'),
      second: person(second, 'agent'),
      lead: person(lead, 'lead'),
      manager: person(manager, 'manager'),
    },
    targets: { ...defaults.targets, minimumN: 1 },
  }
}
