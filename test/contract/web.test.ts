import { token } from '../../src/channel.ts'
import { frames, standWeb } from '../web/stand.ts'
import { channelContract, type Harness, type Shown } from './channel.ts'
import { readWeb } from './read-web.ts'

const FORM = token('01890a5d-ac96-774b-bcce-b302099a8057', 'resolve')

channelContract('web', async (): Promise<Harness> => {
  const web = await standWeb()
  const { bearer, address, conversation } = await web.visit()
  const told = ({ status }: Response) => ({ repeat: status === 503, status })
  const post = async (body: unknown) => told(await web.post('/chat/messages', body, bearer))
  let sent = 0
  return {
    channel: web.channel,
    inbound: web.inbound,
    answers(receipt) {
      web.state.receipt = receipt
    },
    person: { key: address },
    act: async ({ id, ...what }) => told(await web.post('/chat/messages', { key: id, ...what }, bearer)),
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
    drained: () => web.drained(),
    close: () => web.end(),
  }
})
