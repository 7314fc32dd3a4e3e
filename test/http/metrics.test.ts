import { expect, onTestFinished, test } from 'vitest'
import { createMetrics } from '../../src/http/metrics.ts'
import { createHttp } from '../../src/http/server.ts'

test('while the record is away all else is told, and nothing of what is in it', async () => {
  let isAway = false
  const backlog = async () => {
    if (isAway) throw new Error('ECONNREFUSED')
    return { due: 3, later: 0, dead: 0, failed: 0, oldest: 7 }
  }
  const server = createHttp(() => undefined)
  onTestFinished(server.close)
  const metrics = createMetrics(backlog, () => null)
  metrics.received('web', 'retry', 0.1)
  metrics.route(server.http)
  const port = await server.listen('127.0.0.1', 0)
  const read = async () => (await fetch(`http://127.0.0.1:${port}/metrics`)).text()
  expect(await read()).toContain('afterword_outbox_rows{state="due"} 3')
  isAway = true
  const told = await read()
  expect(told).toContain('afterword_inbound_total{channel="web",outcome="retry"} 1')
  expect(told).not.toMatch(/^afterword_outbox_(rows|oldest)/m)
})
