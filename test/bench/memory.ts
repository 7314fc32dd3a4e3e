/** A child of the benchmark: answers 2,000 questions one way and prints the most memory it ever held, in MB. */
import pg from 'pg'
import type { Contender } from './contender.ts'
import { type Asked, CHANNEL } from './contender.ts'

const [, , which = 'ours', url = ''] = process.argv
const COUNT = 2_000

async function contender(): Promise<Contender> {
  if (which === 'floor') return (await import('./floor.ts')).floor(url)
  const product = await (await import('./ours.ts')).ours(url)
  return product
}

/** Customers whom the parent's product has asked and nobody has answered for. */
async function unanswered(): Promise<Asked[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const { rows } = await client.query(
    `select m.id as message, substr(m.conversation, ${CHANNEL.length + 2}) as customer from message m join dialog d on d.id = m.dialog_id
      where m.question = 'score' and m.edits is null and not exists (select 1 from answer a where a.dialog_id = d.id) limit ${COUNT}`,
  )
  await client.end()
  return rows
}

const asked = await unanswered()
const one = await contender()
let next = 0
await Promise.all(
  Array.from({ length: 32 }, async () => {
    for (let each = asked[next++]; each; each = asked[next++]) await one.rate(each)
  }),
)
await one.drain()
await one.close()
if (asked.length < COUNT) throw new Error(`only ${asked.length} customers were left to answer`)
process.stdout.write(String(Math.round(process.resourceUsage().maxRSS / 1_024)))
