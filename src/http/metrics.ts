import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import type { Delivery, Http, Receipt } from '../channel.ts'

export interface Backlog {
  due: number
  later: number
  dead: number
  failed: number
  /** Seconds that the oldest due row has waited. */
  oldest: number
}

export type Metrics = ReturnType<typeof createMetrics>

/** What is measured of a running bot; docs/operations.md says what each figure means. */
export function createMetrics(backlog: () => Promise<Backlog>, connected: () => boolean | null) {
  const registry = new Registry()
  const registers = [registry]
  collectDefaultMetrics({ register: registry })
  const inbound = new Counter({
    name: 'afterword_inbound_total',
    help: 'Events received, by channel and outcome.',
    labelNames: ['channel', 'outcome'],
    registers,
  })
  const turn = new Histogram({
    name: 'afterword_turn_seconds',
    help: 'Time from the receipt of an event to its commit.',
    buckets: [0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5],
    registers,
  })
  const delivery = new Counter({
    name: 'afterword_delivery_total',
    help: 'Attempts to deliver a message, by channel and outcome.',
    labelNames: ['channel', 'status'],
    registers,
  })
  const waiting = new Gauge({
    name: 'afterword_outbox_rows',
    help: 'Rows of the outbox: due now, for later, dead letters; and events whose turn failed.',
    labelNames: ['state'],
    registers,
  })
  const oldest = new Gauge({
    name: 'afterword_outbox_oldest_seconds',
    help: 'How long the oldest due row has waited.',
    registers,
  })
  const budget = new Histogram({
    name: 'afterword_budget_wait_seconds',
    help: 'How long messages waited because the platform allows no more, by channel.',
    labelNames: ['channel'],
    buckets: [0.01, 0.1, 0.5, 1, 2, 5, 10, 30, 60],
    registers,
  })
  const fleet = new Gauge({
    name: 'afterword_fleet_connected',
    help: 'Whether this process reaches Redis (1) or not (0); absent without REDIS_URL.',
    registers,
  })
  fleet.remove()
  async function look(): Promise<void> {
    const reached = connected()
    if (reached !== null) fleet.set(Number(reached))
    const found = await backlog().catch(() => null)
    waiting.reset()
    oldest.remove()
    if (found === null) return // the record is away: what else is measured tells of it
    const { oldest: seconds, ...rows } = found
    for (const [state, count] of Object.entries(rows)) waiting.set({ state }, count)
    oldest.set(seconds)
  }
  return {
    received(channel: string, outcome: Receipt['outcome'], seconds: number) {
      inbound.inc({ channel, outcome })
      turn.observe(seconds)
    },
    waited: (channel: string, seconds: number) => budget.observe({ channel }, seconds),
    delivered: (channel: string, status: Delivery['status']) => delivery.inc({ channel, status }),
    route(http: Http) {
      http.on('GET', '/metrics', async () => {
        await look()
        const body = await registry.metrics()
        return new Response(body, { headers: { 'content-type': registry.contentType } })
      })
    },
  }
}
