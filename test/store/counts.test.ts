import fc from 'fast-check'
import { Kysely, PostgresDialect } from 'kysely'
import { DateTime } from 'luxon'
import pg from 'pg'
import { expect, onTestFinished, test } from 'vitest'
import type { FiguresRequest } from '../../src/scores/figures.ts'
import { type Slot, slots } from '../../src/scores/slots.ts'
import { COUNTERS } from '../../src/store/counters.ts'
import { addCounts, type CountChange, foldCounts } from '../../src/store/counts.ts'
import { openDatabase } from '../../src/store/database.ts'
import { figures } from '../../src/store/figures.ts'
import { folded } from '../../src/store/migrations/folded.ts'
import { spansOfCounts } from '../../src/store/migrations/spans.ts'
import { plain } from '../../src/store/prepare.ts'
import { LENGTHS, spansOf } from '../../src/store/spans.ts'
import { freshDatabase } from '../database.ts'

const day = (number: number) => new Date(Date.UTC(2024, 0, 1 + number)).toISOString().slice(0, 10)
const number = (at: string) => (Date.parse(at) - Date.UTC(2024, 0, 1)) / 86_400_000

const period = (days: number) =>
  fc.tuple(fc.nat(days), fc.nat(days)).map(([a, b]) => ({ from: day(Math.min(a, b)), to: day(Math.max(a, b)) }))

test('a period is made of few spans that follow one another, each on a multiple of its length', () => {
  fc.assert(
    fc.property(period(1_500), ({ from, to }) => {
      const spans = spansOf(from, to)
      let next = number(from)
      for (const { first, days } of spans) {
        expect(number(first)).toBe(next)
        expect(LENGTHS).toContain(days)
        expect((Date.parse(first) - Date.parse('0001-01-01')) / 86_400_000 / days).toSatisfy(Number.isInteger)
        next += days
      }
      expect(next).toBe(number(to) + 1)
      expect(spans.length).toBeLessThanOrEqual(16 + (number(to) - number(from)) / 81)
    }),
  )
  expect(Math.max(...Array.from({ length: 729 }, (_, at) => spansOf(day(at), day(at + 89)).length))).toBe(10)
})

test('days, weeks and months are those of the calendar, cut off at the ends of the period', () => {
  const iso = (at: DateTime) => at.toFormat('yyyy-MM-dd')
  fc.assert(
    fc.property(period(900), fc.constantFrom('day', 'week', 'month'), ({ from, to }, unit) => {
      const expected = new Map<string, Slot>()
      for (let at = from; at <= to; at = day(number(at) + 1)) {
        const first = iso(DateTime.fromISO(at, { zone: 'utc' }).startOf(unit))
        expected.set(first, { first, from: expected.get(first)?.from ?? at, to: at })
      }
      expect(slots(from, to, unit)).toEqual([...expected.values()])
    }),
  )
})

const DAYS = 200
const NAMES = {
  team: ['', 'refunds', 'billing'],
  agent: ['', 'anna', 'bo'],
  channel: ['web', 'chat'],
  flow: ['a', 'b'],
}

const change: fc.Arbitrary<CountChange> = fc.record({
  day: fc.nat(DAYS).map(day),
  team: fc.constantFrom(...NAMES.team),
  agent: fc.constantFrom(...NAMES.agent),
  channel: fc.constantFrom(...NAMES.channel),
  flow: fc.constantFrom(...NAMES.flow),
  metric: fc.constantFrom('csat', 'outcome'),
  index: fc.nat(10),
  // An answer that is changed takes back what it counted, days later.
  by: fc.constantFrom(1, 1, 2, 5, -1),
})

const some = (names: string[]) => fc.option(fc.subarray(names, { minLength: 1 }), { nil: undefined })
const request: fc.Arbitrary<FiguresRequest> = fc
  .record({
    metric: fc.constantFrom('csat' as const, 'outcome' as const),
    period: period(DAYS + 40),
    by: fc.constantFrom(null, 'team', 'agent', 'channel', 'flow', 'day', 'week', 'month'),
    filters: fc.record({
      team: some(NAMES.team),
      agent: some(NAMES.agent),
      channel: some(NAMES.channel),
      flow: some(NAMES.flow),
    }),
  })
  .map(({ metric, period: { from, to }, by, filters }) => ({
    metric,
    from,
    to,
    by,
    filters: Object.fromEntries(Object.entries(filters).filter(([, ids]) => ids !== undefined)),
  }))

/** What the changes add up to, one by one. */
function reckoned(changes: readonly CountChange[], { metric, from, to, by, filters }: FiguresRequest) {
  const found = new Map<string | null, number[]>()
  for (const one of changes) {
    const dimensions = ['team', 'agent', 'channel', 'flow'] as const
    const outside = dimensions.some((dimension) => filters[dimension]?.includes(one[dimension]) === false)
    if (one.metric !== metric || one.day < from || one.day > to || outside) continue
    const time = by === 'day' || by === 'week' || by === 'month' ? by : null
    const slot = time && slots(from, to, time).find((each) => each.from <= one.day && one.day <= each.to)?.first
    const group = by === null ? null : time ? (slot ?? '') : one[by as 'team']
    const values = found.get(group) ?? COUNTERS.map(() => 0)
    values[one.index] = (values[one.index] ?? 0) + one.by
    found.set(group, values)
  }
  return [...found]
    .filter(([, values]) => values.reduce((sum, count) => sum + count, 0) > 0)
    .map(([group, values]) => ({ group, values }))
}

const inOrder = (rows: { group: string | null; values: number[] }[]) =>
  rows.toSorted((a, b) => ((a.group ?? '') < (b.group ?? '') ? -1 : 1))

async function emptyRecord() {
  const fresh = await freshDatabase()
  const database = openDatabase(fresh.url, { connections: 1, onError: () => undefined })
  onTestFinished(async () => {
    await database.close()
    await fresh.drop()
  })
  return { url: fresh.url, database }
}

test('a record that was folded by days alone is brought to spans, and every question keeps its answer', async () => {
  const { url, database } = await emptyRecord()
  const db = new Kysely<unknown>({
    dialect: new PostgresDialect({ pool: new pg.Pool({ connectionString: url, max: 1 }) }),
  })
  await database.run([plain('drop table counts_folded, counts_agents')])
  await folded.up(db)
  const told = fc.sample(change, { numRuns: 300, seed: 1 })
  const half = told.length / 2
  const written = [addCounts(told.slice(0, half), 0), addCounts(told.slice(half), 16)].flatMap((each) => each ?? [])
  await database.run(written)
  await spansOfCounts.up(db)
  await db.destroy()
  const requests = fc.sample(request, { numRuns: 100, seed: 2 })
  const found = await database.run(requests.map(figures))
  requests.forEach((each, at) => {
    expect(inOrder(found[at] ?? []), JSON.stringify(each)).toEqual(inOrder(reckoned(told, each)))
  })
})

test('whatever is counted, taken back and folded in whatever order, every question is answered as if all were added up one by one', async () => {
  const { database } = await emptyRecord()
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.record({ changes: fc.array(change, { minLength: 1, maxLength: 12 }), fold: fc.boolean() }), {
        maxLength: 6,
      }),
      fc.array(request, { minLength: 8, maxLength: 8 }),
      async (told, requests) => {
        await database.run([plain('truncate counts, counts_folded, counts_agents')])
        for (const [at, { changes, fold }] of told.entries()) {
          const added = addCounts(changes, at % 3) // slot 0 is what a fold that was cut off leaves
          if (added) await database.run([added])
          if (fold) await foldCounts(database)
        }
        const found = await database.run(requests.map(figures))
        const changes = told.flatMap((each) => each.changes)
        requests.forEach((each, at) => {
          expect(inOrder(found[at] ?? []), JSON.stringify(each)).toEqual(inOrder(reckoned(changes, each)))
        })
      },
    ),
    { numRuns: 60 },
  )
})
