/** A customer on Telegram: what they do is told by Telegram, to whichever process asks, until it is acknowledged. */
import { setTimeout as pause } from 'node:timers/promises'
import { z } from 'zod'
import type { Telegram } from '../telegram/stand-in/server.ts'
import { LONGEST } from './chat.ts'
import { TOKEN } from './customer.ts'
import { createDice } from './dice.ts'
import type { Line } from './line.ts'

export interface Texter {
  chat: { conversation: string; sent: string[] }
  /** Ids of the services that were reported. */
  reported: string[]
}

const decided = z.object({ decision: z.object({ asked: z.boolean() }) })
const LOOK = 50

export async function text(line: Line, telegram: Telegram, seed: string, name: string): Promise<Texter> {
  const dice = createDice(`${seed} ${name}`)
  const locale = ['en', 'zh-Hans', 'zh-Hant'][dice.among(0, 2)] ?? 'en'
  const person = telegram.person({ name, locale: locale.toLowerCase() })
  const sent: string[] = []
  const say = (words: string) => {
    person.type(words)
    sent.push(words)
  }
  /** The newest buttons, with the number of messages and edits that were seen by then. */
  const buttons = () => person.screen().findLast(({ rows }) => rows.length > 0)
  const screen = () => JSON.stringify(person.screen())

  if (dice.chance(0.3)) say(`this is ${name}, hello`)
  const reported = [`${name}-1`]
  const body = {
    id: reported[0],
    endedAt: new Date().toISOString(),
    customer: { id: name, channel: 'telegram', address: `${person.id}`, locale },
    agent: { id: 'anna', name: 'Anna' },
    team: 'refunds',
  }
  const answer = await line.deliver('v1/interactions', { authorization: `Bearer ${TOKEN}` }, body)
  let before = decided.parse(answer).decision.asked ? '[]' : screen()
  for (let asked = 0; asked < 6; asked++) {
    for (let waited = 0; screen() === before && waited < LONGEST; waited += LOOK) await pause(LOOK)
    const kept = buttons()
    if (!kept || dice.chance(0.1)) break
    before = screen()
    const keys = kept.rows.flat()
    const { callback_data: pressed = '' } = keys[dice.among(0, keys.length - 1)] ?? {}
    if (dice.chance(0.2)) say(dice.chance(0.5) ? `${dice.among(1, 5)}` : `${name} waited ${asked} hours`)
    else {
      person.callback(pressed, kept)
      sent.push(pressed)
    }
  }
  return { chat: { conversation: `telegram:${person.id}`, sent }, reported }
}
