import { v7 } from 'uuid'
import { afterEach, describe, expect, test } from 'vitest'
import type { Outbound } from '../../src/channel.ts'
import { standSlack } from './stand.ts'

const text = (words: string): Outbound => ({ kind: 'text', text: words, locale: 'en' })
type Stand = Awaited<ReturnType<typeof standSlack>>
let open: Stand[] = []
const stand = async (options: Parameters<typeof standSlack>[0] = {}): Promise<Stand> => {
  const made = await standSlack(options)
  open.push(made)
  return made
}
afterEach(async () => {
  for (const each of open) await each.close()
  open = []
})

describe('an event is acknowledged after its commit, or comes again', () => {
  test('what could not be stored comes again with the same key, and has its effect', async () => {
    const { slack, inbound, receives } = await stand()
    const fang = slack.join('U0FANGFAN')
    receives(async () => ({ outcome: inbound.length < 3 ? 'retry' : 'done' }))
    expect(await fang.say('2')).toMatchObject({ taken: true, attempts: 3, status: 200 })
    expect(new Set(inbound.map(({ key }) => key)).size).toBe(1)
  })

  test('what takes too long is asked for again before Slack gives up', async () => {
    const { slack, inbound, receives } = await stand({ deps: { patience: 40 }, acknowledgement: 3_000 })
    const fang = slack.join('U0FANGFAN')
    let store: (() => void) | undefined
    receives(() => {
      if (inbound.length > 1) return Promise.resolve({ outcome: 'seen' })
      return new Promise((resolve) => {
        store = () => resolve({ outcome: 'done' })
      })
    })
    const heard = await fang.say('2')
    expect(heard).toMatchObject({ taken: true, attempts: 2 })
    for (const ms of heard.took) expect(ms).toBeLessThan(3_000)
    store?.()
  })

  test('over the socket, what is not acknowledged comes again as well', async () => {
    const { slack, inbound, receives } = await stand({ socket: true, acknowledgement: 1_000 })
    const fang = slack.join('U0FANGFAN')
    receives(async () => ({ outcome: inbound.length < 2 ? 'retry' : 'done' }))
    expect(await fang.say('2')).toMatchObject({ taken: true, attempts: 2 })
    expect(new Set(inbound.map(({ key }) => key)).size).toBe(1)
  })

  test('a commit while the adapter waits is not cut off by a stop', async () => {
    const { slack, receives, channel, errors } = await stand({ deps: { patience: 20 }, redeliveries: 0 })
    let store: (() => void) | undefined
    receives(() => new Promise((resolve) => (store = () => resolve({ outcome: 'done' }))))
    await slack.join('U0FANGFAN').say('2')
    let stopped = false
    const stopping = channel.stop().then(() => (stopped = true))
    expect(stopped).toBe(false)
    store?.()
    await stopping
    expect(errors).toEqual([])
  })
})

describe('what Slack would refuse to be', () => {
  test.each<[string, Record<string, string>, number]>([
    ['unsigned', { 'x-slack-signature': '' }, 401],
    ['signed by another', { 'x-slack-signature': `v0=${'a'.repeat(64)}` }, 401],
    ['of another time', { 'x-slack-request-timestamp': '1' }, 401],
  ])('%s is refused and has no effect', async (_what, headers, status) => {
    const { slack, inbound } = await stand()
    expect((await slack.post('events', '{"type":"event_callback"}', headers)).status).toBe(status)
    expect(inbound).toEqual([])
  })

  test('the challenge of a new address is answered, signed or not at all', async () => {
    const { slack } = await stand()
    const body = JSON.stringify({ type: 'url_verification', challenge: 'abc' })
    expect(await slack.post('events', body)).toEqual({ status: 200, body: { challenge: 'abc' } })
    expect((await slack.post('events', body, { 'x-slack-signature': '' })).status).toBe(401)
    expect((await slack.post('events', '{"type":')).status).toBe(400)
    expect((await slack.post('events', `"${'x'.repeat(1_000_001)}"`)).status).toBe(413)
  })
})

describe('people as Slack knows them', () => {
  test('messages at once wait for one and the same look at their writer’s profile, and so keep their order', async () => {
    const { slack, world, inbound } = await stand({ socket: true })
    const fang = slack.join('U0FANGFAN', { locale: 'zh-TW' })
    const said = ['1', '2', '3', '4', '5']
    await Promise.all(said.map((words) => fang.say(words)))
    expect(inbound.map(({ body }) => 'text' in body && body.text)).toEqual(said)
    expect(new Set(inbound.map(({ from }) => from.locale))).toEqual(new Set(['zh-TW']))
    expect(world.calls.filter(({ method }) => method === 'users.info')).toHaveLength(1)
  })

  test('without the scope nobody’s profile is asked for twice', async () => {
    const { slack, world, inbound } = await stand()
    world.scopes.delete('users:read')
    const fang = slack.join('U0FANGFAN')
    await fang.say('1')
    await fang.say('2')
    expect(inbound[0]?.from).toEqual({ user: fang.id, address: { key: fang.id } })
    expect(world.calls.filter(({ method }) => method === 'users.info')).toHaveLength(1)
  })

  test('who leaves the workspace is gone, and a message to them says so', async () => {
    const { slack, inbound, channel } = await stand()
    const fang = slack.join('U0FANGFAN')
    await fang.leave()
    expect(inbound[0]?.body).toEqual({ kind: 'gone' })
    expect(await channel.send({ key: fang.id }, text('hello'), { id: v7() })).toEqual({
      status: 'rejected',
      unreachable: true,
      reason: 'user_disabled',
    })
  })

  test('who is active again is back, and can be written to; no change of a profile asks for it', async () => {
    const { slack, world, inbound, channel } = await stand()
    const fang = slack.join('U0FANGFAN')
    await fang.leave()
    await fang.rejoin()
    expect(inbound.map(({ from, body }) => [from.user, body.kind])).toEqual([
      [fang.id, 'gone'],
      [fang.id, 'back'],
    ])
    expect(await channel.send({ key: fang.id }, text('hello'), { id: v7() })).toMatchObject({ status: 'sent' })
    expect(world.calls.filter(({ method }) => method === 'users.info')).toEqual([])
    await fang.say('1')
    const member = world.members.get(fang.id)
    if (member) member.locale = 'zh-TW'
    await fang.rejoin()
    await fang.say('2')
    expect(inbound.at(-1)?.from.locale).toBe('zh-TW')
  })

  test('their language is asked for again after they have changed it', async () => {
    const { slack, world, inbound, clock } = await stand()
    const fang = slack.join('U0FANGFAN', { locale: 'en-US' })
    await fang.say('1')
    await fang.say('2')
    expect(world.calls.filter(({ method }) => method === 'users.info')).toHaveLength(1)
    clock.at += 25 * 60 * 60_000
    const member = world.members.get(fang.id)
    if (member) member.locale = 'zh-CN'
    await fang.say('3')
    expect(inbound.map(({ from }) => from.locale)).toEqual(['en-US', 'en-US', 'zh-CN'])
  })
})

describe('delivery', () => {
  test('a long text goes on in the next message; a part that has left is not sent again with the rest', async () => {
    const { slack, channel, clock } = await stand({
      rates: { conversation: { burst: 1, perSecond: 1 }, workspace: { burst: 9, perSecond: 9 } },
      deps: { pause: async () => undefined }, // too fast for the second part
    })
    const fang = slack.join('U0FANGFAN')
    const words = '很慢，等了三週。'.repeat(700)
    const id = v7()
    expect(await channel.send({ key: fang.id }, text(words), { id })).toEqual({
      status: 'retry',
      after: 1_000,
      reason: 'ratelimited',
    })
    clock.at += 1_000
    expect(await channel.send({ key: fang.id }, text(words), { id })).toMatchObject({ status: 'sent' })
    expect(
      fang
        .screen()
        .map((seen) => seen.words)
        .join(''),
    ).toBe(words)
  })

  test('too many are told to wait as long as Slack wishes', async () => {
    const { slack, channel } = await stand()
    const fang = slack.join('U0FANGFAN')
    const all = []
    for (let n = 0; n < 7; n++) all.push(await channel.send({ key: fang.id }, text(`${n}`), { id: v7() }))
    expect(all.map(({ status }) => status)).toEqual(['sent', 'sent', 'sent', 'sent', 'sent', 'retry', 'retry'])
    expect(all.at(-1)).toEqual({ status: 'retry', after: 1_000, reason: 'ratelimited' })
  })

  test('too many edits in the workspace: none is tried until Slack allows one again, and messages go on', async () => {
    const fast = { burst: 99, perSecond: 99 }
    const { slack, channel, world, clock } = await stand({
      rates: { conversation: fast, workspace: fast, edits: { burst: 1, perSecond: 1 / 30 } },
    })
    const people = ['U0FANGFAN', 'U0LINLIN0'].map((id) => slack.join(id))
    const refs = new Map<string, string>()
    const send = async (to: string, words: string, edits?: string) => {
      const delivery = await channel.send(
        { key: to },
        { ...text(words), ...(edits && { edits: v7() }) },
        { id: v7(), ...(edits && { edits }) },
      )
      if (delivery.status === 'sent') refs.set(to, delivery.ref ?? '')
      return delivery
    }
    for (const { id } of people) await send(id, 'before')
    const edit = (id: string) => send(id, 'after', refs.get(id))
    const statuses = []
    for (const { id } of [...people, ...people]) statuses.push((await edit(id)).status)
    expect(statuses).toEqual(['sent', 'retry', 'retry', 'retry'])
    expect(await edit('U0LINLIN0')).toEqual({ status: 'retry', after: 30_000, reason: 'ratelimited' })
    expect(world.calls.filter(({ method }) => method === 'chat.update')).toHaveLength(2)
    expect(await send('U0LINLIN0', 'a message')).toMatchObject({ status: 'sent' })
    clock.at += 30_000
    expect(await edit('U0LINLIN0')).toMatchObject({ status: 'sent' })
  })

  test.each([
    ['C0UNKNOWN', { status: 'rejected', unreachable: false, reason: 'channel_not_found' }],
    ['U0UNKNOWN', { status: 'rejected', unreachable: true, reason: 'user_not_found' }],
  ])('to %s', async (key, delivery) => {
    const { channel } = await stand()
    expect(await channel.send({ key }, text('hello'), { id: v7() })).toEqual(delivery)
  })

  test.each([['D0FANGFAN:1.000001'], ['of-another-channel'], [undefined]])(
    'in the place of %s, which is not there, it stands by itself',
    async (edits) => {
      const { slack, channel } = await stand()
      const fang = slack.join('U0FANGFAN')
      await channel.send({ key: fang.id }, text('first'), { id: v7() })
      const key = { id: v7(), ...(edits !== undefined && { edits }) }
      expect(await channel.send({ key: fang.id }, { ...text('hello'), edits: v7() }, key)).toMatchObject({
        status: 'sent',
        ref: expect.not.stringMatching(/1\.000001/),
      })
      expect(fang.screen().map(({ words }) => words)).toEqual(['first', 'hello'])
    },
  )

  test('a picture stands in the conversation with its words, in its thread where it has one', async () => {
    const { slack, channel, world } = await stand()
    const fang = slack.join('U0FANGFAN')
    const root = await channel.send({ key: fang.id }, text('How are we doing?'), { id: v7() })
    const thread = root.status === 'sent' ? (root.ref ?? '') : ''
    const png = Buffer.from('not really a picture, but bytes are bytes').toString('base64')
    const picture: Outbound = { kind: 'picture', png, alt: '近十二週滿意度', locale: 'zh-Hant' }
    const sent = await channel.send({ key: fang.id }, picture, { id: v7(), thread })
    const seen = fang.screen().at(-1)
    expect(seen).toMatchObject({ words: '近十二週滿意度', picture: true, thread: thread.split(':')[1] })
    expect(sent).toEqual({ status: 'sent', ref: `${fang.direct}:${seen?.ts}` })
    expect([...world.files.values()][0]?.bytes?.toString('base64')).toBe(png)
  })

  test('a picture whose words are too many for its description has all of them above it', async () => {
    const { slack, channel } = await stand()
    const fang = slack.join('U0FANGFAN')
    const rows = Array.from({ length: 40 }, (_, n) => `Team ${n} <R&D>: 79.1% (71–86%, n = ${100 + n})`)
    for (const [count, above] of [
      [5, false],
      [40, true],
    ] as const) {
      const alt = rows.slice(0, count).join('; ')
      const picture: Outbound = { kind: 'picture', png: 'iVBORw0KGgo=', alt, locale: 'en' }
      expect(await channel.send({ key: fang.id }, picture, { id: v7() })).toMatchObject({ status: 'sent' })
      const words = fang.screen().at(-1)?.words ?? ''
      expect(words.startsWith(`${alt}\n`)).toBe(above)
    }
  })

  test('a picture that may not be looked at again is sent all the same', async () => {
    const { slack, channel, world, clock } = await stand()
    const fang = slack.join('U0FANGFAN')
    const picture: Outbound = { kind: 'picture', png: 'iVBORw0KGgo=', alt: 'Twelve weeks', locale: 'en' }
    world.scopes.delete('files:read')
    expect(await channel.send({ key: fang.id }, picture, { id: v7() })).toEqual({ status: 'sent' })
    world.scopes.add('files:read')
    for (const file of world.files.values()) file.looks = -100
    clock.at += 1_000
    expect(await channel.send({ key: fang.id }, picture, { id: v7() })).toMatchObject({ status: 'sent' })
    expect(fang.screen()).toHaveLength(2)
  })

  test('whatever misfortune strikes, it is sent, to be sent again, or perhaps sent; nothing is lost', async () => {
    const faults = { seed: 7, limited: 0.1, failing: 0.1, resetting: 0.1, hanging: 0.02 }
    const { slack, channel } = await stand({ faults, rates: null, deps: { timeout: 60 } })
    const fang = slack.join('U0FANGFAN')
    const outcomes = new Map<string, number>()
    for (let n = 0; n < 150; n++) {
      const id = v7()
      for (let tried = 0; tried < 20; tried++) {
        const { status } = await channel.send({ key: fang.id }, text(`message ${n}.`), { id })
        outcomes.set(status, (outcomes.get(status) ?? 0) + 1)
        if (status === 'sent') break
      }
    }
    const seen = fang.screen().map(({ words }) => Number(/\d+/.exec(words)?.[0]))
    expect(new Set(seen).size).toBe(150)
    expect(seen).toEqual(seen.toSorted((a, b) => a - b)) // doubled here and there, but in order
    expect([...outcomes.keys()].sort()).toEqual(['retry', 'sent', 'unknown'])
  })

  test('a token that Slack does not accept is told at the start', async () => {
    await expect(stand({ deps: { token: 'xoxb-wrong' } })).rejects.toThrow(
      /Slack does not accept the bot’s token \(invalid_auth\): .*setup slack/,
    )
  })
})
