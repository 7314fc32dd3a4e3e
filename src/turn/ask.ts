import { randomBytes } from 'node:crypto'
import { DateTime } from 'luxon'
import { type AskDecision, decideAsk, REASONS, type Reason } from '../asking/ask.ts'
import { changes, type Trigger } from '../asking/trigger.ts'
import { conversationOf } from '../channel.ts'
import type { Config } from '../config.ts'
import type { Subject } from '../engine/dialog.ts'
import type { Flow } from '../flow/schema.ts'
import { closest, LOCALES } from '../locale.ts'
import { OUTCOMES } from '../scores/metric.ts'
import { UNASKED } from '../store/counters.ts'
import { hasOpenDialog } from '../store/dialogs.ts'
import { type Interaction, interactionById } from '../store/interactions.ts'
import {
  type Customer,
  contactsOf,
  keepLabel,
  lockByContact,
  lockByExternalId,
  putLabel,
  updateCustomer,
} from '../store/people.ts'
import { put } from '../store/put.ts'
import { begin } from './begin.ts'
import { newCustomer, recognise } from './bind.ts'
import { localeFor } from './locale.ts'
import type { Setting, Work } from './work.ts'

/** What the caller of the trigger is told. `repeat`: this interaction was decided before, and nothing happened now. */
export type Asked =
  | { outcome: 'decided'; repeat: boolean; decision: AskDecision }
  | { outcome: 'conflict'; paths: string[] }

/** A service has ended: decides whether its customer is asked, records the decision, and asks. */
export async function askTurn(setting: Setting, work: Work, trigger: Trigger): Promise<Asked> {
  const { channel, address } = trigger.customer
  const [[repeat], [owner], [reached]] = await work.load([
    interactionById({ id: trigger.id }),
    lockByExternalId({ externalId: trigger.customer.id }),
    lockByContact({ channel, key: address ?? '' }),
  ])
  if (repeat) {
    const paths = changes(repeat.body, trigger)
    if (paths.length > 0) return { outcome: 'conflict', paths }
    return { outcome: 'decided', repeat: true, decision: decisionOf(repeat) }
  }
  const known = {
    external_id: trigger.customer.id,
    name: trigger.customer.name ?? null,
    locale: trigger.customer.locale ?? null,
    segment: trigger.customer.segment ?? null,
  }
  const customer =
    address === undefined
      ? (owner ?? newCustomer(work, known))
      : recognise(
          work,
          {
            channel,
            address: { key: address },
            externalId: trigger.customer.id,
            locale: known.locale,
            name: known.name,
          },
          reached,
          owner,
        )
  customer.name = known.name ?? customer.name
  customer.segment = known.segment ?? customer.segment
  customer.locale = known.locale ?? customer.locale
  work.writes.add('customer', updateCustomer(customer))

  const interaction: Ending = {
    id: trigger.id,
    customer_id: customer.id,
    case_id: trigger.case ?? null,
    ended_at: trigger.endedAt,
    received_at: work.at,
    day: DateTime.fromISO(trigger.endedAt, { zone: setting.config.programme.timeZone }).toFormat('yyyy-MM-dd'),
    channel,
    team: trigger.team,
    agent: trigger.agent.id,
    topic: trigger.topic ?? null,
    body: trigger,
  }
  const team = setting.config.teams[trigger.team]
  work.writes.add('fact', put('interaction', [interaction]), putLabel('agent', trigger.agent.id, trigger.agent.name))
  const teamName = team?.name[localeFor(setting, null)]
  work.writes.add('fact', teamName ? putLabel('team', trigger.team, teamName) : keepLabel('team', trigger.team))
  const decision = await decide(setting, work, interaction, customer)
  return { outcome: 'decided', repeat: false, decision }
}

/** A question that was put off until now: asked if nothing has come in between. `key`: the address by which the customer has just come. @returns whether it is asked */
export async function askNow(
  setting: Setting,
  work: Work,
  interaction: Interaction,
  customer: Customer,
  key?: string,
): Promise<boolean> {
  const was = decisionOf(interaction)
  if (!was.asked) countNotAsked(work, interaction, was.reason, -1)
  const { asked } = await decide(setting, work, interaction, customer, {
    again: true,
    ...(was.asked && { putOff: was.sendAt }),
    ...(key !== undefined && { key }),
  })
  return asked
}

async function decide(
  setting: Setting,
  work: Work,
  interaction: Ending,
  customer: Customer,
  { again = false, putOff, key: come }: { again?: boolean; putOff?: string; key?: string } = {},
): Promise<AskDecision> {
  const { config, flows } = setting
  const trigger = interaction.body
  const { channel } = interaction
  // The contact of a customer who is new in this turn stands in the writes, not yet in the record.
  const named = come ?? trigger.customer.address
  const [contacts, open] = await work.load([
    contactsOf({ customer: customer.id }),
    hasOpenDialog({ customer: customer.id, conversation: conversationOf(channel, { key: named ?? '' }) }),
  ])
  const stored = contacts.find((each) => each.channel === channel && each.address_key === (named ?? each.address_key))
  const key = named ?? stored?.address_key
  const flow = flows.live(config.teams[trigger.team]?.flow ?? 'csat')
  const decision = decideAsk({
    now: work.at,
    interaction: {
      id: interaction.id,
      endedAt: interaction.ended_at,
      automatic: /^true$/i.test(String(trigger.attributes?.automatic)), // templates of helpdesks write it as text
    },
    settings: config.asking,
    flow: flow?.id ?? null,
    customer: {
      optedOut: customer.opted_out,
      reachable:
        key === undefined || !setting.channels.has(channel)
          ? 'none'
          : come === undefined && stored?.state === 'blocked'
            ? 'blocked'
            : 'yes',
      // What was put off until now is not in its own way.
      lastAskedAt: again ? null : customer.last_asked_at,
      openDialog: open.length > 0,
      timeZone: config.programme.timeZone,
    },
  })
  // Whoever is blocked may never have let the bot write to them: a link is how they do.
  if (!decision.asked && decision.reason === 'unreachable' && (key === undefined || stored?.state === 'blocked')) {
    const link = setting.channels.get(channel)?.capabilities.startLink
    if (link !== undefined) decision.detail.link = invite(work, link, interaction)
  }
  const row = {
    interaction_id: interaction.id,
    customer_id: customer.id,
    asked: decision.asked,
    reason: decision.asked ? decision.rule : decision.reason,
    detail: decision.asked ? { sendAt: decision.sendAt } : decision.detail,
    flow: flow?.id ?? null,
    at: work.at,
  }
  work.writes.add('fact', put('decision', [row], REPLACE))
  const dimensions = {
    day: interaction.day,
    team: interaction.team,
    agent: interaction.agent,
    segment: trigger.customer.segment ?? null,
  }
  if (!decision.asked) {
    countNotAsked(work, { ...interaction, flow: flow?.id ?? null }, decision.reason, 1)
    if (putOff !== undefined && putOff === customer.last_asked_at) {
      customer.last_asked_at = null // what was to be asked by then never was
      work.writes.add('customer', updateCustomer(customer))
    }
    return decision
  }
  if (!flow || key === undefined) throw new Error('a decision to ask needs a flow and an address')
  customer.last_asked_at = decision.sendAt
  work.writes.add('customer', updateCustomer(customer))
  if (decision.sendAt > work.at) {
    work.writes.setTimer(`interaction:${interaction.id}`, 'ask', decision.sendAt, customer.id, !again)
    return decision
  }
  const locale =
    closest(stored?.locale ?? trigger.customer.locale ?? customer.locale, flow.locales) ?? defaultLocale(config, flow)
  begin(work, {
    customer,
    channel,
    conversation: conversationOf(channel, { key }),
    flow,
    locale,
    subject: subjectOf(config, trigger, locale),
    interaction: interaction.id,
    task: null,
    ...dimensions,
  })
  return decision
}

function countNotAsked(
  work: Work,
  { day, team, agent, channel, flow }: Ending & { flow: string | null },
  reason: Reason,
  by: 1 | -1,
): void {
  const key = { day, team: team ?? '', agent: agent ?? '', channel, flow: flow ?? '', metric: 'outcome' }
  work.writes.count({ ...key, index: OUTCOMES.indexOf(UNASKED[reason]), by })
}

/** A link that leads this customer to the bot, and then to the question. */
function invite({ writes, at }: Work, link: string, { id, customer_id }: Ending): string {
  const token = randomBytes(16).toString('base64url')
  writes.add('fact', put('binding', [{ token, customer_id, interaction_id: id, at }]))
  return link.replace('{token}', token)
}

const REPLACE =
  'on conflict (interaction_id) do update set asked = excluded.asked, reason = excluded.reason, detail = excluded.detail, flow = excluded.flow, at = excluded.at'

type Ending = Omit<Interaction, 'asked' | 'reason' | 'detail' | 'flow'>

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

function decisionOf({ asked, reason, detail }: Interaction): AskDecision {
  if (asked) return { asked, rule: reason === 'quiet_hours' ? reason : 'at_once', sendAt: String(detail.sendAt) }
  return { asked, reason: REASONS.find((each) => each === reason) ?? 'no_flow', detail }
}
