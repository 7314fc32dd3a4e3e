import { deadLetters, revive } from '../store/outbox.ts'
import { withRecord } from './record.ts'

const MOST = 1_000

export const list = (): Promise<void> =>
  withRecord(async (database) => {
    const [rows] = await database.run([deadLetters({ limit: MOST })])
    for (const { id, kind, lane, name, dead_at, reason, attempts } of rows) {
      console.log([id, dead_at, kind === 'timer' ? `timer ${name}` : lane, `${attempts} attempts`, reason].join('  '))
    }
    console.error(`${rows.length} dead letters`)
  })

export const retry = (ids: string[]): Promise<void> =>
  withRecord(async (database) => {
    const [rows] = await database.run([deadLetters({ limit: MOST })])
    const wanted = ids.length > 0 ? ids : rows.map(({ id }) => id)
    const at = new Date().toISOString()
    const revived = await database.run(wanted.map((id) => revive({ id, at })))
    console.log(`${revived.flat().length} of ${wanted.length} are in the outbox again`)
  })
