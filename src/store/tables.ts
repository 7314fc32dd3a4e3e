/** The record, table by table, as the migrations leave it; a test holds the two together. Instants are ISO 8601 strings, days `yyyy-mm-dd`. */
import type { ColumnType, Generated } from 'kysely'
import type { Trigger } from '../asking/trigger.ts'
import type { Address, Inbound, Json, Outbound } from '../channel.ts'
import type { Answer, DialogState } from '../engine/dialog.ts'
import type { Flow } from '../flow/schema.ts'
import type { ChartMessage } from '../scores/chart/description.ts'
import type { TaskState } from '../task/task.ts'
import type { Analysis } from '../text/analyze.ts'
import type { CountsAgentsTable, CountsFoldedTable, CountsTable } from './counters.ts'

/** Written as JSON text, read back as a value. */
type Jsonb<T> = ColumnType<T, T, T>

export interface CustomerTable {
  id: string
  external_id: string | null
  name: string | null
  segment: string | null
  locale: string | null
  opted_out: boolean
  last_asked_at: string | null
  created_at: string
  erased_at: string | null
  /** The task about which somebody wrote to them last, and when: what they say next is an answer to it. */
  talk_task: string | null
  talk_at: string | null
}

export interface ContactTable {
  channel: string
  address_key: string
  customer_id: string
  address: Jsonb<Address>
  locale: string | null
  state: 'reachable' | 'blocked'
  at: string
}

export interface ConsentTable {
  id: string
  customer_id: string
  dialog_id: string | null
  purpose: 'contact' | 'survey'
  given: boolean
  /** The flow and version whose text was shown. */
  text_version: string
  at: string
}

export interface StaffTable {
  id: string
  name: string
  roles: string[]
  teams: string[]
  locale: string | null
  /** file: from afterword.yaml, and gone when it leaves it. key: made by a key for the web page. */
  source: 'file' | 'key'
  /** What the member's sessions on the web page bear; a session with another word is over. */
  session: Generated<string>
}

export interface StaffIdentityTable {
  channel: string
  user_id: string
  staff_id: string
  /** file: from afterword.yaml, and gone when it leaves it. link: the person said so themselves, by a code or a key. */
  source: 'file' | 'link'
  /** As their platform last told it, where it tells more than the id. */
  address: Jsonb<Address> | null
}

export interface StaffKeyTable {
  hash: string
  staff_id: string
  expires_at: string
}

/** What teams and credited agents are called; kept when they leave, so that no report goes empty. */
export interface LabelTable {
  kind: 'team' | 'agent'
  id: string
  name: string
}

export interface InteractionTable {
  id: string
  customer_id: string
  case_id: string | null
  ended_at: string
  received_at: string
  day: string
  channel: string
  team: string | null
  /** Who is credited, frozen when the service ended. */
  agent: string | null
  topic: string | null
  /** The trigger's body as accepted; a repeat is compared with it. */
  body: Jsonb<Trigger>
}

/** Waits for a customer to open a conversation by a link, on a channel where the bot cannot write first. */
export interface BindingTable {
  token: string
  customer_id: string
  interaction_id: string
  at: string
}

export interface DecisionTable {
  interaction_id: string
  customer_id: string
  asked: boolean
  /** The rule that asked, or why not. */
  reason: string
  detail: Jsonb<Record<string, string | number>>
  flow: string | null
  at: string
}

export interface DialogTable {
  id: string
  customer_id: string
  channel: string
  conversation: string
  interaction_id: string | null
  /** The task that this dialog feeds; for a check, the one it asks about. */
  task_id: string | null
  flow: string
  version: number
  status: DialogState['status']
  state: Jsonb<DialogState>
  /** Question → the id of the message that put it last. */
  prompts: Jsonb<Record<string, string>>
  day: string
  team: string | null
  agent: string | null
  segment: string | null
  opened_at: string
  touched_at: string
}

export interface AnswerTable {
  dialog_id: string
  question: string
  customer_id: string
  metric: string | null
  value: number | null
  answer: Jsonb<Answer>
  at: string
}

export type InMessage = Inbound['body'] | { kind: 'press'; token: string; label: string }

export interface MessageTable {
  id: string
  seq: Generated<number>
  conversation: string
  direction: 'in' | 'out'
  /** Whom it is about, also where a member of staff is the reader: erasure goes by it. */
  customer_id: string | null
  dialog_id: string | null
  question: string | null
  task_id: string | null
  /** A picture is kept as what it shows, 1–14 kB, and drawn for whoever reads it. */
  content: Jsonb<Outbound | ChartMessage | InMessage | { kind: 'erased' }>
  /** The message that this one replaces in place. */
  edits: string | null
  /** The platform's reference, where it is not our own id. */
  ref: string | null
  at: string
}

export interface VerbatimTable {
  id: string
  customer_id: string
  dialog_id: string
  question: string | null
  /** Masked. */
  text: string
  analysis: Jsonb<Analysis>
  at: string
}

export interface TaskTable {
  id: string
  number: number
  customer_id: string
  status: TaskState['status']
  team: string | null
  assignee: string | null
  state: Jsonb<TaskState>
  opened_at: string
}

export interface TaskEventTable {
  id: string
  seq: Generated<number>
  task_id: string
  customer_id: string
  what: string
  staff_id: string | null
  values: Jsonb<Record<string, string | number>>
  at: string
}

export interface InboundKeyTable {
  key: string
  at: string
}

export interface InboundFailedTable {
  id: string
  channel: string
  key: string
  /** The event without its words: they stand in `message`. */
  event: Jsonb<Omit<Inbound, 'body'>>
  message_id: string
  error: string
  at: string
  replayed_at: string | null
}

export interface OutboxTable {
  id: string
  seq: Generated<number>
  kind: 'message' | 'timer'
  /** Rows of one lane leave in order: the conversation of a message, the row's own id for a timer. */
  lane: string
  customer_id: string | null
  /** Dialog, task or interaction that a timer is about. */
  subject: string | null
  name: string | null
  due_at: string
  attempts: number
  lease_owner: string | null
  lease_until: string | null
  dead_at: string | null
  reason: string | null
}

export interface FlowVersionTable {
  id: string
  version: number
  fingerprint: string
  content: Jsonb<Flow>
  at: string
}

export interface AuditTable {
  id: string
  actor: string
  what: string
  subject: string
  detail: Jsonb<Json>
  at: string
}

export interface SettingTable {
  key: string
  value: Jsonb<Json>
}

export interface Tables {
  customer: CustomerTable
  contact: ContactTable
  consent: ConsentTable
  staff: StaffTable
  staff_identity: StaffIdentityTable
  staff_key: StaffKeyTable
  label: LabelTable
  interaction: InteractionTable
  binding: BindingTable
  decision: DecisionTable
  dialog: DialogTable
  answer: AnswerTable
  message: MessageTable
  verbatim: VerbatimTable
  task: TaskTable
  task_event: TaskEventTable
  inbound_key: InboundKeyTable
  inbound_failed: InboundFailedTable
  outbox: OutboxTable
  counts: CountsTable
  counts_folded: CountsFoldedTable
  counts_agents: CountsAgentsTable
  flow_version: FlowVersionTable
  audit: AuditTable
  setting: SettingTable
}
