/**
 * The words of a follow-up task: what somebody on the staff has to put right with a customer. Plain JSON, stored as it is.
 *
 *   facts      what a dialog has told so far that matters for a task; ids and values only, never words.
 *   rule       an owner's "when this, open a task like that".
 *   audience   the members of staff who see the task's card.
 */
import type { Immediate } from '../channel.ts'
import type { Locale } from '../locale.ts'
import type { Signal } from '../text/analyze.ts'

export interface Facts {
  dialog: string
  interaction: string | null
  ratings: { metric: string; value: number }[]
  sentiment: 'negative' | 'neutral' | 'positive' | null
  themes: string[]
  signals: Signal[]
  /** May we contact you: the customer's answer, null when not asked or not answered. */
  mayContact: boolean | null
  verbatims: string[]
  team: string | null
  /** Who is credited with the service. */
  agent: string | null
  segment: string | null
}

export type Severity = 'normal' | 'high' | 'urgent'

/** waiting: resolved, and the customer was asked whether it is put right. */
export type TaskStatus = 'open' | 'claimed' | 'contacted' | 'waiting' | 'closed'

/**
 * How a task ended. unconfirmed: the customer did not answer the check. contact_declined: the customer wanted no contact, so no check.
 * joined: it came up again while the customer had another one open, and goes on there.
 */
export type TaskOutcome = 'confirmed' | 'unconfirmed' | 'contact_declined' | 'joined'

export interface TaskState {
  /** The number people say: #12. */
  number: number
  status: TaskStatus
  severity: Severity
  facts: Facts[]
  team: string | null
  assignee: string | null
  openedAt: string
  /** When the customer must have been contacted, when it must be resolved. */
  contactDue: string
  resolveDue: string
  contactedAt: string | null
  resolvedAt: string | null
  closedAt: string | null
  snoozedUntil: string | null
  /** `by`: the staff id of who resolved it last. */
  resolution: { by: string; cause: string; action: string; note: string } | null
  reopened: number
  outcome: TaskOutcome | null
  /** False once any of its dialogs said no to being contacted. */
  mayContact: boolean
}

export interface Member {
  id: string
  name: string
  roles: ('agent' | 'lead' | 'manager' | 'admin')[]
  teams: string[]
  locale: Locale
}

/** `by` is a staff id; `at` the instant of receipt. */
export type TaskEvent =
  | { kind: 'open'; at: string; number: number; facts: Facts }
  /** More is known: a second bad answer of the same customer, later words of a dialog it already has. `calls`: these want somebody to act. */
  | { kind: 'add'; at: string; facts: Facts; calls?: boolean }
  /** A closed task of the same customer would open again: it goes on in this one. `number` is that of the other task. */
  | { kind: 'join'; at: string; facts: Facts; number: number }
  | { kind: 'joined'; at: string; number: number }
  | { kind: 'press'; at: string; by: string; choice: string }
  | { kind: 'form'; at: string; by: string; choice: string; values: Record<string, string> }
  /** The customer's answer to "is it put right?"; null when none came in time. */
  | { kind: 'checked'; at: string; right: boolean | null; verbatims: string[] }
  /** The customer answers what was written to them; `text` is masked. */
  | { kind: 'heard'; at: string; verbatim: string; text: string }
  /** What was written to the customer at `sentAt` will never arrive. */
  | { kind: 'undelivered'; at: string; sentAt: string }
  /** Whoever had it is not here any more: off the staff, or where nothing reaches them. */
  | { kind: 'left'; at: string; who: string }
  | { kind: 'timer'; at: string; name: TaskTimer }

export type TaskTimer = 'contact_due' | 'resolve_due' | 'wake'

export type TaskEffect =
  /** The task changed: every card of it is shown anew to its audience. */
  | { kind: 'card' }
  /** A line of the task's history; `what` is a word id suffix, `values` its arguments (ids and numbers, no customers' words). */
  | { kind: 'history'; what: string; by: string | null; values: Record<string, string | number> }
  /** Ask the customer whether it is put right. `note` is the agent's word to the customer, shown before the question. */
  | { kind: 'check'; note: string }
  /** Words of a member of staff to the customer. */
  | { kind: 'tell'; by: string; text: string }
  /** Show the one who pressed what was said in the customer's conversation. */
  | { kind: 'transcript' }
  /** A line to the audience beside the card: overdue, re-opened, handed over. */
  | { kind: 'notify'; what: string; to: string[]; values: Record<string, string | number> }
  | { kind: 'timer.set'; name: TaskTimer; at: string }
  | { kind: 'timer.cancel'; name: TaskTimer }
  /** Only to the one who pressed, inside the request. */
  | { kind: 'immediate'; immediate: Immediate }

export interface TaskStep {
  state: TaskState
  effects: TaskEffect[]
}
