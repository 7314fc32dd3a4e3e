import { v7 } from 'uuid'
import { token } from '../../src/channel.ts'
import type { Sent } from '../webhook/connector.ts'
import { standWebhook } from '../webhook/stand.ts'
import { type Act, channelContract, type Harness, type Shown, type Told } from './channel.ts'

const FORM = token('01890a5d-ac96-774b-bcce-b302099a8057', 'resolve')
const OTHER_SECRET = `whsec_${Buffer.from('another secret of the same length').toString('base64')}`
const other = { conversation: 'c-18', user: 'u-18', name: 'Lei', locale: 'zh-TW' }
const from = { conversation: 'c-17', user: 'u-17', name: '林美', locale: 'zh-TW' }

channelContract('webhook', async (): Promise<Harness> => {
  const { channel, connector, events, inbound, state, end } = await standWebhook()
  const post = async (id: string, body: unknown): Promise<Told> => {
    const { status } = await connector.event(events, id, body)
    return { repeat: status === 503, status }
  }
  const doing = (who: typeof from, { id, ...what }: Act) =>
    post(id, { from: who, body: 'text' in what ? { kind: 'text', ...what } : { kind: 'press', ...what } })
  const forged = (what: string, how: { at?: number; secret?: string }, spoil = (text: string) => text) => ({
    what,
    async post() {
      const text = JSON.stringify({ from, body: { kind: 'open' } })
      const { status } = await connector.event(events, v7(), text, { ...how, spoil })
      return { status, repeat: status === 503 }
    },
  })
  const deed = (what: string, body: Harness['deeds'][number]['body']) => ({
    what,
    body,
    act: (id: string) => post(id, { from, body }),
  })
  return {
    channel,
    inbound,
    answers(receipt) {
      state.receipt = receipt
    },
    person: { key: from.conversation },
    receives(receive) {
      state.receive = receive
    },
    act: (act) => doing(from, act),
    stranger: (act) => doing(other, act),
    forgeries: [
      forged('signed with another secret', { secret: OTHER_SECRET }),
      forged('signed an hour ago', { at: Date.now() - 3_600_000 }),
      forged('of an hour to come', { at: Date.now() + 3_600_000 }),
      forged('changed after it was signed', {}, (text) => text.replace('c-17', 'c-18')),
      forged('cut off', {}, (text) => text.slice(0, -9)),
    ],
    deeds: [
      deed('opens a link', { kind: 'open', start: 'abc-123' }),
      deed('answers an earlier message', { kind: 'text', text: '4', about: 'm-1' }),
      deed('fills in a form', { kind: 'form', token: FORM, values: { cause: 'slow', note: '' } }),
      deed('sends a photo with words', { kind: 'media', media: 'photo', caption: '壞了 😞' }),
      deed('edits a message', { kind: 'edit', text: '4' }),
      deed('leaves', { kind: 'gone' }),
      deed('comes back', { kind: 'back' }),
    ],
    send: (outbound, id, edits) =>
      channel.send({ key: from.conversation }, outbound, { id, ...(edits !== undefined && { edits }) }),
    shown: async () => connector.screen(from.conversation).map(show),
    samples: [
      { from, body: { kind: 'text', text: '很慢' } },
      { from, body: { kind: 'press', token: FORM } },
      { from, body: { kind: 'form', token: FORM, values: { cause: 'slow' } } },
      { from: { conversation: from.conversation }, body: { kind: 'open' } },
    ].map((body) => JSON.stringify(body)),
    raw: (body) => post(v7(), body),
    async drained() {
      while (connector.held() > 0) await new Promise((turn) => setImmediate(turn))
    },
    close: end,
  }
})

const show = ({ words, message }: Sent): Shown => ({
  words: message.kind === 'prompt' && message.note ? `${words} ${message.note.link ?? ''}` : words,
  buttons: 'choices' in message ? message.choices : [],
  picture: message.kind === 'picture',
})
