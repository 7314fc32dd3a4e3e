import { isDeepStrictEqual } from 'node:util'
import { conversationOf, placeOf } from '../channel.ts'
import type { Locale } from '../locale.ts'
import { verbatimsByIds } from '../store/dialogs.ts'
import { cardsOf, lastCardsOf, saidWith } from '../store/messages.ts'
import { type Customer, contactsOf, labels } from '../store/people.ts'
import { historyOf, type Task, type TaskEventRow } from '../store/tasks.ts'
import { audience, sees } from '../task/audience.ts'
import { card, withdrawn } from '../task/card.ts'
import { type HistoryEntry, type Names, noticeLine, type Reading } from '../task/lines.ts'
import type { Member, TaskEffect } from '../task/task.ts'
import type { Analysis } from '../text/analyze.ts'
import { redact } from '../text/mask.ts'
import { say } from '../words/say.ts'
import { localeFor } from './locale.ts'
import type { Setting, Work } from './work.ts'

export type Notice = Extract<TaskEffect, { kind: 'notify' }>

interface Shown {
  task: Task
  customer: Customer
  /** What happened in this turn. */
  history: TaskEventRow[]
  isNew: boolean
  changed: boolean
  notices: Notice[]
}

/** Shows the staff what became of a task: its card to everybody who is to see it and wherever it already stands, and lines beside it. */
export async function show(setting: Setting, work: Work, shown: Shown): Promise<void> {
  const { task, customer, notices } = shown
  const ids = task.state.facts.flatMap((facts) => facts.verbatims)
  const [standing, told, past, named, contacts] = await work.load([
    cardsOf({ task: task.id }),
    verbatimsByIds({ ids }),
    historyOf({ task: task.id }),
    labels({}),
    contactsOf({ customer: customer.id }),
  ])
  const { config, staff } = setting
  const own = new Set(contacts.flatMap((each) => staff.byIdentity(each.channel, each.address_key)?.id ?? []))
  const reading = (locale: Locale): Reading => ({
    names: namesOf(setting, named, locale),
    now: work.at,
    timeZone: config.programme.timeZone,
  })
  const about = { customer_id: customer.id, task_id: task.id }

  if (shown.changed) {
    const words = new Map([...told.map((row) => [row.id, row] as const), ...work.spoken])
    const quotes = ids.flatMap((id) => {
      const row = words.get(id)
      return row && row.text !== '' ? [{ text: row.text, marks: marksOf(row.analysis) }] : []
    })
    const history = [...(shown.isNew ? [] : past), ...shown.history].map(entryOf)
    const view = {
      id: task.id,
      state: task.state,
      customer: customer.name ?? customer.external_id,
      quotes,
      history,
    }
    const shownTo = readers(setting, task, standing, own)
    const former = standing.filter(({ conversation }) => !shownTo.has(conversation))
    await takeBack(setting, work, task, former)
    for (const [conversation, locale] of shownTo) {
      const edits = standing.find((message) => message.conversation === conversation)?.id
      const content = { ...card({ ...view, ...reading(locale) }, locale), locale, ...(edits ? { edits } : {}) }
      work.writes.send(conversation, content, about, 'staff')
    }
  }
  for (const notice of notices) {
    for (const id of others(notice.to, own)) {
      const locale = localeFor(setting, staff.byId(id)?.locale)
      const text = noticeLine(notice, task.number, reading(locale), locale)
      if (text === null) continue
      for (const conversation of conversationsOf(setting, id)) {
        work.writes.send(
          conversation,
          { kind: 'text', text, locale, ...inThread(standing, conversation) },
          about,
          'staff',
        )
      }
    }
  }
}

/** Shows a task's cards as the record has it now. */
export const showAnew = (setting: Setting, work: Work, task: Task, customer: Customer): Promise<void> =>
  show(setting, work, { task, customer, history: [], isNew: false, changed: true, notices: [] })

type Standing = { id: string; conversation: string }[]

/** Who may see a task no more keeps nothing of its customer: their card says once that it is with others. */
async function takeBack(setting: Setting, work: Work, task: Task, cards: Standing): Promise<void> {
  if (cards.length === 0) return
  const [last] = await work.load([lastCardsOf({ task: task.id })])
  for (const { id: edits, conversation } of cards) {
    const locale = localeFor(setting, readerOf(setting, conversation)?.locale)
    const content = { ...withdrawn(task.id, task.number, locale), locale, edits }
    const stands = last.find((message) => message.conversation === conversation)?.content
    if (!isDeepStrictEqual(stands, content))
      work.writes.send(conversation, content, { customer_id: task.customer_id, task_id: task.id }, 'staff')
  }
}

/** What is said about a task stands in the thread of its card, where there is one and the platform has threads. */
const inThread = (standing: Standing, conversation: string): { thread?: string } => {
  const card = standing.find((message) => message.conversation === conversation)
  return card ? { thread: card.id } : {}
}

const MOST_LINES = 30

/** What was said in the customer's conversation, to the member of staff who asked for it. */
export async function showTranscript(
  setting: Setting,
  work: Work,
  task: Task,
  customer: Customer,
  to: string,
): Promise<void> {
  const [lines, standing] = await work.load([
    saidWith({ customer: customer.id, limit: MOST_LINES }),
    cardsOf({ task: task.id }),
  ])
  const locale = localeFor(setting, setting.staff.byId(to)?.locale)
  const who = { in: say(locale, 'task.transcript.customer'), out: say(locale, 'task.transcript.bot') }
  const said = lines.reverse().flatMap(({ content, direction }) => {
    const text = 'text' in content ? content.text : 'label' in content ? content.label : undefined
    if (text === undefined) return []
    return [`${who[direction]}: ${direction === 'in' ? redact(text).text : text}`] // as the card has it
  })
  const text = [say(locale, 'task.transcript', { number: task.number }), ...said].join('\n')
  for (const conversation of conversationsOf(setting, to)) {
    const about = { customer_id: customer.id, task_id: task.id }
    work.writes.send(conversation, { kind: 'text', text, locale, ...inThread(standing, conversation) }, about, 'staff')
  }
}

/** What everybody is called, by id, to a reader of `locale`. */
export function namesOf(
  { config, staff }: Setting,
  named: { kind: 'team' | 'agent'; id: string; name: string }[],
  locale: Locale,
): Names {
  const of = (kind: 'team' | 'agent') =>
    named.filter((row) => row.kind === kind).map((row) => [row.id, row.name] as const)
  const own = Object.entries(config.teams).flatMap(([id, { name }]) => {
    const called = name[locale]
    return called === undefined ? [] : [[id, called] as const]
  })
  return {
    teams: Object.fromEntries([...of('team'), ...own]),
    agents: Object.fromEntries(of('agent')),
    staff: Object.fromEntries(staff.members().map(({ id, name }) => [id, name])),
  }
}

const entryOf = ({ at, what, staff_id, values }: TaskEventRow): HistoryEntry => ({ at, what, by: staff_id, values })

/** Staff may be customers too: nobody works their own case, unless there is nobody else. */
function others(ids: string[], own: Set<string>): string[] {
  const left = ids.filter((id) => !own.has(id))
  return left.length > 0 ? left : ids
}

/** Conversation → the language it is read in. */
function readers(setting: Setting, task: Task, standing: Standing, own: Set<string>): Map<string, Locale> {
  const { staff, config } = setting
  const lead = task.team === null ? null : (config.teams[task.team]?.lead ?? null)
  const found = new Map<string, Locale>()
  const called = audience(task.state, staff.members(), lead)
  for (const { conversation } of standing) {
    const reader = readerOf(setting, conversation)
    // Who has left the staff or the team reads no more.
    if (reader && sees(reader, task.state, called)) found.set(conversation, reader.locale)
  }
  for (const id of others(called, own)) {
    for (const conversation of conversationsOf(setting, id))
      found.set(conversation, localeFor(setting, staff.byId(id)?.locale))
  }
  return found
}

/** Why it was tagged so: the words that a theme or a signal was read from, in order. */
export const marksOf = ({ themes, signalEvidence }: Analysis): [from: number, to: number][] =>
  [...themes, ...signalEvidence].map(({ evidence }) => evidence).sort(([a], [b]) => a - b)

/** Where a member is reached: on every channel that runs and knows them, in a conversation of their own. */
export const conversationsOf = ({ staff, channels }: Setting, id: string): string[] =>
  staff
    .identities(id)
    .filter(({ channel }) => channels.has(channel))
    .map(({ channel, user }) => conversationOf(channel, { key: user }))

function readerOf({ staff }: Setting, conversation: string): Member | null {
  const { channel, key } = placeOf(conversation)
  return staff.byIdentity(channel, key)
}
