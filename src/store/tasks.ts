import { type Selectable, sql } from 'kysely'
import { type Arg, prepare } from './prepare.ts'
import type { TaskEventTable, TaskTable } from './tables.ts'

export type Task = Selectable<TaskTable>
export type TaskEventRow = Omit<Selectable<TaskEventTable>, 'seq'>

export const taskById = prepare('task by id', (db, arg: Arg<{ id: string }>) =>
  db.selectFrom('task').selectAll().where('id', '=', arg('id')).forUpdate(),
)

export const taskOfMessage = prepare('task of message', (db, arg: Arg<{ message: string }>) =>
  db
    .selectFrom('task')
    .selectAll()
    .where('id', '=', db.selectFrom('message').select('task_id').where('id', '=', arg('message')))
    .forUpdate(),
)

/** One customer has at most one open task. */
export const openTaskOf = prepare('open task', (db, arg: Arg<{ customer: string }>) =>
  db
    .selectFrom('task')
    .selectAll()
    .where('customer_id', '=', arg('customer'))
    .where('status', '<>', 'closed')
    .orderBy('number')
    .limit(1)
    .forUpdate(),
)

export const nextNumber = prepare('next task number', (db, _: Arg<object>) =>
  db.selectNoFrom(sql<number>`nextval('task_number')`.as('number')),
)

export const historyOf = prepare('history of task', (db, arg: Arg<{ task: string }>) =>
  db.selectFrom('task_event').selectAll().where('task_id', '=', arg('task')).orderBy('seq'),
)

export const updateTask = prepare(
  'update task',
  (
    db,
    arg: Arg<{
      id: string
      status: Task['status']
      team: string | null
      assignee: string | null
      state: string
    }>,
  ) =>
    db
      .updateTable('task')
      .set({
        status: arg('status'),
        team: arg('team'),
        assignee: arg('assignee'),
        state: sql`${arg('state')}::jsonb`,
      })
      .where('id', '=', arg('id')),
)

/** Whether a message is a card, also one that is erased and stands there still. */
export const IS_CARD = sql<boolean>`coalesce(content ->> 'was', content ->> 'kind') = 'card'`

/** Puts the most urgent task first. */
export const SEVERITY = sql<number>`case task.state ->> 'severity' when 'urgent' then 0 when 'high' then 1 else 2 end`

/** When a task is next due, as `wanted` says it in src/task/timers.ts: resolved, and before that contacted. */
const DUE = sql<string | null>`case when status in ('open', 'claimed', 'contacted') then least(
  (state ->> 'resolveDue')::timestamptz,
  case when status <> 'contacted' and state ->> 'contactedAt' is null and (state ->> 'mayContact')::boolean
    then (state ->> 'contactDue')::timestamptz end
) end`

type Wanted = { limit: number; assignee: string | null; team: string | null; dueBy: string | null }

/** Tasks that are not closed, the most urgent first: of an assignee, of a team, due by then, or (null) all. */
export const openTasks = prepare('open tasks', (db, arg: Arg<Wanted>) =>
  db
    .selectFrom('task')
    .select(['id', 'number', 'state'])
    .select(sql<number>`count(*) over ()`.as('all'))
    .where('status', '<>', 'closed')
    .where(({ or, eb }) =>
      or([sql<boolean>`${arg('assignee')}::text is null`, eb(sql`state ->> 'assignee'`, '=', arg('assignee'))]),
    )
    .where(({ or, eb }) => or([sql<boolean>`${arg('team')}::text is null`, eb('team', '=', arg('team'))]))
    .where(({ or }) =>
      or([sql<boolean>`${arg('dueBy')}::timestamptz is null`, sql<boolean>`${DUE} <= ${arg('dueBy')}::timestamptz`]),
    )
    .orderBy(SEVERITY)
    .orderBy('opened_at')
    .limit(arg('limit')),
)

/** Tasks that are not closed and wait for a member of staff. */
export const heldBy = prepare('tasks held by', (db, arg: Arg<{ staff: string }>) =>
  db
    .selectFrom('task')
    .select(['id', 'customer_id'])
    .where('status', '<>', 'closed')
    .where('assignee', '=', arg('staff')),
)

/** The same that wait for somebody who is no longer staff. */
export const heldByNobody = prepare('tasks held by nobody', (db, _: Arg<object>) =>
  db
    .selectFrom('task')
    .select(['id', 'customer_id', 'assignee'])
    .where('status', '<>', 'closed')
    .where('assignee', 'not in', (staff) => staff.selectFrom('staff').select('id')),
)

/** The same of those of which no card stands in a conversation: one that could not be delivered stands nowhere. */
export const unseenTasks = prepare('unseen tasks', (db, arg: Arg<{ conversation: string; limit: number }>) =>
  db
    .selectFrom('task')
    .select(['id', 'customer_id', 'state'])
    .where('status', '<>', 'closed')
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('message')
            .select('message.id')
            .whereRef('message.task_id', '=', 'task.id')
            .where('message.conversation', '=', arg('conversation'))
            .where(IS_CARD)
            .where(({ not, exists, selectFrom }) =>
              not(
                exists(
                  selectFrom('outbox')
                    .select('outbox.id')
                    .whereRef('outbox.id', '=', 'message.id')
                    .where('outbox.dead_at', 'is not', null),
                ),
              ),
            ),
        ),
      ),
    )
    .orderBy(SEVERITY)
    .orderBy('opened_at')
    .limit(arg('limit')),
)
