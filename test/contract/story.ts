/** One customer's story, told over any channel: a bad score, words, a follow-up by staff, and what came of it. */
import { readToken, token } from '../../src/channel.ts'
import { type Bot, openBot } from './bot.ts'
import type { Act, Harness, Told } from './channel.ts'

const START = Date.parse('2026-03-02T09:00:00.000Z')
const MINUTE = 60_000

export type Actor = Pick<Harness, 'channel' | 'person' | 'receives' | 'act' | 'send' | 'shown'>

/** A bot whose customer is on the channel of `actor`, and whose staff sit in memory. */
export async function open(actor: Actor) {
  const clock = { at: START }
  const desk: string[] = []
  const { name, capabilities } = actor.channel
  const bot = await openBot({
    now: () => clock.at,
    channels: [
      { name, capabilities, send: (_to, outbound, { id, edits }) => actor.send(outbound, id, edits) },
      {
        name: 'test',
        capabilities: { ...capabilities, budgets: [] },
        async send(_to, outbound, { id }) {
          if (outbound.kind === 'card' && outbound.edits === undefined) desk.push(id)
          return { status: 'sent' }
        },
      },
    ],
  })
  actor.receives(bot.receive)
  let made = 0
  const staff = async (kind: 'press' | 'form', choice: string, values: Record<string, string> = {}) => {
    clock.at += MINUTE
    const body = { token: token(desk[0] ?? '', choice), ...(kind === 'form' ? { kind, values } : { kind }) }
    await bot.receive({ channel: 'test', key: `desk-${++made}`, from: { user: 'lin', address: { key: 'lin' } }, body })
    await bot.deliverer.drain()
  }
  return {
    ...bot,
    actor,
    clock,
    press: (choice: string) => staff('press', choice),
    fill: (choice: string, values: Record<string, string>) => staff('form', choice, values),
    /** A service of Anna's for the customer has ended. */
    async ask(): Promise<void> {
      await bot.turns.ask({
        id: 'case-7',
        endedAt: new Date(clock.at).toISOString(),
        customer: { id: 'mei', name: 'Mei', locale: 'zh-Hant', channel: name, address: actor.person.key },
        agent: { id: 'anna', name: 'Anna' },
        team: 'refunds',
      })
      await bot.deliverer.drain()
    },
    /** The token of the newest button on the customer's screen that means `choice`. */
    async button(choice: string): Promise<string> {
      const tokens = (await actor.shown()).flatMap(({ buttons }) => buttons.map((button) => button.token))
      const found = tokens.findLast((each) => readToken(each)?.choice === choice)
      if (found === undefined) throw new Error(`there is no button ${choice}`)
      return found
    },
  }
}

export type Scene = Awaited<ReturnType<typeof open>>

/** How what the customer does reaches the bot. */
export type Manner = (act: Act, deliver: (act: Act) => Promise<Told>, bot: Bot) => Promise<void>

/** The whole story. */
export async function tell(scene: Scene, manner: Manner): Promise<void> {
  const { actor, clock, deliverer } = scene
  let made = 0
  async function does(what: { text: string } | { choice: string }): Promise<void> {
    clock.at += MINUTE
    const act = 'text' in what ? what : { token: await scene.button(what.choice) }
    await manner({ id: `event-${1_000 + ++made}`, ...act }, actor.act, scene)
    await deliverer.drain()
  }
  await scene.ask()
  await does({ text: '等了三個星期才退款，打了 0912345678 也沒人接' })
  await does({ choice: '2' })
  await does({ choice: 'yes' })
  await scene.press('claim')
  await scene.press('contacted')
  await scene.fill('write', { text: '您好，我來處理，今天給您答覆。' })
  await does({ text: '好，請盡快' })
  await scene.fill('resolve', { cause: 'process', action: '已退款', note: '款項已退回。' })
  await does({ choice: 'no' })
  await does({ text: '錢還沒有收到' })
}
