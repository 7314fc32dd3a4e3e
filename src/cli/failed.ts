import { v7 } from 'uuid'
import { failedEvents } from '../store/inbound.ts'
import { timerRow } from '../store/outbox.ts'
import { put } from '../store/put.ts'
import { withRecord } from './record.ts'
import { says } from './says.ts'
import { wantedOf } from './wanted.ts'

export const list = (): Promise<void> =>
  withRecord(async (database) => {
    const [rows] = await database.run([failedEvents({})])
    for (const { id, at, channel, key, error } of rows) console.log([id, at, `${channel}:${key}`, error].join('  '))
    console.error(says('cli.failed', { count: rows.length }))
  })

/** A replay is a timer that is due now: the bot plays it as it plays everything else. */
export const replay = (ids: string[]): Promise<void> =>
  withRecord(async (database) => {
    const [rows] = await database.run([failedEvents({})])
    const wanted = wantedOf(rows, ids)
    const due = new Date().toISOString()
    const timers = wanted.map(({ id }) => timerRow(v7(), `failed:${id}`, 'replay', due, null))
    if (timers.length > 0) await database.run([put('outbox', timers)])
    console.log(says('cli.replayed', { count: timers.length }))
  })
