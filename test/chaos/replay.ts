import { join } from 'node:path'
import type pg from 'pg'
import { triggerSchema } from '../../src/asking/trigger.ts'
import { type Inbound, type InboundBody, readToken, token } from '../../src/channel.ts'
import { loadConfig } from '../../src/config.ts'
import { catalogue } from '../../src/flow/catalogue.ts'
import { flowFiles, loadFlows } from '../../src/flow/load.ts'
import { createDeliverer } from '../../src/outbox/deliver.ts'
import { root } from '../../src/root.ts'
import { openDatabase } from '../../src/store/database.ts'
import type { Due } from '../../src/store/outbox.ts'
import { syncStaff } from '../../src/store/staff.ts'
import type { InMessage } from '../../src/store/tables.ts'
import { openDirectory } from '../../src/turn/directory.ts'
import { createTurns } from '../../src/turn/turn.ts'
import { capabilities } from '../capabilities.ts'
import { journal } from './journal.ts'
import { idOf, namesOf } from './state.ts'

export const CONFIG = join(root, 'test/chaos/afterword.yaml')

/** What was to be sent in hours goes out at once at the end. */
const CONNECTIONS = 32
const PATIENCE = 300_000

const CHANNELS = ['web', 'telegram']

/** Plays what the record of `client` says was accepted, once, in its order and at its instants, into the empty record of `fresh` at `url`. @returns how many of each kind */
export async function replay(client: pg.Client, fresh: pg.Client, url: string): Promise<Record<string, number>> {
  const errors: unknown[] = []
  const database = openDatabase(url, {
    connections: CONNECTIONS,
    patience: PATIENCE,
    onError: (error) => errors.push(error),
  })
  const config = loadConfig({ AFTERWORD_CONFIG: CONFIG }, root)
  await syncStaff(database, config.staff)
  let now = ''
  let last = 0
  const setting = {
    config,
    flows: catalogue(loadFlows(flowFiles(join(root, 'flows')), root, 'en').flows),
    staff: await openDirectory(database, 'en'),
    channels: new Map(CHANNELS.map((name) => [name, { capabilities }])),
  }
  const turns = createTurns({
    database,
    setting,
    now: () => now,
    nudge: () => undefined,
    onFailure: (error) => errors.push(error),
  })
  const played: Record<string, number> = {}
  const named = await namesOf(client)
  const here = (id: string) => idOf(fresh, named.get(id) ?? '')

  for (const { kind, id, at } of await journal(client)) {
    now = at.toISOString()
    last = Math.max(last, at.getTime()) // turns of different customers may have overtaken each other
    played[kind] = (played[kind] ?? 0) + 1
    if (kind === 'interaction') {
      const { rows } = await client.query<{ body: unknown }>('select body from interaction where id = $1', [id])
      await turns.ask(triggerSchema.parse(rows[0]?.body))
    } else if (kind === 'message') {
      const receipt = await turns.receive(await inbound(id))
      if (receipt.outcome !== 'done') errors.push(`a message was ${receipt.outcome}`)
    } else {
      const [subject = '', name = ''] = id.split(' ')
      const dialog = await here(subject.slice('dialog:'.length))
      const { rows } = await fresh.query<Due>('select * from outbox where subject = $1 and name = $2', [
        `dialog:${dialog}`,
        name,
      ])
      if (rows[0]) await turns.fire(rows[0])
      else errors.push(`${name} fired, and is not set`)
    }
  }
  const deliverer = createDeliverer({
    database,
    channels: new Map(
      CHANNELS.map((name) => [name, { capabilities, send: async () => ({ status: 'sent' as const }) }]),
    ),
    now: () => last,
    allowed: async () => undefined,
    fire: async (timer) => void errors.push(`a ${timer.name} was not in the record`),
    undelivered: turns.undelivered,
    onError: (error) => errors.push(error),
  })
  await deliverer.drain()
  await database.close()
  if (errors.length === 0) return played
  throw new Error(`the replay failed: ${errors.slice(0, 3).join('; ')}`)

  async function inbound(id: string): Promise<Inbound> {
    const { rows } = await client.query<Heard>(
      'select conversation, content, locale, name from message m join customer c on c.id = m.customer_id where m.id = $1',
      [id],
    )
    const [heard] = rows
    if (!heard) throw new Error('a message of nobody')
    const [channel = ''] = heard.conversation.split(':')
    const key = heard.conversation.slice(channel.length + 1)
    const { locale, name } = heard
    const known = setting.staff.byIdentity(channel, key) ? {} : { ...(locale && { locale }), ...(name && { name }) }
    const from = { user: key, address: { key }, ...known }
    return { channel, key: id, from, body: await bodyOf(heard.content) }
  }

  /** A press goes to the message that stands in the place of the one that was pressed. */
  async function bodyOf(content: InMessage): Promise<InboundBody> {
    switch (content.kind) {
      case 'press':
        return { kind: 'press', token: await moved(content.token) }
      case 'form':
        return { ...content, token: await moved(content.token) }
      default:
        return content
    }
  }

  async function moved(pressed: string): Promise<string> {
    const { message = '', choice = '' } = readToken(pressed) ?? {}
    return token(await here(message), choice)
  }
}

interface Heard {
  conversation: string
  content: InMessage
  locale: string | null
  name: string | null
}
