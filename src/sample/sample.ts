import type { Config } from '../config.ts'
import { catalogue } from '../flow/catalogue.ts'
import type { Flow } from '../flow/schema.ts'
import { foldCounts } from '../store/counts.ts'
import type { Database } from '../store/database.ts'
import type { Statement } from '../store/prepare.ts'
import { put } from '../store/put.ts'
import { openDirectory } from '../turn/directory.ts'
import type { Setting } from '../turn/work.ts'
import { Told } from '../words/told.ts'
import { createCustomers } from './customers.ts'
import { fillDesk } from './desk.ts'
import { plan } from './plan.ts'
import { random } from './random.ts'
import { CHANNEL, capabilities, createStage } from './stage.ts'
import { createWorkers } from './workers.ts'
import { TEAMS, WORKERS } from './world.ts'

/** There is something in the record that a made-up past must not be mixed with. */
class SampleRefused extends Told {
  readonly code = 'usage'
}

export interface SampleOptions {
  config: Config
  flows: Flow[]
  days: number
  responses: number
  seed: number
  /** Milliseconds since the epoch: where the past ends. */
  now: number
  /** Whether the owner's desk is to show its tasks: on the embedded default. */
  owned: boolean
  /** What has been played: 0 to 1, and up to which instant. */
  progress: (share: number, at: number) => void
}

/** For every so many responses somebody writes unasked. */
const UNASKED = 60
const DAY = 24 * 60 * 60_000

/** Fills an empty record with a past that went through the same turns as everything else. @throws SampleRefused */
export async function playSample(database: Database, options: SampleOptions): Promise<void> {
  const { config, flows, days, responses, seed, now, progress } = options
  await refuse(database)
  await hire(database)
  const setting = await settingOf(database, config, flows)
  const stage = createStage(database, setting)
  const endings = plan({ days, responses, seed, now, timeZone: config.programme.timeZone })
  const customers = createCustomers(stage, seed)
  const locales = new Map(endings.map(({ customer, locale }) => [customer, locale]))
  const workers = createWorkers(stage, seed, locales)
  for (const ending of endings) customers.serve(ending)
  const draw = random(seed, 'unasked')
  endings.forEach((ending, at) => {
    const when = ending.at + draw.whole(25, 400) * 60 * 60_000
    if (ending.answersAfter === null && at % UNASKED === 0 && when < now)
      customers.write({ ...ending, customer: `${ending.customer}-unasked` }, when)
  })
  const begin = Math.min(endings[0]?.at ?? now, now - days * DAY)
  await stage.play(
    begin,
    now,
    (letter) => {
      customers.hear(letter)
      workers.hear(letter)
    },
    (at) => progress((at - begin) / (now - begin), at),
  )
  await foldCounts(database)
  if (options.owned) await fillDesk(database, setting, new Date(now).toISOString())
}

const OTHERS: Statement<{ channel: string }> = {
  name: '',
  text: `(select channel from interaction order by channel = '${CHANNEL}' limit 1)
    union all (select channel from dialog order by channel = '${CHANNEL}' limit 1)`,
  values: [],
}

async function refuse(database: Database): Promise<void> {
  const [found] = await database.run([OTHERS])
  if (found.some(({ channel }) => channel !== CHANNEL)) throw new SampleRefused('usage.sample_real')
  if (found.length > 0) throw new SampleRefused('usage.sample_made_up')
}

/** The staff of the sample stays: its names are told wherever its tasks are. Nobody can sign in as it. */
async function hire(database: Database): Promise<void> {
  const staff = WORKERS.map(({ id, name, locale, teams }) => ({
    id,
    name,
    roles: ['agent'],
    teams: [...teams],
    locale,
    source: 'key' as const,
  }))
  const identities = WORKERS.map(({ id }) => ({ channel: CHANNEL, user_id: id, staff_id: id, source: 'link' as const }))
  await database.run([
    put('staff', staff, 'on conflict (id) do nothing'),
    put('staff_identity', identities, 'on conflict (channel, user_id) do nothing'),
  ])
}

async function settingOf(database: Database, config: Config, flows: Flow[]): Promise<Setting> {
  const teams = Object.fromEntries(Object.entries(TEAMS).map(([id, { name, flow }]) => [id, { name, flow }]))
  const { quietHours: _, ...asking } = config.asking
  return {
    config: {
      ...config,
      teams: { ...config.teams, ...teams },
      asking: { ...asking, sample: 1, cooldown: '24h', maxAge: '72h' },
    },
    flows: catalogue(flows),
    staff: await openDirectory(database, config.programme.locales[0] ?? 'en'),
    channels: new Map([[CHANNEL, { capabilities }]]),
  }
}
