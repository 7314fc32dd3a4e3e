import { type Selectable, sql } from 'kysely'
import type { Answer, DialogState } from '../engine/dialog.ts'
import { type Arg, prepare } from './prepare.ts'
import { put } from './put.ts'
import type { DialogTable, VerbatimTable } from './tables.ts'

export type Dialog = Selectable<DialogTable>
export type Verbatim = Selectable<VerbatimTable>

/** Where words typed in a conversation go: to the open dialog asked last, else to the dialog that was touched last. */
export const dialogOfConversation = prepare('dialog of conversation', (db, arg: Arg<{ conversation: string }>) =>
  db
    .selectFrom('dialog')
    .selectAll()
    .where('conversation', '=', arg('conversation'))
    .orderBy(sql`status = 'open'`, 'desc')
    .orderBy('touched_at', 'desc')
    .limit(1)
    .forUpdate(),
)

/** The dialog whose question a message put. */
export const dialogOfMessage = prepare('dialog of message', (db, arg: Arg<{ message: string }>) =>
  db
    .selectFrom('dialog')
    .selectAll()
    .where('id', '=', db.selectFrom('message').select('dialog_id').where('id', '=', arg('message')))
    .forUpdate(),
)

export const dialogById = prepare('dialog by id', (db, arg: Arg<{ id: string }>) =>
  db.selectFrom('dialog').selectAll().where('id', '=', arg('id')).forUpdate(),
)

/** Where it is still asked whether a task is put right. */
export const openChecksOf = prepare('open checks', (db, arg: Arg<{ task: string }>) =>
  db
    .selectFrom('dialog')
    .selectAll()
    .where('task_id', '=', arg('task'))
    .where('status', '=', 'open')
    .where(sql`state #>> '{subject,task}'`, '=', arg('task'))
    .orderBy('id')
    .forUpdate(),
)

/** Whether a customer, or whoever is in that conversation, who may turn out to be the same, is being asked. */
export const hasOpenDialog = prepare('open dialog', (db, arg: Arg<{ customer: string; conversation: string }>) =>
  db
    .selectFrom('dialog')
    .select('id')
    .where((eb) => eb.or([eb('customer_id', '=', arg('customer')), eb('conversation', '=', arg('conversation'))]))
    .where('status', '=', 'open')
    .limit(1),
)

export const updateDialog = prepare(
  'update dialog',
  (
    db,
    arg: Arg<{
      id: string
      status: DialogState['status']
      state: string
      prompts: string
      task_id: string | null
      touched_at: string
    }>,
  ) =>
    db
      .updateTable('dialog')
      .set({
        status: arg('status'),
        state: sql`${arg('state')}::jsonb`,
        prompts: sql`${arg('prompts')}::jsonb`,
        task_id: arg('task_id'),
        touched_at: arg('touched_at'),
      })
      .where('id', '=', arg('id')),
)

export const putAnswers = (
  rows: {
    dialog_id: string
    question: string
    customer_id: string
    metric: string | null
    value: number | null
    answer: Answer
    at: string
  }[],
) =>
  put(
    'answer',
    rows,
    'on conflict (dialog_id, question) do update set value = excluded.value, answer = excluded.answer, at = excluded.at',
  )

export const verbatimsByIds = prepare('verbatims', (db, arg: Arg<{ ids: string[] }>) =>
  db
    .selectFrom('verbatim')
    .selectAll()
    .where('id', '=', sql<string>`any(${arg('ids')}::uuid[])`)
    .orderBy('at')
    .orderBy('id'),
)
