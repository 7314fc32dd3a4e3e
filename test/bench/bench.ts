/** `npm run bench`: one table, the product against a floor written by hand, in alternating pairs within one run. */
import { spawnSync } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { migrate } from '../../src/store/migrate.ts'
import { embeddedServer } from '../../src/store/server/embedded.ts'
import type { Asked, Contender } from './contender.ts'
import { floor } from './floor.ts'
import { ours } from './ours.ts'
import { scoreTimes } from './scores.ts'
import { textRates } from './text.ts'

const { values } = parseArgs({
  options: {
    pairs: { type: 'string', default: '7' },
    turns: { type: 'string', default: '600' },
    scores: { type: 'boolean', default: false },
    rounds: { type: 'string', default: '40' },
  },
})
const pairs = Number(values.pairs)
const turns = Number(values.turns)

interface Measured {
  rate: number
  p99: number
}

const quantile = (sorted: number[], q: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * q))] ?? 0
const median = (all: number[]): number =>
  quantile(
    all.toSorted((a, b) => a - b),
    0.5,
  )

/** `width` conversations at a time, as fast as they go. */
async function closed(contender: Contender, asked: Asked[], width: number): Promise<Measured> {
  const times: number[] = []
  const began = performance.now()
  let next = 0
  await Promise.all(
    Array.from({ length: width }, async () => {
      for (let one = asked[next++]; one; one = asked[next++]) {
        const start = performance.now()
        await contender.rate(one)
        times.push(performance.now() - start)
      }
    }),
  )
  const rate = (asked.length * 1_000) / (performance.now() - began)
  await contender.drain()
  return {
    rate,
    p99: quantile(
      times.toSorted((a, b) => a - b),
      0.99,
    ),
  }
}

/** `perSecond` answers a second whether or not those before have ended; a late one is timed from when it was due. */
async function paced(contender: Contender, asked: Asked[], perSecond: number): Promise<Measured> {
  const times: number[] = []
  const began = performance.now()
  await Promise.all(
    asked.map(async (one, i) => {
      const due = began + (i * 1_000) / perSecond
      await new Promise((resolve) => setTimeout(resolve, due - performance.now()))
      await contender.rate(one)
      times.push(performance.now() - due)
    }),
  )
  const rate = (asked.length * 1_000) / (performance.now() - began)
  await contender.drain()
  return {
    rate,
    p99: quantile(
      times.toSorted((a, b) => a - b),
      0.99,
    ),
  }
}

const folder = await mkdtemp(join(tmpdir(), 'afterword-bench-'))
const server = await embeddedServer({ folder: join(folder, '.afterword'), tell: (id) => console.error(id) })
try {
  await migrate(server.url)
  if (values.scores) await scoreTimes(server.url, Number(values.rounds))
  else await everything()
} finally {
  await server.release()
  await rm(folder, { recursive: true, force: true })
}

async function everything(): Promise<void> {
  const product = await ours(server.url)
  const byHand = floor(server.url)
  const cases = [
    {
      name: '1 conversation',
      agents: 50,
      turns: Math.round(turns / 3),
      run: (c: Contender, a: Asked[]) => closed(c, a, 1),
    },
    { name: '32 conversations', agents: 50, turns, run: (c: Contender, a: Asked[]) => closed(c, a, 32) },
    { name: '32, one agent', agents: 1, turns, run: (c: Contender, a: Asked[]) => closed(c, a, 32) },
    { name: '200/s', agents: 50, turns, run: (c: Contender, a: Asked[]) => paced(c, a, 200) },
    { name: '200/s, one agent', agents: 1, turns, run: (c: Contender, a: Asked[]) => paced(c, a, 200) },
  ]
  for (const contender of [product, byHand]) await closed(contender, await product.ask(200, 50), 16) // warm

  console.log(`Medians of ${pairs} alternating pairs; node ${process.version}; one answer a turn, fsync on.`)
  console.log('case               turn()/s  floor/s  ratio (min–max)     p99 ms  floor p99  ratio')
  for (const { name, agents, turns: count, run } of pairs > 0 ? cases : []) {
    const results: { product: Measured; byHand: Measured }[] = []
    for (let pair = 0; pair < pairs; pair++) {
      const [a, b] = [await product.ask(count, agents), await product.ask(count, agents)]
      const first = pair % 2 === 0
      const one = await run(first ? product : byHand, a)
      const two = await run(first ? byHand : product, b)
      results.push(first ? { product: one, byHand: two } : { product: two, byHand: one })
    }
    const ratios = results.map((r) => r.product.rate / r.byHand.rate)
    const late = results.map((r) => r.product.p99 / r.byHand.p99)
    const cell = (n: number, width: number, digits = 0) => n.toFixed(digits).padStart(width)
    console.log(
      name.padEnd(18),
      cell(median(results.map((r) => r.product.rate)), 8),
      cell(median(results.map((r) => r.byHand.rate)), 8),
      `${cell(median(ratios), 6, 2)} (${Math.min(...ratios).toFixed(2)}–${Math.max(...ratios).toFixed(2)})`,
      cell(median(results.map((r) => r.product.p99)), 9, 1),
      cell(median(results.map((r) => r.byHand.p99)), 10, 1),
      cell(median(late), 6, 2),
    )
  }

  const [single] = await product.ask(1, 1)
  if (single) {
    await product.drain()
    const before = product.waits()
    await product.rate(single)
    console.log(`waits for the database in one ordinary answer: ${product.waits() - before}`)
    await product.drain()
  }
  await product.ask(4_500, 50)
  await product.close()
  await byHand.close()

  const child = fileURLToPath(new URL('memory.js', import.meta.url))
  const peak = (which: string): number => {
    const { stdout } = spawnSync(process.execPath, [child, which, server.url], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    return Number(stdout)
  }
  const [heavy, light] = [peak('ours'), peak('floor')]
  console.log(
    `peak memory of a child after 2,000 answers: turn() ${heavy} MB, floor ${light} MB, ${heavy - light} MB more`,
  )
  await scoreTimes(server.url, Number(values.rounds))
  textRates()
}
