import { token } from '../../src/channel.ts'
import { standTelegram, until } from '../telegram/stand.ts'
import type { Kept } from '../telegram/stand-in/chats.ts'
import type { Update } from '../telegram/stand-in/updates.ts'
import { channelContract, type Harness, type Shown, type Told } from './channel.ts'

const WEBHOOK = '/telegram/webhook'
const SECRET = 'x-telegram-bot-api-secret-token'

channelContract('telegram', async (): Promise<Harness> => {
  const { telegram, channel, state, inbound, url, end } = await standTelegram()
  const [mei, lei] = [telegram.person(), telegram.person()]
  mei.type('3') // what is edited later
  const [first = null] = mei.chat.messages
  const address = { key: String(mei.id) }
  const bodies = new Map<string, string>()
  /** The same id is the same update again. */
  async function once(id: string, act: () => Update): Promise<Told> {
    const body = bodies.get(id) ?? JSON.stringify(act())
    bodies.set(id, body)
    return telegram.updates.post(body)
  }
  const secret = telegram.updates.hook()?.secret ?? ''
  /** As another than Telegram could: with whatever headers. */
  async function forge(headers: Record<string, string>): Promise<Told> {
    const body = JSON.stringify(mei.type('5'))
    const { status } = await fetch(url + WEBHOOK, { method: 'POST', headers, body })
    return { status, repeat: status === 503 }
  }
  return {
    channel,
    inbound,
    answers(receipt) {
      state.receipt = receipt
    },
    receives(receive) {
      state.receive = receive
    },
    person: address,
    act: ({ id, ...what }) => once(id, () => ('text' in what ? mei.type(what.text) : mei.callback(what.token))),
    stranger: ({ id, ...what }) => once(id, () => ('text' in what ? lei.type(what.text) : lei.callback(what.token))),
    deeds: [
      {
        what: 'opens a deep link',
        body: { kind: 'open', start: 'abc-123' },
        act: (id) => once(id, () => mei.open('abc-123')),
      },
      {
        what: 'answers an earlier message',
        body: { kind: 'text', text: '一直沒人接電話', about: String(first?.message_id) },
        act: (id) => once(id, () => mei.type('一直沒人接電話', first)),
      },
      {
        what: 'sends a voice note',
        body: { kind: 'media', media: 'voice' },
        act: (id) => once(id, () => mei.send('voice')),
      },
      {
        what: 'sends a sticker',
        body: { kind: 'media', media: 'sticker' },
        act: (id) => once(id, () => mei.send('sticker')),
      },
      {
        what: 'sends a photo with words',
        body: { kind: 'media', media: 'photo', caption: '壞了 😞' },
        act: (id) => once(id, () => mei.send('photo', '壞了 😞')),
      },
      {
        what: 'edits a message',
        body: { kind: 'edit', text: '4' },
        act: (id) => once(id, () => mei.edit('4')),
      },
      { what: 'blocks the bot', body: { kind: 'gone' }, act: (id) => once(id, () => mei.block()) },
      { what: 'lets it in again', body: { kind: 'back' }, act: (id) => once(id, () => mei.unblock()) },
    ],
    send(outbound, id, edits) {
      state.now += 1_000 // Telegram takes one message a second
      return channel.send(address, outbound, { id, ...(edits !== undefined && { edits }) })
    },
    shown: async () => mei.screen().map(show),
    samples: [
      mei.type('很慢'),
      mei.open('abc-123'),
      mei.edit('很慢，等了3週'),
      mei.send('photo', '壞了'),
      mei.callback(token('01890a5d-ac96-774b-bcce-b302099a8057', 'yes')),
      mei.unblock(),
    ].map((update) => JSON.stringify(update)),
    looks: true,
    forgeries: [
      { what: 'without the secret', post: () => forge({}) },
      { what: 'with an empty secret', post: () => forge({ [SECRET]: '' }) },
      { what: 'with a secret cut short', post: () => forge({ [SECRET]: secret.slice(0, -1) }) },
      { what: 'with the secret in small letters', post: () => forge({ [SECRET]: secret.toLowerCase() }) },
    ],
    raw: (body) => telegram.updates.post(body),
    drained: () => until(() => telegram.held() === 0),
    close: end,
  }
})

const show = ({ text, rows, picture }: Kept): Shown => ({
  words: text,
  buttons: rows.flat().map((key) => ({ label: key.text, token: key.callback_data })),
  picture,
})
