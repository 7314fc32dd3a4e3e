import { token } from '../../src/channel.ts'
import { frames, standWeb } from '../web/stand.ts'
import { channelContract, type Harness, type Shown, type Told } from './channel.ts'
import { readWeb } from './read-web.ts'

const FORM = token('01890a5d-ac96-774b-bcce-b302099a8057', 'resolve')

const MONTH = 31 * 24 * 60 * 60_000

channelContract('web', async (): Promise<Harness> => {
  const web = await standWeb()
  const { bearer, address, conversation } = await web.visit()
  const other = await web.visit()
  const told = ({ status }: Response): Told => ({ repeat: status === 503, status })
  const post = async (body: unknown) => told(await web.post('/chat/messages', body, bearer))
  const [head = '', claims = '', signature = ''] = bearer.authorization.split('.')
  const [, , foreign = ''] = other.bearer.authorization.split('.')
  async function forge(authorization: string, later: number): Promise<Told> {
    web.state.now += later
    const answer = await web.post('/chat/messages', { key: 'event-0001', text: '5' }, { authorization })
    web.state.now -= later
    return told(answer)
  }
  let sent = 0
  return {
    channel: web.channel,
    inbound: web.inbound,
    answers(receipt) {
      web.state.receipt = receipt
    },
    receives(receive) {
      web.state.receive = receive
    },
    person: { key: address },
    act: ({ id, ...what }) => post({ key: id, ...what }),
    stranger: async ({ id, ...what }) => told(await web.post('/chat/messages', { key: id, ...what }, other.bearer)),
    deeds: [
      { what: 'opens the chat', body: { kind: 'open' }, act: (key) => post({ key, open: true }) },
      {
        what: 'fills in a form',
        body: { kind: 'form', token: FORM, values: { cause: 'slow', note: '' } },
        act: (key) => post({ key, token: FORM, values: { cause: 'slow', note: '' } }),
      },
    ],
    send(outbound, id, edits) {
      sent = web.record.add(conversation, { id, direction: 'out', content: outbound })
      return web.channel.send({ key: address }, outbound, { id, ...(edits !== undefined && { edits }) })
    },
    async shown(): Promise<Shown[]> {
      const events = frames(await web.get('/chat/events', bearer))
      return readWeb(events, sent)
    },
    samples: [
      { key: 'event-0001', text: '很慢' },
      { key: 'event-0002', token: token('01890a5d-ac96-774b-bcce-b302099a8057', 'yes') },
      {
        key: 'event-0003',
        token: token('01890a5d-ac96-774b-bcce-b302099a8057', 'resolve'),
        values: { cause: 'slow', note: '' },
      },
      { key: 'event-0004', open: true },
    ].map((body) => JSON.stringify(body)),
    raw: async (body) => told(await web.post('/chat/messages', body, bearer)),
    forgeries: [
      { what: 'without a session', post: () => forge('', 0) },
      { what: 'without a signature', post: () => forge(`${head}.${claims}.`, 0) },
      { what: 'with a signature cut short', post: () => forge(`${head}.${claims}.${signature.slice(0, -1)}`, 0) },
      { what: 'with the signature of another session', post: () => forge(`${head}.${claims}.${foreign}`, 0) },
      { what: 'with a session of a month ago', post: () => forge(`${head}.${claims}.${signature}`, MONTH) },
    ],
    drained: () => web.drained(),
    close: () => web.end(),
  }
})
