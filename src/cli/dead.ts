import { deadLetters, revive } from '../store/outbox.ts'
import { withRecord } from './record.ts'
import { says } from './says.ts'
import { wantedOf } from './wanted.ts'

export const list = (): Promise<void> =>
  withRecord(async (database) => {
    const [rows] = await database.run([deadLetters({})])
    for (const { id, kind, lane, name, dead_at, reason, attempts } of rows) {
      const what = kind === 'timer' ? says('cli.dead_timer', { name: name ?? '' }) : lane
      console.log([id, dead_at, what, says('cli.dead_attempts', { count: attempts }), reason].join('  '))
    }
    console.error(says('cli.dead', { count: rows.length }))
  })

export const retry = (ids: string[]): Promise<void> =>
  withRecord(async (database) => {
    const [rows] = await database.run([deadLetters({})])
    const wanted = wantedOf(rows, ids)
    const at = new Date().toISOString()
    const [revived] = await database.run([revive({ ids: wanted.map(({ id }) => id), at })])
    console.log(says('cli.revived', { count: revived.length, wanted: wanted.length }))
  })
