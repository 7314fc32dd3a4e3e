import { randomBytes } from 'node:crypto'
import { type AskDecision, type AskInput, decideAsk, type Reason } from '../asking/ask.ts'
import type { Trigger } from '../asking/trigger.ts'
import { conversationOf } from '../channel.ts'
import type { Config } from '../config.ts'
import type { Subject } from '../engine/dialog.ts'
import type { Flow } from '../flow/schema.ts'
import { closest, LOCALES } from '../locale.ts'
import { OUTCOMES } from '../scores/metric.ts'
import { UNASKED } from '../store/counters.ts'
import { hasOpenDialog } from '../store/dialogs.ts'
import type { Interaction } from '../store/interactions.ts'
import { type Customer, contactsOf, updateCustomer } from '../store/people.ts'
import { put } from '../store/put.ts'
import { begin } from './begin.ts'
import type { Setting, Work } from './work.ts'

/** A service that has ended, and nothing of whether its customer was asked. */
export type Ending = Omit<Interaction, 'asked' | 'reason' | 'detail' | 'flow'>

/** What was decided of it earlier. `putOff`: until when its question was put off; `key`: the address by which the customer has just come. */
interface Earlier {
  again?: boolean
  putOff?: string
  key?: string
}

/** Decides whether the customer of a service is asked, records it, and asks: now, or later by a timer. */
export async function decide(
  setting: Setting,
  work: Work,
  interaction: Ending,
  customer: Customer,
  { again = false, putOff, key: come }: Earlier = {},
): Promise<AskDecision> {
  const { config, flows } = setting
  const reach = await reachOf(work, interaction, customer, come)
  const flow = flows.live(config.teams[interaction.body.team]?.flow ?? 'csat')
  const decision = decideAsk({
    now: work.at,
    interaction: {
      id: interaction.id,
      endedAt: interaction.ended_at,
      automatic: /^true$/i.test(String(interaction.body.attributes?.automatic)), // templates of helpdesks write it as text
    },
    settings: config.asking,
    flow: flow?.id ?? null,
    customer: {
      optedOut: customer.opted_out,
      reachable: reachable(setting, interaction, reach, come),
      // What was put off until now is not in its own way.
      lastAskedAt: again ? null : customer.last_asked_at,
      openDialog: reach.inDialog,
      timeZone: config.programme.timeZone,
    },
  })
  offerLink(setting, work, interaction, reach, decision)
  keepDecision(work, interaction, customer, flow, decision)
  if (!decision.asked) {
    countNotAsked(work, { ...interaction, flow: flow?.id ?? null }, decision.reason, 1)
    if (putOff !== undefined && putOff === customer.last_asked_at) keepAskedAt(work, customer, null) // what was to be asked by then never was
    return decision
  }
  if (!flow || reach.key === undefined) throw new Error('a decision to ask needs a flow and an address')
  keepAskedAt(work, customer, decision.sendAt)
  if (decision.sendAt > work.at)
    work.writes.setTimer(`interaction:${interaction.id}`, 'ask', decision.sendAt, customer.id, !again)
  else ask(setting, work, interaction, customer, flow, { key: reach.key, locale: reach.locale })
  return decision
}

/** Where the customer can be asked on the channel of the service. */
interface Reach {
  key: string | undefined
  locale: string | null | undefined
  blocked: boolean
  inDialog: boolean
}

/** The contact of a customer who is new in this turn stands in the writes, not yet in the record. */
async function reachOf(work: Work, { channel, body }: Ending, customer: Customer, come?: string): Promise<Reach> {
  const named = come ?? body.customer.address
  const [contacts, open] = await work.load([
    contactsOf({ customer: customer.id }),
    hasOpenDialog({ customer: customer.id, conversation: conversationOf(channel, { key: named ?? '' }) }),
  ])
  const stored = contacts.find((each) => each.channel === channel && each.address_key === (named ?? each.address_key))
  return {
    key: named ?? stored?.address_key,
    locale: stored?.locale ?? body.customer.locale ?? customer.locale,
    blocked: stored?.state === 'blocked',
    inDialog: open.length > 0,
  }
}

function reachable(
  { channels }: Setting,
  { channel }: Ending,
  { key, blocked }: Reach,
  come?: string,
): AskInput['customer']['reachable'] {
  if (key === undefined || !channels.has(channel)) return 'none'
  return come === undefined && blocked ? 'blocked' : 'yes'
}

/** Whoever is blocked may never have let the bot write to them: a link is how they do. */
function offerLink(
  { channels }: Setting,
  work: Work,
  interaction: Ending,
  { key, blocked }: Reach,
  decision: AskDecision,
): void {
  if (decision.asked || decision.reason !== 'unreachable' || (key !== undefined && !blocked)) return
  const link = channels.get(interaction.channel)?.capabilities.startLink
  if (link !== undefined) decision.detail.link = invite(work, link, interaction)
}

/** A link that leads this customer to the bot, and then to the question. */
function invite({ writes, at }: Work, link: string, { id, customer_id }: Ending): string {
  const token = randomBytes(16).toString('base64url')
  writes.add('fact', put('binding', [{ token, customer_id, interaction_id: id, at }]))
  return link.replace('{token}', token)
}

function keepDecision(work: Work, { id }: Ending, customer: Customer, flow: Flow | null, decision: AskDecision): void {
  const row = {
    interaction_id: id,
    customer_id: customer.id,
    asked: decision.asked,
    reason: decision.asked ? decision.rule : decision.reason,
    detail: decision.asked ? { sendAt: decision.sendAt } : decision.detail,
    flow: flow?.id ?? null,
    at: work.at,
  }
  work.writes.add('fact', put('decision', [row], REPLACE))
}

const REPLACE =
  'on conflict (interaction_id) do update set asked = excluded.asked, reason = excluded.reason, detail = excluded.detail, flow = excluded.flow, at = excluded.at'

/** Counts an interaction that nobody was asked about, or takes it off the counts again. */
export function countNotAsked(
  work: Work,
  { day, team, agent, channel, flow }: Ending & { flow: string | null },
  reason: Reason,
  by: 1 | -1,
): void {
  const key = { day, team: team ?? '', agent: agent ?? '', channel, flow: flow ?? '', metric: 'outcome' }
  work.writes.count({ ...key, index: OUTCOMES.indexOf(UNASKED[reason]), by })
}

function keepAskedAt(work: Work, customer: Customer, at: string | null): void {
  customer.last_asked_at = at
  work.writes.add('customer', updateCustomer(customer))
}

function ask(
  { config }: Setting,
  work: Work,
  { id, body: trigger, channel, day, team, agent }: Ending,
  customer: Customer,
  flow: Flow,
  { key, locale: spoken }: { key: string; locale: string | null | undefined },
): void {
  const locale = closest(spoken, flow.locales) ?? defaultLocale(config, flow)
  begin(work, {
    customer,
    channel,
    conversation: conversationOf(channel, { key }),
    flow,
    locale,
    subject: subjectOf(config, trigger, locale),
    interaction: id,
    task: null,
    day,
    team,
    agent,
    segment: trigger.customer.segment ?? null,
  })
}

const defaultLocale = (config: Config, flow: Flow): string =>
  config.programme.locales.find((locale) => flow.locales.includes(locale)) ?? flow.locales[0] ?? 'en'

function subjectOf({ programme, teams }: Config, trigger: Trigger, locale: string): Subject {
  const team = closest(locale, LOCALES)
  const name = team === null ? undefined : teams[trigger.team]?.name[team]
  return {
    team: trigger.team,
    agent: trigger.agent.id,
    ...(trigger.topic ? { topic: trigger.topic } : {}),
    names: { agent: trigger.agent.name, programme: programme.name, ...(name ? { team: name } : {}) },
    attributes: trigger.attributes ?? {},
    ...(programme.privacy ? { privacy: programme.privacy } : {}),
  }
}
