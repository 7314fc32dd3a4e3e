import { type Agent, work } from './agent.ts'
import { type Customer, visit } from './customer.ts'
import { createDice } from './dice.ts'
import type { Line } from './line.ts'

/** Customers who come without a break until it is enough, and the agents who look after them. */
export interface Crowd {
  customers: Customer[]
  agents: Agent[]
  /** No more customers come. Resolves when everything that was sent is acknowledged. */
  end(): Promise<void>
  /** Rejects when the bot refuses somebody. */
  failure: Promise<never>
}

/** Customers who are served at the same time. */
const WORKERS = 60
const STAY = 0.3

/** `stay`: the share of customers who stay to hear whether it is put right. */
export async function gather(line: Line, seed: string, keys: Record<string, string>, stay = STAY): Promise<Crowd> {
  const agents = await Promise.all(Object.entries(keys).map(([name, key]) => work(line, seed, name, key)))
  const customers: Customer[] = []
  const staying: Customer[] = []
  const dice = createDice(seed)
  let over = false
  let made = 0

  async function serve(): Promise<void> {
    while (!over) {
      const customer = await visit(line, seed, `c${++made}`, () => over)
      customers.push(customer)
      if (dice.chance(stay)) staying.push(customer)
      else customer.chat.reader.close()
    }
  }
  const workers = Promise.all(Array.from({ length: WORKERS }, serve))
  const failure = Promise.race([
    workers.then(() => new Promise<never>(() => undefined)),
    ...agents.map((one) => one.failure),
  ])
  failure.catch(() => undefined)

  return {
    customers,
    agents,
    failure,
    async end() {
      over = true
      await Promise.race([workers, failure])
      for (const { idle } of agents) await idle()
      await Promise.all(staying.map(({ answer }) => answer()))
      for (const { idle } of agents) await idle()
      for (const { chat } of [...staying, ...agents]) chat.reader.close()
    },
  }
}
