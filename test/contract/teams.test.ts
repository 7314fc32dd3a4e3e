import { token } from '../../src/channel.ts'
import { standTeams } from '../teams/stand.ts'
import type { Claims } from '../teams/stand-in/issuer.ts'
import type { Json } from '../teams/stand-in/person.ts'
import { channelContract, type Harness, type Told } from './channel.ts'

const AAD = '7faf8ab2-3d56-4244-b585-20c8a42ed2b8'
const MESSAGE = '01890a5d-ac96-774b-bcce-b302099a8057'

channelContract('teams', async (): Promise<Harness> => {
  const stand = await standTeams({ redeliveries: 0 })
  const { teams, channel, clock } = stand
  const person = teams.join(AAD, { name: 'Wang Fang', locale: 'zh-TW' })
  const address = {
    key: AAD,
    conversation: person.conversation,
    service: teams.service,
    tenant: '2f1d6b54-0c3e-4a4e-8e62-6d0b8f9f7a01',
  }
  const other = teams.join('0a6b1c7e-58d1-4f4d-9d4b-5a1f3a7c9e10', { name: 'Somebody' })
  /** What the platform sends again is the same to the letter. */
  const sent = new Map<string, string>()

  async function once(id: string, make: () => Json): Promise<Told> {
    const body = sent.get(id) ?? JSON.stringify(make())
    sent.set(id, body)
    return raw(body)
  }
  async function forge(claims: Claims | undefined, authorization?: string | null): Promise<Told> {
    const { status } = await teams.post(JSON.stringify(person.message('5')), claims, authorization)
    return { repeat: status === 503, status }
  }
  async function raw(body: string): Promise<Told> {
    const { status } = await teams.post(body)
    return { repeat: status === 503, status }
  }
  const card = {
    id: '1',
    conversation: person.conversation,
    text: '',
    card: null,
    picture: null,
    edits: 0,
    instead: new Map(),
  }
  const press = (value: string) => person.pressed(card, {}, { token: value })
  const strange = { ...card, conversation: other.conversation }
  const edit = () => ({
    ...person.message('還是很慢'),
    type: 'messageUpdate',
    channelData: { eventType: 'editMessage' },
  })
  const quoting = () => person.message('一直沒人接電話', { quote: '1767600000001' })
  const picture = (contentType: string, words = '東西壞了') => ({
    ...person.message(words),
    attachments: [
      { contentType, contentUrl: 'https://example.com/1' },
      { contentType: 'text/html', content: `<p>${words}</p>` },
    ],
  })
  const FIELDS = [
    {
      id: 'cause',
      label: 'Root cause',
      kind: 'select',
      required: true,
      options: [{ id: 'process', label: 'Process' }],
    },
    { id: 'action', label: 'What was done', kind: 'long-text', required: true },
  ]
  const SHAPE = { title: 'Resolve', submit: 'Resolve', locale: 'en', fields: FIELDS }
  const form = () =>
    person.pressed(
      card,
      { token: token(MESSAGE, 'resolve'), submits: true },
      { 'field:cause': 'process', 'field:action': '已退款', shape: JSON.stringify(SHAPE) },
    )
  const installed = (action: string) => person.activity('installationUpdate', person.conversation, { action })
  const joined = () =>
    person.activity('conversationUpdate', person.conversation, {
      membersAdded: [{ id: '28:5b8f6a30-6f53-4f4e-9e1a-0c7d8c1f2a11' }],
    })

  return {
    channel,
    inbound: stand.inbound,
    answers: stand.answers,
    receives: stand.receives,
    person: address,
    act: (act) => once(act.id, () => ('text' in act ? person.message(act.text) : press(act.token))),
    stranger: (act) =>
      once(act.id, () => ('text' in act ? other.message(act.text) : other.pressed(strange, {}, { token: act.token }))),
    deeds: [
      { what: 'edits what they said', body: { kind: 'edit', text: '還是很慢' }, act: (id) => once(id, edit) },
      {
        what: 'sends a photo with words',
        body: { kind: 'media', media: 'photo', caption: '東西壞了' },
        act: (id) => once(id, () => picture('image/jpeg')),
      },
      {
        what: 'sends a voice message',
        body: { kind: 'media', media: 'voice', caption: '東西壞了' },
        act: (id) => once(id, () => picture('audio/mp4')),
      },
      {
        what: 'sends a voice message without words',
        body: { kind: 'media', media: 'voice' },
        act: (id) => once(id, () => picture('audio/mp4', '')),
      },
      {
        what: 'answers by quoting',
        body: { kind: 'text', text: '一直沒人接電話', about: `${person.conversation}|1767600000001` },
        act: (id) => once(id, quoting),
      },
      {
        what: 'fills in a form',
        body: { kind: 'form', token: token(MESSAGE, 'resolve'), values: { cause: 'process', action: '已退款' } },
        act: (id) => once(id, form),
      },
      { what: 'gets the bot', body: { kind: 'open' }, act: (id) => once(id, joined) },
      { what: 'removes the bot', body: { kind: 'gone' }, act: (id) => once(id, () => installed('remove')) },
      { what: 'lets it in again', body: { kind: 'back' }, act: (id) => once(id, () => installed('add')) },
    ],
    send(outbound, id, edits) {
      clock.at += 1_000 // as the deliverer, which keeps to the budget
      return channel.send(address, outbound, { id, ...(edits !== undefined && { edits }) })
    },
    async shown() {
      return person.screen().map(({ words, buttons, picture: isPicture }) => ({
        words,
        buttons: buttons.map(({ label, token: value }) => ({ label, token: value ?? '' })),
        picture: isPicture,
      }))
    },
    samples: [
      person.message('很慢'),
      edit(),
      picture('image/png'),
      press(token(MESSAGE, 'yes')),
      form(),
      installed('remove'),
      joined(),
    ].map((body) => JSON.stringify(body)),
    raw,
    looks: true,
    forgeries: [
      { what: 'without a token', post: () => forge(undefined, null) },
      { what: 'with something else for a token', post: () => forge(undefined, 'Bearer e30.e30.e30') },
      { what: 'with another scheme', post: async () => forge(undefined, `Basic ${await teams.issuer.token()}`) },
      { what: 'signed by another key', post: () => forge({ forged: true }) },
      { what: 'of another issuer', post: () => forge({ issuer: 'https://sts.windows.net/x/' }) },
      { what: 'for another bot', post: () => forge({ audience: '11111111-6f53-4f4e-9e1a-0c7d8c1f2a11' }) },
      { what: 'for another service', post: () => forge({ service: 'https://evil.example/teams/' }) },
      { what: 'of yesterday', post: () => forge({ issued: clock.at - 86_400_000 }) },
      { what: 'of tomorrow', post: () => forge({ issued: clock.at + 86_400_000 }) },
    ],
    async drained() {
      if (teams.waiting() > 0) throw new Error('something is open')
    },
    close: stand.close,
  }
})
