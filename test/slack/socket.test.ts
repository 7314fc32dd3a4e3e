import { expect, onTestFinished, test } from 'vitest'
import { standSlack } from './stand.ts'

/** Bot and Slack over a socket; `pauses` are those that the adapter made, and nobody waits for them. */
async function connected() {
  const pauses: number[] = []
  const stand = await standSlack({
    socket: true,
    acknowledgement: 300,
    deps: {
      pause: async (ms) => {
        pauses.push(ms)
        await new Promise((turn) => setImmediate(turn))
      },
    },
  })
  onTestFinished(stand.close)
  return { ...stand, pauses, fang: stand.slack.join('U0FANGFAN') }
}

test.each(['drop', 'refresh'] as const)(
  'after a %s the bot is there again at once, and hears what is said',
  async (how) => {
    const { slack, fang, inbound, errors, pauses } = await connected()
    await fang.say('1')
    slack[how]()
    await expect.poll(() => slack.connections()).toBe(2)
    await slack.connected()
    expect(await fang.say('2')).toMatchObject({ taken: true })
    expect(inbound.map(({ body }) => body)).toEqual([
      { kind: 'text', text: '1' },
      { kind: 'text', text: '2' },
    ])
    expect(slack.sockets()).toBe(1)
    expect(errors).toEqual([])
    expect(pauses).toEqual([])
  },
)

test('an event whose acknowledgement was lost with the connection comes again, with the same key', async () => {
  const { slack, fang, inbound, receives } = await connected()
  receives(async () => {
    if (inbound.length === 1) slack.drop()
    return { outcome: inbound.length === 1 ? 'done' : 'seen' }
  })
  const heard = await fang.say('2')
  expect(heard).toMatchObject({ taken: true })
  expect(heard.attempts).toBeGreaterThan(1)
  expect(new Set(inbound.map(({ key }) => key)).size).toBe(1)
})

test('a Slack that is away, or takes the token back, is asked again and again, ever more seldom; the process lives on', async () => {
  const { slack, world, fang, errors, pauses } = await connected()
  const token = world.appToken
  world.appToken = 'xapp-another'
  slack.drop()
  await expect.poll(() => pauses.length).toBeGreaterThan(7)
  expect(pauses.slice(0, 7)).toEqual([1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000])
  expect(String(errors[0])).toContain('invalid_auth')
  world.appToken = token
  await slack.connected()
  expect(await fang.say('5')).toMatchObject({ taken: true })
})

test('a stop while it tries to connect ends the trying', async () => {
  const { slack, world, channel, pauses } = await connected()
  world.appToken = 'xapp-another'
  slack.drop()
  await expect.poll(() => pauses.length).toBeGreaterThan(1)
  await channel.stop()
  const made = pauses.length
  for (let turns = 0; turns < 100; turns++) await new Promise((turn) => setImmediate(turn))
  expect(pauses.length).toBeLessThanOrEqual(made + 1)
  expect(slack.sockets()).toBe(0)
})
