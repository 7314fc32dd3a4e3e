import type { Channel } from '../channel.ts'
import type { Database } from '../store/database.ts'
import type { Statement } from '../store/prepare.ts'
import { CHANNEL, capabilities } from './stage.ts'

/** The chat of a made-up past, for a bot that goes on from there: everything arrives and nobody answers, so nothing becomes a dead letter. */
export const sampleChannel: Channel = {
  name: CHANNEL,
  capabilities,
  start: async () => undefined,
  send: async () => ({ status: 'sent' }),
  stop: async () => undefined,
}

const ANYBODY: Statement = { name: '', text: 'select 1 from contact where channel = $1 limit 1', values: [CHANNEL] }

/** Whether the record is a made-up past. */
export async function holdsSample(database: Database): Promise<boolean> {
  const [found] = await database.run([ANYBODY])
  return found.length > 0
}
