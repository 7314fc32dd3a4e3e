import { expect, test } from 'vitest'
import { healthRoutes } from '../../src/http/health.ts'

/** The answer at `/readyz`, of a process that misses one thing and does without others. */
async function ready(missing: string | null, without: string[]): Promise<unknown> {
  const handlers = new Map<string, (request: Request) => Response | Promise<Response>>()
  healthRoutes(
    { on: (_, path, handle) => void handlers.set(path, handle) },
    async () => missing,
    () => without,
  )
  const response = await handlers.get('/readyz')?.(new Request('http://bot.example/readyz'))
  return [response?.status, await response?.json()]
}

test('without the record a process takes nothing; without Redis it does, and says so', async () => {
  expect(await ready(null, [])).toEqual([200, { status: 'ready' }])
  expect(await ready(null, ['redis'])).toEqual([200, { status: 'ready', degraded: ['redis'] }])
  expect(await ready('database', ['redis'])).toEqual([503, { status: 'not ready', missing: 'database' }])
})
