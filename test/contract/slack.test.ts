import { token } from '../../src/channel.ts'
import { standSlack } from '../slack/stand.ts'
import { encode, type Kind, sign } from '../slack/stand-in/events.ts'
import { event, message, pressed } from '../slack/stand-in/person.ts'
import { channelContract, type Harness, type Told } from './channel.ts'

const MESSAGE = '01890a5d-ac96-774b-bcce-b302099a8057'

const SIGNATURE = 'x-slack-signature'
const TIME = 'x-slack-request-timestamp'

channelContract('slack', async (): Promise<Harness> => {
  const stand = await standSlack()
  const { slack, world, channel } = stand
  const person = slack.join('U0CUSTOME', { name: 'Wang Fang', locale: 'zh-TW' })
  const other = slack.join('U0STRANGE')
  const direct = person.direct
  /** What the platform sends again is the same to the letter. */
  const sent = new Map<string, { kind: Kind; payload: Record<string, unknown> }>()

  async function once(id: string, make: () => { kind: Kind; payload: Record<string, unknown> }): Promise<Told> {
    const { kind, payload } = sent.get(id) ?? make()
    sent.set(id, { kind, payload })
    const { status } = await slack.post(kind, encode(kind, payload))
    return { repeat: status === 503, status }
  }
  const said = (words: string, by = person) => event(world, message(world, by.id, words, { channel: by.direct }))
  const changed = () => {
    const now = {
      ...message(world, person.id, '還是很慢', { channel: direct }),
      edited: { user: person.id, ts: '1767600001.0001' },
    }
    return event(world, {
      type: 'message',
      subtype: 'message_changed',
      channel: direct,
      message: now,
      previous_message: { text: '慢' },
    })
  }
  const threaded = () =>
    event(world, message(world, person.id, '一直沒人接電話', { channel: direct, thread: '1767600000.000001' }))
  const shared = (mimetype: string, words = '東西壞了') => ({
    ...said(words),
    event: {
      ...message(world, person.id, words, { channel: direct }),
      subtype: 'file_share',
      files: [{ mimetype }],
    },
  })
  const press = (value: string, by = person) =>
    pressed(world, by.id, value, 'choice:0:x', { channel: by.direct, ts: '1767600000.000001' })
  const form = () => ({
    type: 'view_submission',
    user: { id: person.id },
    trigger_id: '12.34.abcdef',
    view: {
      private_metadata: token(MESSAGE, 'resolve'),
      state: {
        values: {
          cause: { value: { type: 'static_select', selected_option: { value: 'process' } } },
          action: { value: { type: 'plain_text_input', value: '已退款' } },
        },
      },
    },
  })
  const events = (payload: Record<string, unknown>) => () => ({ kind: 'events' as const, payload })
  const interactions = (payload: Record<string, unknown>) => () => ({ kind: 'interactivity' as const, payload })

  const BODY = JSON.stringify(said('5'))
  const seconds = () => Math.floor(world.now() / 1_000)
  const signed = ({ secret = world.signingSecret, body = BODY, time = seconds() } = {}) => sign(secret, time, body)
  const at = (later: number) => {
    const time = seconds() + later
    return { [TIME]: String(time), [SIGNATURE]: signed({ time }) }
  }
  async function forge(headers: Record<string, string>, body = BODY): Promise<Told> {
    const { status } = await slack.post('events', body, headers)
    return { repeat: status === 503, status }
  }

  return {
    channel,
    inbound: stand.inbound,
    answers: stand.answers,
    receives: stand.receives,
    person: { key: person.id },
    act: (act) => once(act.id, 'text' in act ? events(said(act.text)) : interactions(press(act.token))),
    stranger: (act) =>
      once(act.id, 'text' in act ? events(said(act.text, other)) : interactions(press(act.token, other))),
    deeds: [
      {
        what: 'edits what they said',
        body: { kind: 'edit', text: '還是很慢' },
        act: (id) => once(id, events(changed())),
      },
      {
        what: 'answers in a thread',
        body: { kind: 'text', text: '一直沒人接電話', about: `${direct}:1767600000.000001` },
        act: (id) => once(id, events(threaded())),
      },
      {
        what: 'sends a photo with words',
        body: { kind: 'media', media: 'photo', caption: '東西壞了' },
        act: (id) => once(id, events(shared('image/jpeg'))),
      },
      {
        what: 'sends a voice clip',
        body: { kind: 'media', media: 'voice', caption: '東西壞了' },
        act: (id) => once(id, events(shared('audio/mp4'))),
      },
      {
        what: 'sends a voice clip without words',
        body: { kind: 'media', media: 'voice' },
        act: (id) => once(id, events(shared('audio/mp4', ''))),
      },
      {
        what: 'fills in a form',
        body: { kind: 'form', token: token(MESSAGE, 'resolve'), values: { cause: 'process', action: '已退款' } },
        act: (id) => once(id, interactions(form())),
      },
      {
        what: 'opens the conversation',
        body: { kind: 'open' },
        act: (id) =>
          once(
            id,
            events(event(world, { type: 'app_home_opened', user: person.id, channel: direct, tab: 'messages' })),
          ),
      },
      {
        what: 'leaves the workspace',
        body: { kind: 'gone' },
        act: (id) => once(id, events(event(world, { type: 'user_change', user: { id: person.id, deleted: true } }))),
      },
    ],
    send(outbound, id, edits) {
      stand.clock.at += 1_000 // as the deliverer, which keeps to the budget
      return channel.send({ key: person.id }, outbound, { id, ...(edits !== undefined && { edits }) })
    },
    async shown() {
      return person.screen().map(({ words, buttons, picture }) => ({
        words,
        buttons: buttons.map(({ label, value }) => ({ label, token: value })),
        picture,
      }))
    },
    samples: [said('很慢'), changed(), shared('image/png'), press(token(MESSAGE, 'yes')), form()].map((body) =>
      JSON.stringify(body),
    ),
    async raw(body) {
      const isInteraction = body.includes('"block_actions"') || body.includes('"view_submission"')
      const kind = isInteraction ? 'interactivity' : 'events'
      const { status } = await slack.post(
        kind,
        isInteraction ? new URLSearchParams({ payload: body }).toString() : body,
      )
      return { repeat: status === 503, status }
    },
    looks: true,
    forgeries: [
      { what: 'without a signature', post: () => forge({ [SIGNATURE]: '' }) },
      { what: 'with a signature cut short', post: () => forge({ [SIGNATURE]: signed().slice(0, -1) }) },
      { what: 'signed with another secret', post: () => forge({ [SIGNATURE]: signed({ secret: 'another' }) }) },
      { what: 'with the signature of another body', post: () => forge({ [SIGNATURE]: signed({ body: '{}' }) }) },
      {
        what: 'with the time of another request',
        post: () => forge({ [SIGNATURE]: signed(), [TIME]: String(seconds() - 1) }),
      },
      { what: 'of six minutes ago', post: () => forge(at(-360)) },
      { what: 'of six minutes later', post: () => forge(at(360)) },
      { what: 'cut short', post: () => forge({ [SIGNATURE]: signed() }, BODY.slice(0, -1)) },
    ],
    async drained() {
      if (slack.waiting() > 0 || slack.sockets() > 0) throw new Error('something is open')
    },
    close: stand.close,
  }
})
