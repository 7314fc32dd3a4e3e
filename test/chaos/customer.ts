import { z } from 'zod'
import { type Chat, createChat, LONGEST, within } from './chat.ts'
import { createDice, type Dice } from './dice.ts'
import type { Line } from './line.ts'
import type { Row } from './reader.ts'

export const TOKEN = 'a-token-for-chaos'

const session = z.object({ session: z.string(), address: z.string(), conversation: z.string() })
const decided = z.object({ id: z.string(), decision: z.object({ asked: z.boolean() }) })

export interface Customer {
  name: string
  chat: Chat
  /** Ids of the services that were reported. */
  reported: string[]
  /** Answers whatever is asked now; a customer may fall silent at any question. */
  answer(): Promise<void>
}

/** A customer comes, is served and asked, and answers as people do: twice, in bursts, in words, or not at all; who is `late` says less and does not come a second time. */
export async function visit(line: Line, seed: string, name: string, late: () => boolean): Promise<Customer> {
  const dice = createDice(`${seed} ${name}`)
  const locale = ['en', 'zh-Hans', 'zh-Hant'][dice.among(0, 2)] ?? 'en'
  const { session: bearer, address, conversation } = session.parse(await line.deliver('chat/sessions', {}, { locale }))
  const chat = createChat(line, { conversation, headers: { authorization: `Bearer ${bearer}` }, dice })
  const reported: string[] = []

  /** A service has ended. Resolves when its question, if there is one, is on the screen. */
  async function report(): Promise<void> {
    const before = chat.reader.rows.length
    const id = `${name}-${reported.length + 1}`
    reported.push(id)
    const body = {
      id,
      endedAt: new Date().toISOString(),
      customer: { id: name, channel: 'web', address, locale },
      agent: { id: 'anna', name: 'Anna' },
      team: 'refunds',
    }
    const copies = dice.chance(0.2) ? [body, body] : [body]
    const headers = { authorization: `Bearer ${TOKEN}` }
    const answers = await Promise.all(copies.map((copy) => line.deliver('v1/interactions', headers, copy)))
    const asked = answers.map((each) => decided.parse(each)).some(({ decision }) => decision.asked)
    const shown = () => chat.reader.until((rows) => rows.slice(before).some(({ content }) => content.kind === 'prompt'))
    if (asked) await within(LONGEST, shown())
  }

  async function answer(): Promise<void> {
    for (let asked = 0; asked < 8; asked++) {
      await chat.settled()
      const prompt = chat.open()
      if (!prompt || dice.chance(late() ? 0.5 : 0.1)) return
      await Promise.all(answers(chat, dice, name, prompt).map((send) => send()))
    }
  }

  // Some write at the very moment in which their service is reported: two turns that both meet an unknown customer.
  await Promise.all([report(), ...(dice.chance(0.3) ? [chat.say(`this is ${name}, hello`)] : [])])
  await answer()
  if (dice.chance(0.4) && !late()) {
    await report()
    await answer()
  }
  return { name, chat, reported, answer }
}

/** What is done about a question: usually one thing, sometimes two or three at once. */
function answers(chat: Chat, dice: Dice, name: string, { id, content }: Row): (() => Promise<void>)[] {
  const offers = (choice: string) => content.choices?.some((each) => each.id === choice) ?? false
  const words = () => chat.say(`${name} waited ${chat.sent.length} hours`)
  if (offers('5')) {
    const [first = 1, second = 2] = dice.chance(0.5) ? [dice.among(1, 2), dice.among(3, 5)] : [dice.among(4, 5), 2]
    const value = `${first}`
    return [
      dice.chance(0.15) ? () => chat.say(value) : () => chat.press(id, value),
      ...(dice.chance(0.2) ? [() => chat.press(id, `${second}`)] : []),
      ...(dice.chance(0.3) ? [words] : []),
    ]
  }
  if (offers('skip')) return [dice.chance(0.8) ? words : () => chat.press(id, 'skip')]
  return [() => chat.press(id, dice.chance(0.7) ? 'yes' : 'no')]
}
