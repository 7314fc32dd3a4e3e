import { expect, onTestFinished, test } from 'vitest'
import { alone } from '../../src/store/alone.ts'
import { withClient } from '../chaos/sound.ts'
import { freshDatabase } from '../database.ts'

/** A process that does something that only one may do. */
function process(url: string, name: string, doing: Set<string>, me: string) {
  const stopping = new AbortController()
  const errors: unknown[] = []
  const ended = alone({
    url,
    name,
    stop: stopping.signal,
    onError: (error) => errors.push(error),
    async work(signal) {
      doing.add(me)
      await new Promise((over) => signal.addEventListener('abort', over, { once: true }))
      doing.delete(me)
    },
  })
  return {
    errors,
    stop() {
      stopping.abort()
      return ended
    },
  }
}

test('one of several does it; when it stops, or its connection is cut, another takes over', async () => {
  const { url, drop } = await freshDatabase()
  onTestFinished(drop)
  const doing = new Set<string>()
  const a = process(url, 'telegram', doing, 'a')
  await expect.poll(() => [...doing], { interval: 10 }).toEqual(['a'])
  const b = process(url, 'telegram', doing, 'b')
  const other = new Set<string>()
  const c = process(url, 'something else', other, 'c')
  await expect.poll(() => [...other], { interval: 10 }).toEqual(['c'])
  expect([...doing]).toEqual(['a'])
  await a.stop()
  await expect.poll(() => [...doing], { interval: 10, timeout: 10_000 }).toEqual(['b'])

  const again = process(url, 'telegram', doing, 'a')
  await expect.poll(() => waiting(url), { interval: 20 }).toBe(3)
  await withClient(url, (client) =>
    client.query(
      'select pg_terminate_backend(pid) from pg_locks where locktype = $1 and objid::bigint = (hashtext($2)::bigint & 4294967295)',
      ['advisory', 'telegram'],
    ),
  )
  await expect.poll(() => doing.size, { interval: 1 }).toBe(0)
  await expect.poll(() => doing.size, { interval: 10, timeout: 10_000 }).toBe(1)
  await Promise.all([again.stop(), b.stop(), c.stop()])
  expect([...doing, ...other]).toEqual([])
  expect([...a.errors, ...b.errors, ...c.errors, ...again.errors]).toEqual([])
})

const waiting = (url: string): Promise<number> =>
  withClient(url, async (client) => {
    const { rows } = await client.query<{ count: number }>(
      "select count(*)::int as count from pg_stat_activity where datname = current_database() and application_name like 'afterword %'",
    )
    return rows[0]?.count ?? 0
  })
