import { setTimeout as pause } from 'node:timers/promises'
import { z } from 'zod'
import { token } from '../../src/channel.ts'
import type { Dice } from './dice.ts'
import type { Line } from './line.ts'
import { createReader, type Reader, type Row } from './reader.ts'

/** One person's conversation: what is sent, until it is acknowledged, and what is read. */
export interface Chat {
  reader: Reader
  conversation: string
  /** How to be this person in a request. */
  headers: Record<string, string>
  /** Everything that was sent and acknowledged, as it must stand in the record. */
  sent: string[]
  say(text: string): Promise<void>
  press(message: string, choice: string): Promise<void>
  fill(message: string, choice: string, values: Record<string, string>): Promise<void>
  /** Resolves when the answer to everything that was sent is on the screen. */
  settled(): Promise<void>
  /** The newest message whose buttons can still be pressed. */
  open(): Row | undefined
}

const receipt = z.object({ outcome: z.enum(['done', 'seen']) })

/** Milliseconds. A press that changes nothing is answered by nothing: so long is waited for more. */
const SILENCE = 200

/** Milliseconds after which a person goes on without what should be on the screen; what was lost is named at the end. */
export const LONGEST = 15_000

/** Waits for something, but no longer than `ms` milliseconds. */
export const within = (ms: number, what: Promise<void>): Promise<void> =>
  Promise.race([what, pause(ms, undefined, { ref: false })])

/** The share of events that a platform sends twice at once. */
const TWICE = 0.2

export function createChat(
  line: Line,
  who: { conversation: string; headers: Record<string, string>; dice: Dice },
): Chat {
  const { conversation, headers, dice } = who
  const reader = createReader(line, headers)
  const sent: string[] = []
  let made = 0

  async function send(body: { text: string } | { token: string; values?: Record<string, string> }): Promise<void> {
    const event = { key: `event-number-${++made}`, ...body }
    const copies = dice.chance(TWICE) ? [event, event] : [event]
    const receipts = await Promise.all(copies.map((copy) => line.deliver('chat/messages', headers, copy)))
    for (const each of receipts) receipt.parse(each)
    sent.push('text' in body ? body.text : body.token)
  }

  return {
    reader,
    conversation,
    headers,
    sent,
    say: (text) => send({ text }),
    press: (message, choice) => send({ token: token(message, choice) }),
    fill: (message, choice, values) => send({ token: token(message, choice), values }),
    async settled() {
      await within(
        LONGEST,
        reader.until((rows) => heardIn(rows).length >= sent.length),
      )
      const said = reader.until((rows) => {
        const newest = rows.findLast((row) => row.direction === 'out' && row.content.edits === undefined)
        return (newest?.seq ?? 0) > (heardIn(rows).at(-1)?.seq ?? 0)
      })
      await within(SILENCE, said)
    },
    open: () => openIn(reader.rows),
  }
}

const heardIn = (rows: Row[]): Row[] => rows.filter(({ direction }) => direction === 'in')

/** Edits replace the message that they name; the last one without buttons retires it. */
function openIn(rows: Row[]): Row | undefined {
  const newest = new Map<string, Row>()
  for (const row of rows) if (row.direction === 'out') newest.set(row.content.edits ?? row.id, row)
  return [...newest.values()].findLast(({ content }) => (content.choices?.length ?? 0) > 0 && !isAnswered(content))
}

const isAnswered = (content: Row['content']): boolean => content.answered !== undefined
