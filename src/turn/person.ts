import { conversationOf, type Inbound, type Receipt, readToken } from '../channel.ts'
import { commandOf } from '../scores/command.ts'
import { type Message, messageById, messageByReference } from '../store/messages.ts'
import { expectedOf } from '../store/people.ts'
import { customerTurn } from './customer.ts'
import { NOBODY } from './ids.ts'
import { asksForLink, linkCode } from './link.ts'
import { release } from './release.ts'
import { staffTurn } from './staff.ts'
import type { Setting, Work } from './work.ts'

/**
 * What a person did. Staff may be customers too, on the same account: what is meant for the customer in them goes the customer's way.
 * Telling that costs staff one more wait, and customers none.
 */
export async function personTurn(setting: Setting, work: Work, inbound: Inbound): Promise<Receipt> {
  const member = setting.staff.byIdentity(inbound.channel, inbound.from.user)
  if (!member) return customerTurn(setting, work, inbound)
  const turn = (await isCustomers(work, inbound))
    ? customerTurn(setting, work, inbound)
    : staffTurn(setting, work, inbound, member)
  const receipt = await turn
  if (receipt.outcome === 'done' && isOutOfReach(setting, inbound, member.id)) await release(work, member.id)
  return receipt
}

/** Whether somebody has gone from where they alone are reached. */
const isOutOfReach = ({ staff }: Setting, { channel, from, body }: Inbound, member: string): boolean =>
  body.kind === 'gone' && !from.shared && staff.identities(member).every((known) => known.channel === channel)

/**
 * A press belongs to whom its message was for. Words are an answer where one is awaited: by an open dialog, or by somebody who wrote to
 * them about a task of their own. Commands, and what is said in the thread of a card, are always staff's.
 */
async function isCustomers(work: Work, { channel, from, body }: Inbound): Promise<boolean> {
  switch (body.kind) {
    case 'press': {
      const [[message]] = await work.load([messageById({ id: readToken(body.token)?.message ?? NOBODY })])
      return message !== undefined && message.question !== null
    }
    case 'form':
      return false
    case 'open':
      return Boolean(body.start)
    case 'gone':
    case 'back':
      return (await expected()) !== null
    case 'media':
    case 'text':
    case 'edit':
      if (body.kind !== 'media' && isForTheBot(body.text)) return false
      if (body.about !== undefined && (await isCards(body.about))) return false
      return (await expected()) === true
  }

  /** Whether an answer of theirs is awaited; null for whoever is nobody's customer here. */
  async function expected(): Promise<boolean | null> {
    const conversation = conversationOf(channel, from.address)
    const [[found]] = await work.load([expectedOf({ channel, key: from.address.key, conversation })])
    return found ? found.asked || found.talk_task !== null : null
  }

  async function isCards(ref: string): Promise<boolean> {
    const conversation = conversationOf(channel, from.address)
    const [[message]] = await work.load([messageByReference({ conversation, ref })])
    return message !== undefined && standsAtCard(message)
  }
}

const isForTheBot = (text: string): boolean => commandOf(text) !== null || asksForLink(text) || linkCode(text) !== null

/** Lines about a task are sent into the thread of its card, also where the platform shows no threads. */
const standsAtCard = ({ content }: Message): boolean => content.kind === 'card' || 'thread' in content
