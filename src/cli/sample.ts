import { join } from 'node:path'
import { flowFiles, loadFlows } from '../flow/load.ts'
import { root } from '../root.ts'
import { multiply } from '../sample/bulk.ts'
import { playSample } from '../sample/sample.ts'
import type { Database } from '../store/database.ts'
import type { Statement } from '../store/prepare.ts'
import { withRecord } from './record.ts'
import { locale, says } from './says.ts'
import { UsageError } from './usage.ts'

/** What is made up may be lost with the power: a commit need not wait for the disk. Nobody waits for it either, so turns may wait for a connection. */
const MADE_UP = { connections: 8, options: '-c synchronous_commit=off', patience: 60_000 }
/** More than this are copies of this many: a million on the path would take three hours. */
const PLAYED = 10_000

/** Fills an empty record with a past that ends now. */
export async function sample(given: { days: string; responses: string; seed: string }): Promise<void> {
  const days = whole('--days', given.days, 1, 730)
  const responses = whole('--responses', given.responses, 1, 2_000_000)
  const seed = whole('--seed', given.seed, 0, 2 ** 31 - 1)
  const copies = Math.ceil(responses / PLAYED)
  const began = Date.now()
  await withRecord(async (database, config) => {
    const { flows } = loadFlows(flowFiles(join(root, 'flows')), process.cwd(), locale, config.taxonomy)
    await refuseBeside(database)
    let told = -1
    await playSample(database, {
      config,
      flows,
      days,
      responses: Math.round(responses / copies),
      seed,
      now: began,
      owned: config.env.DATABASE_URL === undefined,
      progress(share, at) {
        const percent = Math.floor(share * 20) * 5
        if (percent === told) return
        told = percent
        console.error(step(percent, new Date(at).toISOString().slice(0, 10)))
      },
    })
    if (copies > 1) {
      console.error(says('cli.sample_copies', { seconds: seconds(began), copies: copies - 1 }))
      const counted = await multiply(database, copies, new Date(began).toISOString(), (done) =>
        console.error(step(Math.floor((100 * done) / copies), done === copies ? says('cli.sample_counting') : '')),
      )
      console.error(says('cli.sample_counted', { count: counted }))
    }
  }, MADE_UP)
  console.log(says('cli.sampled', { days, responses, seconds: seconds(began) }))
}

const step = (percent: number, what: string): string =>
  says('cli.sample_step', { percent: String(percent).padStart(3), what }).trimEnd()

const seconds = (since: number): number => Math.round((Date.now() - since) / 1_000)

function whole(name: string, text: string, least: number, most: number): number {
  const value = Number(text)
  if (!Number.isInteger(value) || value < least || value > most)
    throw new UsageError(says('usage.whole', { name, least: String(least), most: String(most), given: text }))
  return value
}

const BESIDE: Statement<{ count: number }> = {
  name: '',
  text: `select count(*) from pg_stat_activity
    where application_name = 'afterword' and datname = current_database() and pid <> pg_backend_pid()`,
  values: [],
}

/** A bot that runs would fire timers of the past by the clock of today. */
async function refuseBeside(database: Database): Promise<void> {
  const [[found]] = await database.run([BESIDE])
  if ((found?.count ?? 0) > 0) throw new UsageError(says('usage.running'))
}
