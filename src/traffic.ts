/** What people do becomes turns, and what turns leave is delivered. */
import { performance } from 'node:perf_hooks'
import type { Channel, Http } from './channel.ts'
import { allowance } from './fleet/budget.ts'
import { type Ground, instant } from './ground.ts'
import { createMetrics, type Metrics } from './http/metrics.ts'
import { createDeliverer } from './outbox/deliver.ts'
import type { pictureOf } from './picture/picture.ts'
import { shareOutbox } from './sharing.ts'
import { failure } from './store/failure.ts'
import { failedCount } from './store/inbound.ts'
import { backlog } from './store/outbox.ts'
import { createTurns, type Turns } from './turn/turn.ts'

/** What is measured of it, and what waits in the record. */
export const metricsOf = ({ database, fleet }: Ground): Metrics =>
  createMetrics(async () => {
    const now = instant()
    const [[rows], [failed]] = await database.run([backlog({ now }), failedCount({})])
    const { due = 0, later = 0, dead = 0, oldest = null } = rows ?? {}
    const waited = oldest === null ? 0 : (Date.parse(now) - Date.parse(oldest)) / 1_000
    return { due, later, dead, failed: failed?.count ?? 0, oldest: waited }
  }, fleet.connected)

/** The turns, and the delivery of what they leave in the outbox; each wakes the other. */
export function openTurns(
  { config, log, onError, ends, database, flows, fleet, staff }: Ground,
  channels: Map<string, Channel>,
  draw: ReturnType<typeof pictureOf>,
  metrics: Metrics,
) {
  const allowances = new Map(
    [...channels].map(([name, { capabilities }]) => [
      name,
      allowance(name, capabilities.budgets, fleet.ledger, (ms) => metrics.waited(name, ms / 1_000)),
    ]),
  )
  const turns = createTurns({
    database,
    setting: { config, flows, staff, channels },
    now: instant,
    nudge() {
      deliverer.nudge()
      tellOthers()
    },
    onFailure: (error, { channel }) =>
      log.error({ channel, error: failure(error) }, 'a turn failed; its event is kept'),
  })
  const deliverer = createDeliverer({
    database,
    channels,
    now: Date.now,
    allowed: async (channel, conversation) => allowances.get(channel)?.next(conversation),
    fire: turns.fire,
    undelivered: turns.undelivered,
    onError,
    draw,
    onDelivery: metrics.delivered,
  })
  const tellOthers = shareOutbox(fleet, deliverer.nudge)
  ends.push(async () => {
    const delivered = deliverer.stop()
    for (const { end } of allowances.values()) end()
    await delivered
  })
  return { turns, deliverer }
}

/** From now on what the channels hear is a turn. */
export async function startChannels(
  channels: Map<string, Channel>,
  http: Http,
  turns: Turns,
  metrics: Metrics,
  ends: Ground['ends'],
): Promise<void> {
  for (const channel of channels.values()) {
    ends.push(channel.stop)
    await channel.start(async (inbound) => {
      const began = performance.now()
      const receipt = await turns.receive(inbound)
      metrics.received(inbound.channel, receipt.outcome, (performance.now() - began) / 1_000)
      return receipt
    }, http)
  }
}
