/** Telegram and Slack as the flood needs them: their stand-ins, in front of which the real adapters stand. */
import type { Channel, Receive } from '../../src/channel.ts'
import { standSlack } from '../slack/stand.ts'
import { standTelegram } from '../telegram/stand.ts'
import { seededFaults } from '../telegram/stand-in/faults.ts'

/** What stands in one conversation, oldest first. */
export interface Line {
  words: string
  buttons: number
}

export interface Conversation {
  key: string
  lines(): Line[]
  /** They have been here: the record knows their contact. */
  come(): Promise<unknown>
  /** From now on nothing arrives here. */
  end(): void
}

export interface Platform {
  channel: Channel
  clock: { now: number }
  conversations: Conversation[]
  /** What was refused because too much came at once. */
  floods(): number
  /** How many calls went wrong. */
  faults(): number
  /** Why nothing arrives where it has ended. */
  reasons: string[]
  /** Whether that makes the person unreachable. */
  unreachable: boolean
  close(): Promise<void>
}

export interface PlatformOptions {
  seed: number
  /** Of all calls, 0–1. */
  share: number
  count: number
  receive: Receive
  /** Called when a call will not be answered. */
  hung: () => void
}

export type Open = (options: PlatformOptions) => Promise<Platform>

/** Milliseconds after which the adapters give up on a call that hangs. */
const PATIENCE = 400

export const telegram: Open = async ({ seed, share, count, receive, hung }) => {
  const draw = seededFaults(seed, share, ['429', '500', 'hang', 'reset', 'reset after', 'broken'])
  let faults = 0
  const fault = () => {
    const drawn = draw()
    if (drawn !== null) faults += 1
    if (drawn === 'hang') hung()
    return drawn
  }
  const stand = await standTelegram({ fault, receive, deps: { patience: PATIENCE } })
  const { telegram } = stand
  const people = Array.from({ length: count }, () => telegram.person())
  const groups = people.slice(-5).map(({ chat }) => telegram.group([chat]).chat)
  const lines = (chat: (typeof groups)[number]) => () =>
    chat.messages
      .filter(({ by, deleted }) => by === 'bot' && !deleted)
      .map(({ text, rows }) => ({ words: text, buttons: rows.flat().length }))
  return {
    channel: stand.channel,
    clock: stand.state,
    conversations: [
      ...people.slice(0, -5).map((person) => ({
        key: String(person.id),
        lines: lines(person.chat),
        come: () => telegram.updates.post(JSON.stringify(person.open())),
        end: () => void person.block(),
      })),
      ...groups.map((chat) => ({
        key: String(chat.id),
        lines: lines(chat),
        come: async () => undefined,
        end: () => undefined,
      })),
    ],
    floods: () => telegram.limits.floods,
    faults: () => faults,
    reasons: ['403 Forbidden: bot was blocked by the user', 'blocked'],
    unreachable: true,
    close: stand.end,
  }
}

export const slack: Open = async ({ seed, share, count, receive, hung }) => {
  const each = share / 5
  const stand = await standSlack({
    faults: { seed, limited: each, failing: each, resetting: each, hanging: each, breaking: each },
    rates: { conversation: { burst: 1, perSecond: 1 }, workspace: { burst: 2, perSecond: 20 } },
    hung,
    deps: { timeout: PATIENCE },
  })
  stand.receives(receive)
  const { world } = stand.slack
  const people = Array.from({ length: count }, (_, n) => stand.slack.join(`U${String(n).padStart(8, '0')}`))
  return {
    channel: stand.channel,
    clock: {
      get now() {
        return stand.clock.at
      },
      set now(at) {
        stand.clock.at = at
      },
    },
    conversations: people.map((person) => ({
      key: person.id,
      lines: () => person.screen().map(({ words, buttons }) => ({ words, buttons: buttons.length })),
      come: () => person.openHome('messages'),
      end() {
        const direct = world.channels.get(person.direct)
        if (direct) direct.archived = true
      },
    })),
    floods: () => world.floods,
    faults: () => world.faults,
    reasons: ['is_archived'],
    unreachable: false,
    close: stand.close,
  }
}
