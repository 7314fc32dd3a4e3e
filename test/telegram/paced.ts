import type { Capabilities, Channel } from '../../src/channel.ts'

/**
 * A channel and what its budgets allow, on a clock that the test owns: a message waits by moving the clock to its turn, and the next
 * is let go when it has arrived. So nothing waits in earnest, and the platform sees exactly the pace that the budgets promise.
 */
export function paced(channel: Channel, clock: { now: number }) {
  const { budgets } = channel.capabilities
  const free = new Map<string, number>()
  let turn = Promise.resolve()
  let arriving = Promise.resolve()

  async function take(conversation: string): Promise<undefined> {
    await arriving
    const gates = budgets.map(({ scope, count, per }) => ({
      name: scope === 'conversation' ? conversation : scope,
      apart: Math.ceil(per / count),
    }))
    clock.now = Math.max(clock.now, ...gates.map(({ name }) => free.get(name) ?? 0))
    for (const { name, apart } of gates) free.set(name, clock.now + apart)
    return undefined
  }

  return {
    capabilities: channel.capabilities satisfies Capabilities,
    send(...args: Parameters<Channel['send']>): ReturnType<Channel['send']> {
      const sent = channel.send(...args)
      arriving = sent.then(() => undefined)
      return sent
    },
    /** For the deliverer: one after another, each when the one before it has arrived. */
    allowed(_channel: string, conversation: string): Promise<undefined> {
      const mine = turn.then(() => take(conversation))
      // What was let go begins to be sent before the next is looked at.
      turn = mine.then(() => new Promise<void>((next) => setImmediate(next)))
      return mine
    },
  }
}
