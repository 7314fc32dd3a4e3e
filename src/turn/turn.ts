/** The only orchestration: whatever happens comes through here, has its effect once, and is answered after the commit. */

import type { Trigger } from '../asking/trigger.ts'
import { conversationOf, type Inbound, type Receipt } from '../channel.ts'
import type { Database, Transaction } from '../store/database.ts'
import { failure, isConflict, isOutage } from '../store/failure.ts'
import { failedEvent, markReplayed } from '../store/inbound.ts'
import type { Message } from '../store/messages.ts'
import { type Due, takeTimer } from '../store/outbox.ts'
import { type Asked, askTurn } from './ask.ts'
import { clean } from './clean.ts'
import { keepFailed } from './failed.ts'
import { derivedId, turnId } from './ids.ts'
import { personTurn } from './person.ts'
import { createQueue } from './queue.ts'
import { timerTurn } from './timer.ts'
import { undeliveredTurn } from './undelivered.ts'
import type { Setting, Work } from './work.ts'
import { createWrites } from './writes.ts'

export interface Turns {
  /** Something a person did in a chat. */
  receive(inbound: Inbound): Promise<Receipt>
  /** A service has ended. @throws what the database threw, when nothing was stored */
  ask(trigger: Trigger): Promise<Asked>
  /** A timer has come due. */
  fire(timer: Due): Promise<void>
  /** A message will never be delivered. */
  undelivered(row: Due, owner: string, reason: string, unreachable: boolean): Promise<void>
  /** Resolves when every turn that has begun has ended. */
  drained(): Promise<void>
}

export interface TurnOptions {
  database: Database
  setting: Setting
  /** The instant, ISO 8601 with milliseconds: the only clock of a turn. */
  now: () => string
  /** Called after a commit that left something to send. A hint: the outbox polls as well. */
  nudge: () => void
  /** A turn threw: its event is kept as failed. */
  onFailure: (error: unknown, inbound: Inbound) => void
}

/** Two turns that meet in the database (a deadlock, the same new customer) are both right: the loser is played again. */
const TRIES = 4

export function createTurns({ database, setting, now, nudge, onFailure }: TurnOptions): Turns {
  const queue = createQueue()

  async function once<T>(at: string, decide: (work: Work) => Promise<T>): Promise<T> {
    const turn = turnId(at)
    let made = 0
    const id = () => derivedId(turn, ++made)
    const writes = createWrites({ at, id })
    let transaction: Transaction | undefined
    const afterwards: (() => Promise<void>)[] = []
    const work: Work = {
      at,
      id,
      writes,
      spoken: new Map(),
      after: (act) => void afterwards.push(act),
      async load(statements) {
        if (transaction) return transaction.run(statements)
        const opened = await database.begin(statements)
        transaction = opened.transaction
        return opened.rows
      },
    }
    try {
      const result = await decide(work)
      await transaction?.commit(writes.statements(transaction.slot))
      if (writes.sends) nudge()
      await Promise.all(afterwards.map((act) => act()))
      return result
    } catch (error) {
      await transaction?.rollback()
      throw error
    }
  }

  async function play<T>(at: string, decide: (work: Work) => Promise<T>): Promise<T> {
    for (let tried = 1; ; tried++) {
      try {
        return await once(at, decide)
      } catch (error) {
        if (tried >= TRIES || !isConflict(error)) throw error
      }
    }
  }

  /** A failed event comes back as what it was, under a key of its own. */
  async function replay(id: string, timer: Due): Promise<void> {
    const [[row]] = await database.run([failedEvent({ id })])
    if (row) {
      const { channel, from } = row.event
      const receipt = await receive({ channel, from, key: `${row.key}~${row.id}`, body: bodyOf(row.content) })
      if (receipt.outcome === 'retry') throw new Error('the record cannot be reached')
    }
    await database.run([markReplayed({ id, at: now() }), takeTimer({ id: timer.id })])
  }

  function receive(given: Inbound): Promise<Receipt> {
    const inbound = clean(given)
    const conversation = conversationOf(inbound.channel, inbound.from.address)
    return queue.run(conversation, async () => {
      const at = now()
      try {
        return await play<Receipt>(at, (work) => personTurn(setting, work, inbound))
      } catch (error) {
        if (isOutage(error)) return { outcome: 'retry' }
        onFailure(error, inbound)
        try {
          return await once(at, (work) => keepFailed(setting, work, inbound, failure(error)))
        } catch {
          return { outcome: 'retry' } // not even that could be stored, so the platform keeps it
        }
      }
    })
  }

  return {
    receive,
    ask(given) {
      const trigger = clean(given)
      return queue.run(`customer:${trigger.customer.id}`, () => play(now(), (work) => askTurn(setting, work, trigger)))
    },
    async fire(timer) {
      const failed = timer.subject?.startsWith('failed:') ? timer.subject.slice('failed:'.length) : null
      if (failed !== null) return replay(failed, timer)
      await play(now(), (work) => timerTurn(setting, work, timer))
    },
    async undelivered(row, owner, reason, unreachable) {
      await play(now(), (work) => undeliveredTurn(setting, work, { row, owner, reason, unreachable }))
    },
    drained: () => queue.drained(),
  }
}

/** What was received is kept as it came, save for a press, which is shown with its label. */
function bodyOf(content: Message['content']): Inbound['body'] {
  switch (content.kind) {
    case 'press':
      return { kind: 'press', token: content.token }
    case 'open':
    case 'text':
    case 'form':
    case 'media':
    case 'edit':
    case 'gone':
    case 'back':
      return content
    case 'prompt':
    case 'card':
    case 'picture':
    case 'chart':
    case 'erased':
      return { kind: 'open' } // its words are gone, and with them what it asked for
  }
}
