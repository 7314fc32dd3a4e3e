import { join } from 'node:path'
import { token } from '../../src/channel.ts'
import { loadConfig } from '../../src/config.ts'
import { catalogue } from '../../src/flow/catalogue.ts'
import { flowFiles, loadFlows } from '../../src/flow/load.ts'
import { createDeliverer } from '../../src/outbox/deliver.ts'
import { root } from '../../src/root.ts'
import { openDatabase } from '../../src/store/database.ts'
import type { Statement } from '../../src/store/prepare.ts'
import { openDirectory } from '../../src/turn/directory.ts'
import { createTurns } from '../../src/turn/turn.ts'
import { capabilities } from '../capabilities.ts'
import { type Asked, CHANNEL, type Contender, connections } from './contender.ts'

/** The product: `turn()`, with the deliverer running to a channel that takes everything. */
export async function ours(url: string): Promise<Contender & { ask(count: number, agents: number): Promise<Asked[]> }> {
  const fail = (error: unknown) => {
    throw error
  }
  const database = openDatabase(url, { connections, onError: fail })
  const { flows } = loadFlows(flowFiles(join(root, 'flows')), root, 'en')
  const setting = {
    config: loadConfig({}, join(root, 'test/bench')),
    flows: catalogue(flows),
    staff: await openDirectory(database, 'en'),
    channels: new Map([[CHANNEL, { capabilities }]]),
  }
  const turns = createTurns({
    database,
    setting,
    now: () => new Date().toISOString(),
    nudge: () => deliverer.nudge(),
    onFailure: fail,
  })
  const deliverer = createDeliverer({
    database,
    channels: new Map([[CHANNEL, { capabilities, send: async () => ({ status: 'sent' as const }) }]]),
    now: Date.now,
    allowed: async () => undefined,
    fire: turns.fire,
    undelivered: turns.undelivered,
    onError: fail,
  })
  deliverer.start(1_000)
  let events = 0
  let customers = 0

  return {
    name: 'turn()',
    async rate({ customer, message }) {
      const from = { user: customer, address: { key: customer } }
      const receipt = await turns.receive({
        channel: CHANNEL,
        key: `o${process.pid}-${++events}`,
        from,
        body: { kind: 'press', token: token(message, '4') },
      })
      if (receipt.outcome !== 'done') throw new Error(`the turn ended as ${receipt.outcome}`)
    },
    drain: () => deliverer.drain(),
    waits: () => database.waits(),
    async close() {
      await deliverer.stop()
      await database.close()
    },
    /** New customers, each asked about a service of one of `agents` agents. */
    async ask(count, agents) {
      const names = Array.from({ length: count }, () => `${process.pid}-${++customers}`)
      for (let at = 0; at < count; at += 64) {
        await Promise.all(
          names.slice(at, at + 64).map((name, i) =>
            turns.ask({
              id: `i-${name}`,
              endedAt: new Date().toISOString(),
              customer: { id: name, channel: CHANNEL, address: name },
              agent: { id: `agent-${(at + i) % agents}`, name: 'Agent' },
              team: 'support',
            }),
          ),
        )
      }
      await deliverer.drain()
      const asked: Statement<{ id: string; conversation: string }> = {
        name: '',
        text: "select id, conversation from message where direction = 'out' and conversation = any($1)",
        values: [names.map((name) => `${CHANNEL}:${name}`)],
      }
      const [rows] = await database.run([asked])
      return rows.map(({ id, conversation }) => ({ customer: conversation.slice(CHANNEL.length + 1), message: id }))
    },
  }
}
