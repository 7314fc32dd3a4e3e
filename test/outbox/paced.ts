import type { Channel, Delivery } from '../../src/channel.ts'

/**
 * A channel and what its budgets allow, on a clock that the test owns: a message waits by moving the clock to its turn, and the next
 * is let go when it has arrived. So nothing waits in earnest, and the platform sees exactly the pace that the budgets promise.
 */
export function paced(channel: Channel, clock: { now: number }) {
  const { budgets } = channel.capabilities
  const free = new Map<string, number>()
  /** What became of each attempt, by message. */
  const outcomes = new Map<string, Delivery['status'][]>()
  let turn = Promise.resolve()
  let arriving = Promise.resolve()
  let arrived = (): void => undefined

  async function take(conversation: string): Promise<undefined> {
    await arriving
    const key = conversation.slice(conversation.indexOf(':') + 1)
    const gates = budgets
      .filter(({ scope, prefix = '' }) => scope === 'channel' || key.startsWith(prefix))
      .map(({ scope, count, per }, n) => ({
        name: scope === 'conversation' ? `${n} ${key}` : scope,
        apart: Math.ceil(per / count),
      }))
    clock.now = Math.max(clock.now, ...gates.map(({ name }) => free.get(name) ?? 0))
    for (const { name, apart } of gates) free.set(name, clock.now + apart)
    return undefined
  }

  return {
    name: channel.name,
    capabilities: channel.capabilities,
    outcomes,
    /** The platform has what was sent last, and will not answer. */
    hung: (): void => arrived(),
    async send(...args: Parameters<Channel['send']>): Promise<Delivery> {
      const [, , { id }] = args
      arriving = new Promise((resolve) => {
        arrived = resolve
      })
      const mine = arrived
      const delivery = await channel.send(...args)
      mine()
      outcomes.set(id, [...(outcomes.get(id) ?? []), delivery.status])
      return delivery
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
