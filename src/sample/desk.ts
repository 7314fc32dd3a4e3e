import type { Database } from '../store/database.ts'
import { lockCustomer } from '../store/people.ts'
import type { Statement } from '../store/prepare.ts'
import { put } from '../store/put.ts'
import type { Task } from '../store/tasks.ts'
import { OWNER, openDirectory } from '../turn/directory.ts'
import { derivedId, turnId } from '../turn/ids.ts'
import { show } from '../turn/show.ts'
import type { Setting } from '../turn/work.ts'
import { createWrites } from '../turn/writes.ts'
import { letters } from './post.ts'
import { capabilities } from './stage.ts'

const CHANNEL = 'web'

/** The newest of each state: all of a past would be a thousand cards. */
const NEWEST: Statement<Task> = {
  name: '',
  text: `select id, number, customer_id, status, team, assignee, state, opened_at
    from (select *, row_number() over (partition by status order by opened_at desc) as nth from task) t where nth <= 6 order by opened_at`,
  values: [],
}

/** Lays tasks of the sample on the desk of the owner, who leads every team here and was away while it was played. */
export async function fillDesk(database: Database, setting: Setting, at: string): Promise<void> {
  await database.run([
    put('staff', [{ ...OWNER, source: 'key' }], 'on conflict (id) do nothing'),
    put(
      'staff_identity',
      [{ channel: CHANNEL, user_id: OWNER.id, staff_id: OWNER.id, source: 'link' }],
      'on conflict (channel, user_id) do nothing',
    ),
  ])
  const { config } = setting
  const teams = Object.fromEntries(Object.entries(config.teams).map(([id, team]) => [id, { ...team, lead: OWNER.id }]))
  const desk: Setting = {
    ...setting,
    config: { ...config, teams },
    staff: await openDirectory(database, config.programme.locales[0] ?? 'en'),
    channels: new Map([[CHANNEL, { capabilities }]]),
  }
  const [tasks] = await database.run([NEWEST])
  const turn = turnId(at)
  let made = 0
  const id = () => derivedId(turn, ++made)
  for (const task of tasks) {
    const [[customer]] = await database.run([lockCustomer({ id: task.customer_id })])
    if (!customer) continue
    const writes = createWrites({ at, id })
    const work = { at, id, writes, spoken: new Map(), after: () => undefined, load: database.run }
    await show(desk, work, { task, customer, history: [], isNew: false, changed: true, notices: [] })
    const { transaction } = await database.begin([])
    await transaction.commit(writes.statements(transaction.slot))
  }
  await letters(database)
}
