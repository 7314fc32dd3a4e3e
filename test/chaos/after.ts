/** What is promised after the chaos, whatever it was that was killed. */
import type pg from 'pg'
import { expect } from 'vitest'
import { openDatabase } from '../../src/store/database.ts'
import { recountAll } from '../../src/store/recount.ts'
import { freshDatabase } from '../database.ts'
import type { Chat } from './chat.ts'
import type { Crowd } from './crowd.ts'
import type { Line } from './line.ts'
import { createReader } from './reader.ts'
import { replay } from './replay.ts'
import { faults, withClient } from './sound.ts'
import { stateOf } from './state.ts'
import type { Texter } from './texter.ts'

/** Everything that was acknowledged stands in the record, once, and nothing else does. */
export async function nothingLostOrDoubled(
  client: pg.Client,
  { customers, agents }: Pick<Crowd, 'customers' | 'agents'>,
  texters: Texter[] = [],
): Promise<void> {
  const chats = [...customers, ...agents, ...texters].map(({ chat }) => chat)
  const { rows: heard } = await client.query<{ said: string }>(
    `select conversation || ' ' || coalesce(content ->> 'token', content ->> 'text') as said from message where direction = 'in' order by 1`,
  )
  const sent = chats.flatMap(({ conversation, sent }) => sent.map((event) => `${conversation} ${event}`))
  expect(heard.map(({ said }) => said).sort()).toEqual(sent.sort())
  const { rows: reports } = await client.query<{ id: string }>('select id from interaction')
  expect(reports.map(({ id }) => id).sort()).toEqual(
    [...customers, ...texters].flatMap(({ reported }) => reported).sort(),
  )
  expect(await faults(client)).toEqual({})
}

/** Who followed a conversation through all of it has read the same as who reads it now, in the same order, and it is all there is. */
export async function everythingIsShown(client: pg.Client, line: Line, { customers, agents }: Crowd): Promise<void> {
  const { rows: shown } = await client.query<{ conversation: string; ids: string[] }>(
    `select conversation, array_agg(id order by seq) as ids from message where conversation like 'web:%' and ${VISIBLE} group by 1`,
  )
  const whole = async (chat: Chat) => {
    const known = shown.find(({ conversation }) => conversation === chat.conversation)?.ids ?? []
    const reader = createReader(line, chat.headers)
    await reader.until((read) => read.length >= known.length)
    reader.close()
    const { rows } = reader
    // Timers go on coming due while this reads: all there is, is all up to the last that was read, and no less than was there before.
    const { rows: all } = await client.query<{ id: string }>(UP_TO, [chat.conversation, rows.at(-1)?.id])
    expect(rows.map(({ id }) => id)).toEqual(all.map(({ id }) => id))
    expect(rows.map(({ id }) => id).slice(0, known.length)).toEqual(known)
    const followed = chat.reader.rows.slice(0, rows.length)
    expect(followed).toEqual(rows.slice(0, followed.length))
  }
  const left = [...customers, ...agents]
  const some = async () => {
    for (let each = left.pop(); each; each = left.pop()) await whole(each.chat)
  }
  await Promise.all(Array.from({ length: READERS }, some))
}

/** Counting the answers anew gives what was counted as they came. */
export async function countsAreTrue(url: string): Promise<void> {
  const database = openDatabase(url, { connections: 2, onError: () => undefined })
  const { answers, differences } = await recountAll(database, new Date().toISOString())
  await database.close()
  expect(answers).toBeGreaterThan(0)
  expect(differences).toBe(0)
}

/** The record is what it would be had the accepted events come one by one to a bot that nobody kills. */
export async function equalsReplay(client: pg.Client): Promise<void> {
  const { url, drop } = await freshDatabase()
  try {
    await withClient(url, async (fresh) => {
      const played = await replay(client, fresh, url)
      expect(Object.keys(played).sort()).toEqual(['interaction', 'message', 'timer'])
      const { rows } = await client.query(REACHED)
      console.info('replayed', played, rows[0])
      const [is, was] = [await stateOf(client), await stateOf(fresh)]
      for (const table of Object.keys(was)) expect(differing(is[table] ?? [], was[table] ?? []), table).toEqual([])
    })
  } finally {
    await drop()
  }
}

/** How far the chaos went. */
const REACHED = `select count(*)::int as tasks, count(*) filter (where jsonb_array_length(state -> 'facts') > 1)::int as of_two_answers,
  count(*) filter (where state ->> 'outcome' = 'confirmed')::int as put_right, count(*) filter (where (state ->> 'reopened')::int > 0)::int as reopened
  from task`

const VISIBLE = "(content ->> 'kind' not in ('form', 'press') or content ? 'label')"
const UP_TO = `select id from message where conversation = $1 and ${VISIBLE} and seq <= (select seq from message where id = $2) order by seq`

const SHOWN = 10
/** Conversations that are read anew at the same time. */
const READERS = 50

/** The first lines that only one of the two has. */
function differing(is: string[], was: string[]): string[] {
  const [there, here] = [new Set(is), new Set(was)]
  const lines = [
    ...is.filter((line) => !here.has(line)).map((line) => `record: ${line}`),
    ...was.filter((line) => !there.has(line)).map((line) => `replay: ${line}`),
    ...(is.length === was.length ? [] : [`${is.length} rows in the record, ${was.length} in the replay`]),
  ]
  return lines.sort((a, b) => a.slice(8).localeCompare(b.slice(8))).slice(0, SHOWN)
}
