import { conversationOf, type Inbound, type Receipt, readToken, token } from '../channel.ts'
import { closest, LOCALES, type Locale } from '../locale.ts'
import { insertKey } from '../store/inbound.ts'
import { messageById } from '../store/messages.ts'
import { lockByMessage } from '../store/people.ts'
import { taskOfMessage } from '../store/tasks.ts'
import type { Member } from '../task/task.ts'
import { say } from '../words/say.ts'
import { command } from './command.ts'
import { changeTask } from './task.ts'
import type { Setting, Work } from './work.ts'

/** What a member of staff does: works a task by its card, or asks by command. */
export async function staffTurn(setting: Setting, work: Work, inbound: Inbound, member: Member): Promise<Receipt> {
  const { body, channel, from } = inbound
  const conversation = conversationOf(channel, from.address)
  const key = insertKey({ key: `${channel}:${inbound.key}`, at: work.at })
  const locale = closest(member.locale, LOCALES) ?? 'en'
  switch (body.kind) {
    case 'press':
    case 'form':
      return act(setting, work, { key, conversation, body, member, locale })
    case 'text':
    case 'edit': {
      const [fresh] = await work.load([key])
      if (fresh.length === 0) return { outcome: 'seen' }
      work.writes.received(conversation, body)
      work.writes.send(conversation, await command(setting, work, body.text, member), {}, 'staff')
      return { outcome: 'done' }
    }
    case 'open':
    case 'back':
    case 'gone':
    case 'media': {
      const [fresh] = await work.load([key])
      return { outcome: fresh.length === 0 ? 'seen' : 'done' }
    }
  }
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
