import { DateTime } from 'luxon'
import { type AskDecision, REASONS } from '../asking/ask.ts'
import { changes, type Trigger } from '../asking/trigger.ts'
import { type Interaction, interactionById } from '../store/interactions.ts'
import {
  type Customer,
  keepLabel,
  lockByContact,
  lockByExternalId,
  putLabel,
  type Reached,
  updateCustomer,
} from '../store/people.ts'
import { put } from '../store/put.ts'
import { newCustomer, recognise } from './bind.ts'
import { countNotAsked, decide, type Ending } from './decide.ts'
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
  const customer = customerOf(work, trigger, reached, owner)
  const interaction = endingOf(setting, work, trigger, customer)
  work.writes.add('fact', put('interaction', [interaction]))
  keepNames(setting, work, trigger)
  const decision = await decide(setting, work, interaction, customer)
  return { outcome: 'decided', repeat: false, decision }
}

/** Whom the trigger names, by their address where it tells one, with what it tells of them. */
function customerOf(
  work: Work,
  { customer: named }: Trigger,
  reached: Reached | undefined,
  owner: Customer | undefined,
): Customer {
  const { id: externalId, channel, address, name = null, locale = null, segment = null } = named
  const customer =
    address === undefined
      ? (owner ?? newCustomer(work, { external_id: externalId, name, locale, segment }))
      : recognise(work, { channel, address: { key: address }, externalId, locale, name }, reached, owner)
  customer.name = name ?? customer.name
  customer.segment = segment ?? customer.segment
  customer.locale = locale ?? customer.locale
  work.writes.add('customer', updateCustomer(customer))
  return customer
}

const endingOf = ({ config }: Setting, work: Work, trigger: Trigger, customer: Customer): Ending => ({
  id: trigger.id,
  customer_id: customer.id,
  case_id: trigger.case ?? null,
  ended_at: trigger.endedAt,
  received_at: work.at,
  day: DateTime.fromISO(trigger.endedAt, { zone: config.programme.timeZone }).toFormat('yyyy-MM-dd'),
  channel: trigger.customer.channel,
  team: trigger.team,
  agent: trigger.agent.id,
  topic: trigger.topic ?? null,
  body: trigger,
})

/** What agent and team are called; the owner's file knows best how a team is. */
function keepNames(setting: Setting, work: Work, { agent, team: id }: Trigger): void {
  const name = setting.config.teams[id]?.name[localeFor(setting, null)]
  work.writes.add('fact', putLabel('agent', agent.id, agent.name))
  work.writes.add('fact', name ? putLabel('team', id, name) : keepLabel('team', id))
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

function decisionOf({ asked, reason, detail }: Interaction): AskDecision {
  if (asked) return { asked, rule: reason === 'quiet_hours' ? reason : 'at_once', sendAt: String(detail.sendAt) }
  return { asked, reason: REASONS.find((each) => each === reason) ?? 'no_flow', detail }
}
