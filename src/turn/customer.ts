import { isDeepStrictEqual } from 'node:util'
import { oneLine } from '../asking/trigger.ts'
import { conversationOf, type Inbound, type Receipt, readToken, type Sender } from '../channel.ts'
import { commandIn } from '../engine/words.ts'
import type { Locale } from '../locale.ts'
import { commandOf } from '../scores/command.ts'
import { type Dialog, dialogOfConversation, dialogOfMessage } from '../store/dialogs.ts'
import { insertKey } from '../store/inbound.ts'
import { interactionById, takeBinding } from '../store/interactions.ts'
import { lastSaid, type Message, messageById } from '../store/messages.ts'
import {
  type Customer,
  lockByContact,
  lockByExternalId,
  lockCustomer,
  markContact,
  type Reached,
  setContactAddress,
} from '../store/people.ts'
import { taskById } from '../store/tasks.ts'
import { analyzeKept } from '../text/analyze.ts'
import type { Taxonomy } from '../text/taxonomy.ts'
import { say } from '../words/say.ts'
import { askNow } from './ask.ts'
import { type Identity, recognise } from './bind.ts'
import { advance } from './dialog.ts'
import { keep, type Words } from './effects.ts'
import { hearUnasked, mayTake, tells } from './feedback.ts'
import { NOBODY } from './ids.ts'
import { linkCode, redeemLink } from './link.ts'
import { localeFor } from './locale.ts'
import { changeTask } from './task.ts'
import type { Setting, Work } from './work.ts'

/** Everything that a customer does in a chat: one wait to load, one to write. */
export async function customerTurn(setting: Setting, work: Work, inbound: Inbound): Promise<Receipt> {
  const { channel, from, body } = inbound
  const conversation = conversationOf(channel, from.address)
  const pressed = body.kind === 'press' ? readToken(body.token) : null
  const [fresh, [reached], [owner], [found], [message]] = await work.load([
    insertKey({ key: `${channel}:${inbound.key}`, at: work.at }),
    lockByContact({ channel, key: from.address.key }),
    lockByExternalId({ externalId: from.customer ?? '' }),
    pressed ? dialogOfMessage({ message: pressed.message }) : dialogOfConversation({ conversation }),
    messageById({ id: pressed?.message ?? NOBODY }),
  ])
  if (fresh.length === 0) return { outcome: 'seen' }
  if (reached) keepContact(work, inbound, reached)
  else if (tellsNothing(from, body)) return DONE
  else if (from.shared) return stranger(setting, work, conversation, inbound)
  const identity = {
    channel,
    address: from.address,
    externalId: from.customer ?? null,
    locale: from.locale ?? null,
    name: from.name === undefined ? null : oneLine(from.name),
  }
  if (body.kind === 'open' && body.start !== undefined)
    return arrive(setting, work, conversation, identity, body.start, reached, found)
  const customer = recognise(work, identity, reached, owner)
  const dialog = found && isOf(found, customer, reached) ? found : null
  const language = localeFor(setting, dialog?.state.locale ?? reached?.contact_locale ?? customer.locale ?? from.locale)
  const { user, shared = false } = from
  const at: Place = { setting, work, channel, conversation, customer, dialog, language, user, shared }

  switch (body.kind) {
    case 'open':
    case 'back':
      return DONE
    case 'gone':
      work.writes.add('customer', markContact({ channel, key: from.address.key, state: 'blocked' }))
      return DONE
    case 'press':
      return press(at, body, pressed?.choice ?? '', message ?? null)
    case 'edit': {
      const [[said]] = await work.load([lastSaid({ conversation })])
      return said?.text === body.text ? DONE : hear(at, body, body.text) // a platform edits too, when it adds a preview of a link
    }
    case 'text':
      return hear(at, body, body.text)
    case 'media':
      return body.caption === undefined ? unreadable(at, body) : hear(at, body, body.caption)
    case 'form':
      return { outcome: 'unsupported' }
  }
}

/** Keeps what an event tells of where its customer is reached. */
function keepContact(work: Work, { channel, from: { address }, body }: Inbound, reached: Reached): void {
  const { key } = address
  // A platform may serve a conversation from elsewhere than before, and of whom the trigger named it had told only the key.
  if (!isDeepStrictEqual(reached.address, address))
    work.writes.add('customer', setContactAddress({ channel, key, address }))
  // Some platforms say when somebody lets the bot in again; whoever writes has done so.
  if (reached.contact_state === 'blocked' && body.kind !== 'gone')
    work.writes.add('customer', markContact({ channel, key, state: 'reachable' }))
}

/** In a room of which no service was reported, only who asks for what is for staff is answered. */
function stranger(setting: Setting, work: Work, conversation: string, { from, body }: Inbound): Receipt {
  const locale = localeFor(setting, from.locale)
  if (body.kind === 'text' && commandOf(body.text) !== null)
    work.writes.send(conversation, { kind: 'text', text: say(locale, 'bot.stranger'), locale }, {})
  return DONE
}

/** Coming and going of whom nobody knows, and an address that says no more than who they are. */
const tellsNothing = ({ address, customer }: Sender, body: Inbound['body']): boolean =>
  customer === undefined &&
  (body.kind === 'gone' ||
    body.kind === 'back' ||
    (body.kind === 'open' && body.start === undefined && Object.keys(address).length === 1))

/** Whether a dialog is a customer's own: who came to an address after somebody else does not answer for them. */
const isOf = ({ customer_id }: Dialog, customer: Customer, reached: Reached | undefined): boolean =>
  customer_id === customer.id || (reached?.external_id === null && customer_id === reached.id)

/** Whoever finds a link is its customer: in an old closing message it must be worth nothing. 30 days in milliseconds. */
const LINKS_HOLD = 30 * 24 * 60 * 60_000

/**
 * A customer comes by a link of ours: they are whom it was made for, and are asked what it was made for. Whoever comes by it once more, or
 * by none, is asked again what is open.
 */
async function arrive(
  setting: Setting,
  work: Work,
  conversation: string,
  identity: Identity,
  token: string,
  reached: Reached | undefined,
  found: Dialog | undefined,
): Promise<Receipt> {
  const since = new Date(Date.parse(work.at) - LINKS_HOLD).toISOString()
  const [[binding]] = await work.load([takeBinding({ token, channel: identity.channel, since })])
  const idle = async (customer: Customer): Promise<Receipt> => {
    if (found?.status === 'open' && isOf(found, customer, reached)) {
      await advance(setting, work, found, customer, { kind: 'again', at: work.at })
      return DONE
    }
    const language = localeFor(setting, reached?.contact_locale ?? customer.locale)
    return answer({ work, conversation, customer, language }, say(language, 'bot.idle'))
  }
  if (!binding) return idle(recognise(work, identity, reached, undefined))
  const [[owner], [interaction]] = await work.load([
    lockCustomer({ id: binding.customer_id }),
    interactionById({ id: binding.interaction_id }),
  ])
  const customer = recognise(work, { ...identity, externalId: owner?.external_id ?? null }, reached, owner)
  const isAsked =
    interaction && !interaction.asked && (await askNow(setting, work, interaction, customer, identity.address.key))
  return isAsked ? DONE : idle(customer)
}

const DONE: Receipt = { outcome: 'done' }

interface Place {
  setting: Setting
  work: Work
  channel: string
  conversation: string
  customer: Customer
  dialog: Dialog | null
  language: Locale
  /** The platform's id of who writes. */
  user: string
  shared: boolean
}

/** A token is somebody's only in the conversation in which its message stands. */
async function press(
  at: Place,
  body: Extract<Inbound['body'], { kind: 'press' }>,
  choice: string,
  message: Message | null,
): Promise<Receipt> {
  const { setting, work, conversation, customer, dialog, language } = at
  const own = message !== null && message.conversation === conversation && dialog !== null && message.question !== null
  if (!own) {
    work.writes.received(conversation, body, { customer_id: customer.id })
    return { outcome: 'done', immediate: { kind: 'notice', text: say(language, 'bot.expired_button') } }
  }
  const { content, question } = message
  const label = 'choices' in content ? content.choices.find((each) => each.id === choice)?.label : undefined
  work.writes.received(conversation, { ...body, label: label ?? choice }, about(at, question))
  await advance(setting, work, dialog, customer, { kind: 'choose', at: work.at, question: question ?? '', choice })
  return DONE
}

async function hear(at: Place, body: Inbound['body'], text: string): Promise<Receipt> {
  const { setting, work, channel, conversation, customer, dialog, language } = at
  const belongs = dialog !== null && mayTake(dialog, text, work.at)
  work.writes.received(conversation, body, belongs ? about(at, dialog.state.at) : { customer_id: customer.id })
  const code = linkCode(text)
  if (code) {
    const linked = await redeemLink(setting, work, code, { channel, user: at.user })
    return answer(at, say(language, linked ? 'bot.linked' : 'bot.link_unknown'))
  }
  if (text.startsWith('/') && commandIn(text) === null && commandOf(text) !== null)
    return answer(at, say(language, 'bot.stranger'))
  const words = read(text, setting.config.taxonomy)
  const { talk_task, talk_at } = customer
  const talks = talk_task !== null && talk_at !== null && (dialog?.status !== 'open' || dialog.touched_at < talk_at)
  if (talks && commandIn(text) !== 'unsubscribe') return reply(at, talk_task, words)
  // A room that others share is asked of a service, and a typo mended is nothing new: neither begins anything.
  if (!belongs && (at.shared || body.kind === 'edit')) return DONE
  const flow = setting.flows.live('feedback')
  if (!belongs && (!flow || !tells(text, words))) return answer(at, say(language, 'bot.idle'))
  const edited = body.kind === 'edit'
  const event = { kind: 'say', at: work.at, text, verbatim: work.id(), analysis: words.analysis, edited } as const
  if (!belongs && flow) {
    await hearUnasked(setting, work, { customer, channel, conversation, locale: language, flow }, event, words)
  } else if (dialog) await advance(setting, work, dialog, customer, event, words)
  return DONE
}

/** Somebody wrote to the customer about a task, and this is the answer. */
async function reply({ setting, work, customer }: Place, id: string, words: Words): Promise<Receipt> {
  const [[task]] = await work.load([taskById({ id })])
  const dialog = task?.state.facts.at(-1)?.dialog
  if (!task || dialog === undefined) return DONE
  const verbatim = keep(work, { customer: customer.id, dialog, question: null }, words)
  const event = { kind: 'heard', at: work.at, verbatim, text: words.analysis.redacted } as const
  await changeTask(setting, work, { task, customer, events: [event] })
  return DONE
}

async function unreadable(at: Place, body: Inbound['body']): Promise<Receipt> {
  const { setting, work, conversation, customer, dialog, language } = at
  work.writes.received(conversation, body, about(at, dialog?.state.at ?? null))
  if (dialog?.status !== 'open') return answer(at, say(language, 'bot.unreadable'))
  await advance(setting, work, dialog, customer, { kind: 'unreadable', at: work.at })
  return DONE
}

function answer(
  { work, conversation, customer, language }: Pick<Place, 'work' | 'conversation' | 'customer' | 'language'>,
  text: string,
): Receipt {
  work.writes.send(conversation, { kind: 'text', text, locale: language }, { customer_id: customer.id })
  return DONE
}

const about = ({ customer, dialog }: Place, question: string | null) => ({
  customer_id: customer.id,
  dialog_id: dialog?.id ?? null,
  question,
})

function read(text: string, taxonomy: Taxonomy | undefined): Words {
  return { text, analysis: analyzeKept(text, taxonomy) }
}
