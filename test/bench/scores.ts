/** What a manager waits for: the same questions to a record of ten thousand answers and to one of a million, from the message to its commit. */
import { join } from 'node:path'
import { loadConfig } from '../../src/config.ts'
import { catalogue } from '../../src/flow/catalogue.ts'
import { flowFiles, loadFlows } from '../../src/flow/load.ts'
import { root } from '../../src/root.ts'
import { foldCounts } from '../../src/store/counts.ts'
import { openDatabase } from '../../src/store/database.ts'
import { migrate } from '../../src/store/migrate.ts'
import { plain, type Statement } from '../../src/store/prepare.ts'
import { syncStaff } from '../../src/store/staff.ts'
import { openDirectory } from '../../src/turn/directory.ts'
import { createTurns } from '../../src/turn/turn.ts'
import { capabilities } from '../capabilities.ts'
import { CHANNEL } from './contender.ts'

const QUESTIONS = {
  'one score': '/scores last 30d',
  'by team': '/scores last 90d by team',
  'by agent': '/scores last 90d by agent',
  'one agent': '/scores agent agent-7 last 90d by channel',
  'trend by week': '/scores last 90d by week',
  'trend by day': '/scores last 30d by day',
  comparison: '/scores last month vs month before last by team',
  'in Chinese': '满意度 近90天 按班组',
  'a slip': '/scores lats 90 dyas by taem',
  tasks: '/tasks',
}

/** `responses` over 90 days and so many agents in twelve teams on three channels, as the turns would have counted them; those since the last fold stand in slots. */
function counted(responses: number, agents: number): (Statement | 'fold')[] {
  const since = Math.ceil(responses / 90 / 24 / 6)
  const facts = `select current_date - case when n <= ${since} then 0 else (random() * 89)::int end as day, (random() * ${agents - 1})::int as agent,
    (random() * 2)::int as channel, (random() * 7)::int as slot, (1 + 4 * sqrt(random()))::int as value, n from generate_series(1, ${responses}) n`
  const dimensions = `day, 'team-' || agent % 12, 'agent-' || agent, 'channel-' || channel, 'csat'`
  const sums = (index: (i: number) => string) => Array.from({ length: 11 }, (_, i) => index(i)).join(', ')
  const count = (which: string) =>
    [
      `'csat', slot, ${sums((i) => `count(*) filter (where value = ${i})`)}`,
      `'outcome', slot, ${sums((i) => (i === 1 ? 'count(*)' : '0'))}`,
    ].map((counters) =>
      plain(
        `insert into counts select ${dimensions}, ${counters} from facts where ${which} group by day, agent, channel, slot`,
      ),
    )
  return [
    plain('set statement_timeout = 0'),
    plain('select setseed(0.5)'),
    plain(`create temporary table facts as ${facts}`),
    ...count(`n > ${since}`),
    'fold',
    ...count(`n <= ${since}`),
    plain(
      `insert into label select 'agent', 'agent-' || n, 'Agent Number' || n from generate_series(0, ${agents - 1}) n`,
    ),
    plain(`insert into label select 'team', 'team-' || n, 'Team' || n from generate_series(0, 11) n`),
    plain('vacuum analyze'),
    plain('set statement_timeout = 15000'),
  ]
}

async function record(server: string, name: string, responses: number, agents: number) {
  const fail = (error: unknown) => {
    throw error
  }
  const admin = openDatabase(server, { connections: 1, onError: fail })
  await admin.run([plain(`create database ${name}`)])
  await admin.close()
  const url = new URL(server)
  url.pathname = name
  await migrate(url.href)
  const filling = openDatabase(url.href, { connections: 1, onError: fail })
  for (const step of counted(responses, agents)) {
    if (step === 'fold') await foldCounts(filling)
    await filling.run([step === 'fold' ? plain('vacuum counts') : step]) // as the server does by itself within a minute
  }
  await filling.close()
  const database = openDatabase(url.href, { connections: 2, onError: fail })
  await syncStaff(database, {
    max: { roles: ['manager'], teams: [], identities: { [CHANNEL]: 'max' }, locale: 'en' },
  })
  const { flows } = loadFlows(flowFiles(join(root, 'flows')), root, 'en')
  const turns = createTurns({
    database,
    setting: {
      config: loadConfig({}, join(root, 'test/bench')),
      flows: catalogue(flows),
      staff: await openDirectory(database, 'en'),
      channels: new Map([[CHANNEL, { capabilities }]]),
    },
    now: () => new Date().toISOString(),
    nudge: () => undefined,
    onFailure: fail,
  })
  let asked = 0
  return {
    /** @returns milliseconds */
    async ask(text: string): Promise<number> {
      const began = performance.now()
      await turns.receive({
        channel: CHANNEL,
        key: `q${++asked}`,
        from: { user: 'max', address: { key: 'max' } },
        body: { kind: 'text', text },
      })
      return performance.now() - began
    },
    close: () => database.close(),
  }
}

const median = (times: number[]): number => times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0

/** What issue 4 asks for. */
const MOST = { ratio: 1.3, milliseconds: 20 }

/** Prints the time of each kind of question at both sizes, asked in turn, what the larger takes of the smaller, and whether both are as they must be. */
export async function scoreTimes(server: string, rounds: number): Promise<void> {
  for (const agents of [18, 200]) {
    const small = await record(server, `scores_${agents}_small`, 10_000, agents)
    const large = await record(server, `scores_${agents}_large`, 1_000_000, agents)
    console.log(`a manager's question, ${agents} agents   10,000  1,000,000 (ms)  ratio   at most 1.3, 20 ms`)
    for (const [name, text] of Object.entries(QUESTIONS)) {
      // The server keeps a plan after the sixth time.
      for (let warm = 0; warm < 8; warm++) await Promise.all([small.ask(text), large.ask(text)])
      const times = { small: [] as number[], large: [] as number[] }
      const began = process.cpuUsage()
      for (let round = 0; round < rounds; round++) {
        times.small.push(await small.ask(text))
        times.large.push(await large.ask(text))
      }
      const { user, system } = process.cpuUsage(began)
      const [a, b] = [median(times.small), median(times.large)]
      const held = b / a <= MOST.ratio && b < MOST.milliseconds
      console.log(
        name.padEnd(33),
        a.toFixed(1).padStart(6),
        b.toFixed(1).padStart(10),
        (b / a).toFixed(2).padStart(12),
        held ? '  yes' : '  NO ',
        `(${((user + system) / 2_000 / rounds).toFixed(1)} ms of it on this process's processor)`,
      )
    }
    await small.close()
    await large.close()
  }
}
