import { conversationOf, type Immediate } from '../channel.ts'
import { step as stepDialog } from '../engine/step.ts'
import type { Catalogue } from '../flow/catalogue.ts'
import { spoken } from '../locale.ts'
import { type Dialog, dialogById, openChecksOf, updateDialog } from '../store/dialogs.ts'
import { type Customer, contactsOf, updateCustomer } from '../store/people.ts'
import { put } from '../store/put.ts'
import { type Task, type TaskEventRow, updateTask } from '../store/tasks.ts'
import { alwaysOpen } from '../task/calendar.ts'
import { step, type TaskContext } from '../task/step.ts'
import type { TaskEffect, TaskEvent, TaskState } from '../task/task.ts'
import { say } from '../words/say.ts'
import { begin } from './begin.ts'
import { perform as performDialog } from './effects.ts'
import { type Notice, show, showTranscript } from './show.ts'
import type { Setting, Work } from './work.ts'

interface Change {
  task: Task
  customer: Customer
  events: TaskEvent[]
}

/** Opens a task on what a dialog told. @returns its id */
export async function openTask(
  setting: Setting,
  work: Work,
  customer: Customer,
  dialog: Dialog,
  event: Extract<TaskEvent, { kind: 'open' }>,
): Promise<string> {
  const { state, effects } = step(contextOf(setting, dialog.team), null, event)
  const task: Task = {
    id: work.id(),
    number: state.number,
    customer_id: customer.id,
    status: state.status,
    team: state.team,
    assignee: state.assignee,
    state,
    opened_at: work.at,
  }
  work.writes.add('task', put('task', [task]))
  await perform(setting, work, { task, customer, effects, isNew: true, by: null, place: null })
  return task.id
}

/** Whether an event would open a closed task again. */
export const opensAgain = (setting: Setting, { state }: Task, event: TaskEvent): boolean =>
  state.status === 'closed' && step(contextOf(setting, state.team), state, event).state.status !== 'closed'

/** Applies events to a task, and shows its cards anew. @returns what the one who pressed is to see */
export async function changeTask(setting: Setting, work: Work, change: Change): Promise<Immediate | null> {
  const { task, customer, events } = change
  let state: TaskState = task.state
  const effects: TaskEffect[] = []
  for (const event of events) {
    const next = step(contextOf(setting, state.team), state, event)
    state = next.state
    effects.push(...next.effects)
  }
  const place = effects.some(isToCustomer) ? await placeOfTask(setting, work, task, customer) : null
  const by = events.map((event) => ('by' in event ? event.by : null)).find((id) => id !== null) ?? null
  if (place === null && effects.some(({ kind }) => kind === 'tell')) {
    const locale = setting.staff.byId(by ?? '')?.locale ?? 'en'
    return { kind: 'notice', text: say(locale, 'task.notice.nowhere') }
  }
  if ((customer.opted_out || place === null) && effects.some(({ kind }) => kind === 'check')) {
    // Nobody is left who is to be asked.
    const silent = step(contextOf(setting, state.team), state, {
      kind: 'checked',
      at: work.at,
      right: null,
      verbatims: [],
    })
    state = silent.state
    effects.push(...silent.effects)
  }
  const after: Task = { ...task, status: state.status, team: state.team, assignee: state.assignee, state }
  const { id, status, team, assignee } = after
  work.writes.add('task', updateTask({ id, status, team, assignee, state: JSON.stringify(state) }))
  return perform(setting, work, { task: after, customer, effects, isNew: false, by, place })
}

function contextOf({ config, staff }: Setting, team: string | null): TaskContext {
  const own = team === null ? undefined : config.teams[team]
  const calendar = own?.calendar === undefined ? undefined : config.calendars[own.calendar]
  return {
    rules: config.rules,
    team: { lead: own?.lead ?? null, calendar: calendar ?? alwaysOpen(config.programme.timeZone) },
    members: staff.members(),
    programmeTargets: { firstContact: config.targets.firstContact },
  }
}

interface Done {
  task: Task
  customer: Customer
  effects: TaskEffect[]
  isNew: boolean
  /** Who pressed; null where nobody did. */
  by: string | null
  /** Where the customer is written to; null: nowhere. */
  place: Dialog | null
}

const isToCustomer = ({ kind }: TaskEffect): boolean => kind === 'tell' || kind === 'check'

async function perform(
  setting: Setting,
  work: Work,
  { task, customer, effects, isNew, by, place }: Done,
): Promise<Immediate | null> {
  const { writes } = work
  const history: TaskEventRow[] = []
  const notices: Notice[] = []
  let immediate: Immediate | null = null
  let changed = false
  let transcript = false
  for (const effect of effects) {
    switch (effect.kind) {
      case 'card':
        changed = true
        break
      case 'history':
        history.push({
          id: work.id(),
          task_id: task.id,
          customer_id: customer.id,
          what: effect.what,
          staff_id: effect.by,
          values: effect.values,
          at: work.at,
        })
        break
      case 'tell':
        if (place) tell(setting, work, task, customer, place, effect)
        break
      case 'transcript':
        transcript = true
        break
      case 'check':
        if (place) await askWhetherRight(setting, work, task, customer, place, effect.note)
        break
      case 'notify':
        notices.push(effect)
        break
      case 'timer.set':
        writes.setTimer(`task:${task.id}`, effect.name, effect.at, customer.id, isNew)
        break
      case 'timer.cancel':
        writes.cancelTimer(`task:${task.id}`, effect.name)
        break
      case 'immediate':
        immediate = effect.immediate
        break
    }
  }
  if (task.state.status === 'closed' && customer.talk_task === task.id) {
    customer.talk_task = null
    writes.add('customer', updateCustomer(customer))
  }
  if (transcript && by !== null) await showTranscript(setting, work, task, customer, by)
  if (history.length > 0) writes.add('fact', put('task_event', history))
  if (changed || notices.length > 0) await show(setting, work, { task, customer, history, isNew, changed, notices })
  return immediate
}

/**
 * Where the customer was asked last: everything about the task is said there, in the language they answered in. An address that has become
 * somebody else's is theirs no more: then wherever they are reached, or nowhere.
 */
async function placeOfTask({ channels }: Setting, work: Work, task: Task, customer: Customer): Promise<Dialog | null> {
  const id = task.state.facts.at(-1)?.dialog
  const [[dialog], contacts] = await work.load([
    dialogById({ id: id ?? task.id }),
    contactsOf({ customer: customer.id }),
  ])
  if (!dialog) throw new Error('a task stands on a dialog, and this one has none')
  const places = contacts
    .filter(({ channel }) => channels.has(channel))
    .map(({ channel, address_key: key, state }) => ({ channel, conversation: conversationOf(channel, { key }), state }))
  const reached = places.filter(({ state }) => state === 'reachable')
  const there = (all: typeof places) => all.find(({ conversation }) => conversation === dialog.conversation)
  const place = there(reached) ?? reached[0] ?? there(places)
  return place ? { ...dialog, channel: place.channel, conversation: place.conversation } : null
}

/** A member of staff writes to the customer through the bot; what the customer says next is the answer. */
function tell(
  { staff }: Setting,
  work: Work,
  task: Task,
  customer: Customer,
  { conversation, state }: Dialog,
  { by, text }: Extract<TaskEffect, { kind: 'tell' }>,
): void {
  const said = say(spoken(state.locale), 'task.tell', { name: staff.byId(by)?.name ?? by, text })
  const about = { customer_id: customer.id, task_id: task.id }
  work.writes.send(conversation, { kind: 'text', text: said, locale: state.locale }, about)
  customer.talk_task = task.id
  customer.talk_at = work.at
  work.writes.add('customer', updateCustomer(customer))
}

/** The agent's note comes first; who wants no more questions gets it alone. */
async function askWhetherRight(
  { flows }: Setting,
  work: Work,
  task: Task,
  customer: Customer,
  asked: Dialog,
  note: string,
): Promise<void> {
  const flow = flows.live('resolution-check')
  if (!flow) throw new Error('there is no live flow “resolution-check”')
  const { channel, conversation, day, team, agent, segment } = asked
  const { locale, subject } = asked.state
  const { agent: _, ...names } = subject.names // who served is not who put it right
  const about = { customer_id: customer.id, task_id: task.id }
  if (note !== '') work.writes.send(conversation, { kind: 'text', text: note, locale }, about)
  if (customer.opted_out) return
  const [older] = await work.load([openChecksOf({ task: task.id })])
  for (const check of older) giveUp(flows, work, customer, check)
  customer.last_asked_at = work.at
  work.writes.add('customer', updateCustomer(customer))
  begin(work, {
    customer,
    channel,
    conversation,
    flow,
    locale,
    subject: { ...subject, names, task: task.id },
    interaction: null,
    task: task.id,
    day,
    team,
    agent,
    segment,
  })
}

/** A check of an earlier resolution asks no more once a newer one does. */
function giveUp(flows: Catalogue, work: Work, customer: Customer, check: Dialog): void {
  const flow = flows.get(check.flow, check.version)
  if (!flow) return
  const { state, effects } = stepDialog(flow, check.state, { kind: 'timer', at: work.at, name: 'expire' })
  performDialog(work, check, customer, effects, null, false)
  const { id, prompts, task_id, touched_at } = check
  const row = { id, status: state.status, state: JSON.stringify(state), prompts: JSON.stringify(prompts) }
  work.writes.add('dialog', updateDialog({ ...row, task_id, touched_at }))
}
