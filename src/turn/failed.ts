import { conversationOf, type Inbound, type Receipt } from '../channel.ts'
import { insertKey } from '../store/inbound.ts'
import { lockByContact } from '../store/people.ts'
import { put } from '../store/put.ts'
import { say } from '../words/say.ts'
import { localeFor } from './locale.ts'
import type { Setting, Work } from './work.ts'

/** A turn threw: its event is kept, words and all, for somebody to look at and replay, and the person is told. */
export async function keepFailed(setting: Setting, work: Work, inbound: Inbound, error: string): Promise<Receipt> {
  const { channel, from, body } = inbound
  const conversation = conversationOf(channel, from.address)
  const [fresh, [customer]] = await work.load([
    insertKey({ key: `${channel}:${inbound.key}`, at: work.at }),
    lockByContact({ channel, key: from.address.key }),
  ])
  if (fresh.length === 0) return { outcome: 'seen' }
  const about = { customer_id: customer?.id ?? null }
  const message = work.writes.received(conversation, body, about)
  const event = { channel, key: inbound.key, from: { ...from } }
  const row = {
    id: work.id(),
    channel,
    key: inbound.key,
    event,
    message_id: message,
    error,
    at: work.at,
    replayed_at: null,
  }
  work.writes.add('fact', put('inbound_failed', [row]))
  const locale = localeFor(setting, customer?.contact_locale ?? from.locale)
  work.writes.send(conversation, { kind: 'text', text: say(locale, 'bot.failed'), locale }, about)
  return { outcome: 'done' }
}
