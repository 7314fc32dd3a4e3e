import type { Selectable } from 'kysely'
import type { Outbound } from '../channel.ts'
import type { ChartMessage } from '../scores/chart/description.ts'
import { addCounts, type CountChange } from '../store/counts.ts'
import { lockConversations } from '../store/messages.ts'
import { cancelTimers, timerRow } from '../store/outbox.ts'
import type { Statement } from '../store/prepare.ts'
import { put } from '../store/put.ts'
import type { MessageTable, OutboxTable } from '../store/tables.ts'

type MessageRow = Omit<Selectable<MessageTable>, 'seq' | 'ref'>
type OutboxRow = Pick<
  Selectable<OutboxTable>,
  'id' | 'kind' | 'lane' | 'customer_id' | 'subject' | 'name' | 'due_at' | 'attempts'
>

/** Whom and what a message is about. */
export type About = Partial<Pick<MessageRow, 'customer_id' | 'dialog_id' | 'question' | 'task_id'>>

/** Order of locks: customer (and contact), dialog, task, facts, messages, outbox, counts. */
const ORDER = ['customer', 'dialog', 'task', 'fact'] as const

/** What a turn will write, gathered while it decides and sent in one batch. */
export function createWrites(turn: { at: string; id: () => string }) {
  const statements: Record<(typeof ORDER)[number], Statement[]> = { customer: [], dialog: [], task: [], fact: [] }
  const messages: MessageRow[] = []
  const outbox: OutboxRow[] = []
  const changes: CountChange[] = []
  const cancelled = new Map<string, string[]>()
  /** Conversations that a lock of ours does not yet cover: those of staff. */
  const shared = new Set<string>()

  return {
    add(kind: (typeof ORDER)[number], ...more: Statement[]) {
      statements[kind].push(...more)
    },
    count(change: CountChange) {
      changes.push(change)
    },
    /** Records what was received. @returns its id */
    received(conversation: string, content: MessageRow['content'], about: About = {}): string {
      const id = turn.id()
      messages.push(message(id, conversation, 'in', content, about))
      return id
    },
    /** Records a message and puts it in the outbox. @returns its id */
    send(
      conversation: string,
      content: Outbound | ChartMessage,
      about: About = {},
      to: 'customer' | 'staff' = 'customer',
    ): string {
      const id = turn.id()
      if (to === 'staff') shared.add(conversation)
      messages.push(message(id, conversation, 'out', content, about))
      outbox.push({
        id,
        kind: 'message',
        lane: conversation,
        customer_id: about.customer_id ?? null,
        subject: null,
        name: null,
        due_at: turn.at,
        attempts: 0,
      })
      return id
    },
    /** One timer of a name for each subject: a new one replaces the old. `fresh`: there cannot be an old one. */
    setTimer(subject: string, name: string, due: string, customer: string, fresh = false) {
      if (!fresh) cancelled.set(subject, [...(cancelled.get(subject) ?? []), name])
      const stale = outbox.findIndex((row) => row.subject === subject && row.name === name)
      if (stale >= 0) outbox.splice(stale, 1)
      outbox.push(timerRow(turn.id(), subject, name, due, customer))
    },
    cancelTimer(subject: string, name: string) {
      cancelled.set(subject, [...(cancelled.get(subject) ?? []), name])
      const stale = outbox.findIndex((row) => row.subject === subject && row.name === name)
      if (stale >= 0) outbox.splice(stale, 1)
    },
    /** True when something waits to be sent now. */
    get sends() {
      return outbox.some((row) => row.kind === 'message')
    },
    /** Everything in the order of locks. */
    statements(slot: number): Statement[] {
      const counts = addCounts(changes, slot)
      return [
        ...ORDER.flatMap((kind) => statements[kind]),
        ...(shared.size > 0 ? [lockConversations({ conversations: [...shared] })] : []),
        ...(messages.length > 0 ? [put('message', messages)] : []),
        ...[...cancelled].map(([subject, names]) => cancelTimers({ subject, names })),
        ...(outbox.length > 0 ? [put('outbox', outbox)] : []),
        ...(counts ? [counts] : []),
      ]
    },
  }

  function message(
    id: string,
    conversation: string,
    direction: 'in' | 'out',
    content: MessageRow['content'],
    about: About,
  ): MessageRow {
    return {
      id,
      conversation,
      direction,
      customer_id: about.customer_id ?? null,
      dialog_id: about.dialog_id ?? null,
      question: about.question ?? null,
      task_id: about.task_id ?? null,
      content,
      edits: 'edits' in content ? (content.edits ?? null) : null,
      at: turn.at,
    }
  }
}

export type Writes = ReturnType<typeof createWrites>
