/** A bot with a record of its own before any channels: real turns, a real database, the real deliverer, a clock that the test drives. */
import { join } from 'node:path'
import type { Channel, Inbound, Receipt } from '../../src/channel.ts'
import { loadConfig } from '../../src/config.ts'
import { catalogue } from '../../src/flow/catalogue.ts'
import { flowFiles, loadFlows } from '../../src/flow/load.ts'
import { createDeliverer } from '../../src/outbox/deliver.ts'
import { root } from '../../src/root.ts'
import { type Database, openDatabase } from '../../src/store/database.ts'
import { syncStaff } from '../../src/store/staff.ts'
import { openDirectory } from '../../src/turn/directory.ts'
import { createTurns } from '../../src/turn/turn.ts'
import { freshDatabase } from '../database.ts'

export interface BotOptions {
  channels: Pick<Channel, 'name' | 'capabilities' | 'send'>[]
  /** Milliseconds since the epoch. */
  now: () => number
  allowed?: (channel: string, conversation: string) => Promise<undefined>
}

export type Bot = Awaited<ReturnType<typeof openBot>>

/** Teams and staff are those of test/turn/afterword.yaml; staff sit at the channel `test`. */
export async function openBot({ channels, now, allowed = async () => undefined }: BotOptions) {
  const fresh = await freshDatabase()
  const errors: unknown[] = []
  const onError = (error: unknown) => void errors.push(error)
  const database = openDatabase(fresh.url, { connections: 8, onError })
  const commits = { lost: 0 }
  const config = loadConfig({ AFTERWORD_CONFIG: join(root, 'test/turn/afterword.yaml') }, root)
  await syncStaff(database, config.staff)
  const { flows } = loadFlows(flowFiles(join(root, 'flows')), root, 'en')
  const named = new Map(channels.map((channel) => [channel.name, channel]))
  const setting = { config, flows: catalogue(flows), staff: await openDirectory(database, 'en'), channels: named }
  const turns = createTurns({
    database: losing(database, commits),
    setting,
    now: () => new Date(now()).toISOString(),
    nudge: () => undefined,
    onFailure: onError,
  })
  const { fire, undelivered } = turns
  const deliverer = createDeliverer({ database, channels: named, now, allowed, fire, undelivered, onError })
  const rows = async <Row = Record<string, unknown>>(text: string): Promise<Row[]> => {
    const [found] = await database.run([{ name: '', text, values: [] as unknown[] }])
    return JSON.parse(JSON.stringify(found))
  }
  return {
    database,
    turns,
    deliverer,
    errors,
    rows,
    receive: (inbound: Inbound): Promise<Receipt> => turns.receive(inbound),
    /** The next commit of an event is done, and nobody learns of it. */
    loseCommit(): void {
      commits.lost = 1
    },
    /** The server dies to the next event while it commits, and nothing of it is stored. */
    async cutCommit(): Promise<void> {
      await rows(CUT)
      await rows("select setval('cut', -2)")
    },
    async close(): Promise<void> {
      await deliverer.stop()
      await database.close()
      await fresh.drop()
    },
  }
}

/** A sequence counts outside transactions: while it is below zero, whoever commits an event loses the connection over it. */
const CUT = `do $do$ begin
  if to_regclass('cut') is null then
    create sequence cut minvalue -10;
    create function cut() returns trigger language plpgsql as $$ begin
      if nextval('cut') < 0 then perform pg_terminate_backend(pg_backend_pid()), pg_sleep(1); end if;
      return null;
    end $$;
    create constraint trigger cut after insert on inbound_key deferrable initially deferred
      for each row execute function cut();
  end if;
end $do$`

function losing(database: Database, commits: { lost: number }): Database {
  return {
    ...database,
    async begin(statements) {
      const { transaction, rows } = await database.begin(statements)
      async function commit(more: Parameters<typeof transaction.commit>[0]): Promise<void> {
        await transaction.commit(more)
        if (commits.lost-- > 0) throw Object.assign(new Error('the answer is lost'), { code: 'ECONNRESET' })
      }
      return { transaction: { ...transaction, commit }, rows }
    },
  }
}
