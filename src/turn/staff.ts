import { conversationOf, type Immediate, type Inbound, type Receipt, readToken, token } from '../channel.ts'
import type { Locale } from '../locale.ts'
import { commandOf } from '../scores/command.ts'
import { insertKey } from '../store/inbound.ts'
import { messageById, messageByReference } from '../store/messages.ts'
import { lockByMessage, markContact } from '../store/people.ts'
import { setStaffAddress } from '../store/staff.ts'
import { taskOfMessage } from '../store/tasks.ts'
import type { Member } from '../task/task.ts'
import { say } from '../words/say.ts'
import { catchUp } from './catch-up.ts'
import { command, isCommand } from './command.ts'
import { NOBODY } from './ids.ts'
import { linkCode, redeemLink } from './link.ts'
import { changeTask } from './task.ts'
import type { Setting, Work } from './work.ts'

/** What a member of staff does: works a task by its card, or asks by command. */
export async function staffTurn(setting: Setting, work: Work, inbound: Inbound, member: Member): Promise<Receipt> {
  const { body, channel, from } = inbound
  const shared = from.shared === true
  const conversation = conversationOf(channel, from.address)
  const key = insertKey({ key: `${channel}:${inbound.key}`, at: work.at })
  const { locale } = member
  // Staff may be customers too, whom the platform once could not reach.
  if (body.kind !== 'gone')
    work.writes.add('customer', markContact({ channel, key: from.address.key, state: 'reachable' }))
  // What more a platform tells than the key must outlive the process: it may not be reached by the key alone.
  if (from.address.key === from.user && Object.keys(from.address).length > 1)
    work.writes.add('customer', setStaffAddress({ channel, user: from.user, address: from.address }))
  switch (body.kind) {
    case 'press':
    case 'form':
      return act(setting, work, { key, conversation, body, member, locale })
    case 'text':
    case 'edit':
      if (body.about === undefined || isCommand(body.text))
        return ask(setting, work, { key, conversation, body, member }, { channel, user: from.user })
      return writeInThread(setting, work, { key, conversation, body, about: body.about, member, locale, shared })
    case 'media':
      if (body.about === undefined) return { outcome: 'done' }
      return writeInThread(setting, work, { key, conversation, body, about: body.about, member, locale, shared })
    case 'open':
    case 'back':
    case 'gone': {
      const [fresh] = await work.load([key])
      if (fresh.length === 0) return { outcome: 'seen' }
      if (body.kind === 'open') await catchUp(setting, work, conversation, member)
      return { outcome: 'done' }
    }
  }
}

interface Said {
  key: ReturnType<typeof insertKey>
  conversation: string
  body: Extract<Inbound['body'], { kind: 'text' | 'edit' }>
  member: Member
}

type Written = Omit<Said, 'body'> & {
  body: Extract<Inbound['body'], { kind: 'text' | 'edit' | 'media' }>
  about: string
  locale: Locale
  shared: boolean
}

async function ask(
  setting: Setting,
  work: Work,
  { key, conversation, body, member }: Said,
  identity: { channel: string; user: string },
): Promise<Receipt> {
  const [fresh] = await work.load([key])
  if (fresh.length === 0) return { outcome: 'seen' }
  work.writes.received(conversation, body)
  const code = linkCode(body.text)
  if (code === null) await command(setting, work, conversation, body.text, member)
  else {
    const { locale } = member
    const text = say(locale, (await redeemLink(setting, work, code, identity)) ? 'bot.linked' : 'bot.link_unknown')
    work.writes.send(conversation, { kind: 'text', text, locale }, {}, 'staff')
  }
  return { outcome: 'done' }
}

/** Words in the thread of a task's card go to its customer, once: what is changed later, and files, do not. */
async function writeInThread(setting: Setting, work: Work, said: Written): Promise<Receipt> {
  const { conversation, body, member, about, locale } = said
  const [fresh, [card]] = await work.load([said.key, messageByReference({ conversation, ref: about })])
  if (fresh.length === 0) return { outcome: 'seen' }
  const [[customer], [task]] = await work.load([
    lockByMessage({ message: card?.id ?? NOBODY }),
    taskOfMessage({ message: card?.id ?? NOBODY }),
  ])
  work.writes.received(conversation, body, { customer_id: customer?.id ?? null, task_id: task?.id ?? null })
  const text = body.kind === 'media' ? (body.caption ?? '') : body.text
  if (!customer || !task) {
    // In a team's channel people talk under what the bot has posted: only its commands are meant for it.
    if (text !== '' && (!said.shared || commandOf(text) !== null))
      await command(setting, work, conversation, text, member)
    return { outcome: 'done' }
  }
  if (body.kind === 'edit') return noticed(say(locale, 'bot.thread_edit'))
  if (text === '') return noticed(say(locale, 'bot.thread_file'))
  const event = { kind: 'form', at: work.at, by: member.id, choice: 'write', values: { text } } as const
  const immediate = await changeTask(setting, work, { task, customer, events: [event] })
  return immediate === null && body.kind === 'media' ? noticed(say(locale, 'bot.thread_caption')) : refusal(immediate)
}

const noticed = (text: string): Receipt => ({ outcome: 'done', immediate: { kind: 'notice', text } })

/** Why words in a thread did not go out; there is no form to show it in. */
function refusal(immediate: Immediate | null): Receipt {
  if (immediate?.kind === 'notice') return { outcome: 'done', immediate }
  if (immediate?.kind === 'invalid') {
    return { outcome: 'done', immediate: { kind: 'notice', text: Object.values(immediate.problems).join(' ') } }
  }
  return { outcome: 'done' }
}

interface Act {
  key: ReturnType<typeof insertKey>
  conversation: string
  body: Extract<Inbound['body'], { kind: 'press' | 'form' }>
  member: Member
  locale: Locale
}

/** A press on a card, or a form that it opened. The card must stand in the conversation in which it is pressed. */
async function act(setting: Setting, work: Work, { key, conversation, body, member, locale }: Act): Promise<Receipt> {
  const pressed = readToken(body.token)
  if (!pressed) return expired(locale)
  const [fresh, [customer], [task], [message]] = await work.load([
    key,
    lockByMessage({ message: pressed.message }),
    taskOfMessage({ message: pressed.message }),
    messageById({ id: pressed.message }),
  ])
  if (fresh.length === 0) return { outcome: 'seen' }
  if (!task || !customer || message?.conversation !== conversation) return expired(locale)
  const { choice } = pressed
  const about = { customer_id: customer.id, task_id: task.id }
  work.writes.received(conversation, body, about)
  const who = { at: work.at, by: member.id, choice }
  const event =
    body.kind === 'press'
      ? ({ kind: 'press', ...who } as const)
      : ({ kind: 'form', ...who, values: body.values } as const)
  const immediate = await changeTask(setting, work, { task, customer, events: [event] })
  if (!immediate) return { outcome: 'done' }
  const shown = immediate.kind === 'form' ? { ...immediate, token: token(pressed.message, choice) } : immediate
  return { outcome: 'done', immediate: shown }
}

const expired = (locale: Locale): Receipt => ({
  outcome: 'done',
  immediate: { kind: 'notice', text: say(locale, 'bot.expired_button') },
})
