import type { Receive } from '../../src/channel.ts'
import { type Outbound, token } from '../../src/channel.ts'
import { capabilities } from '../capabilities.ts'
import type { Shown } from './channel.ts'
import type { Actor } from './story.ts'

/** A channel without a platform: what others are compared with. */
export function plain(): Actor {
  const person = { key: 'mei' }
  const shown = new Map<string, Outbound>()
  let receive: Receive = async () => ({ outcome: 'done' })
  const channel = {
    name: 'plain',
    capabilities,
    start: async () => undefined,
    send: async () => ({ status: 'sent' as const }),
    stop: async () => undefined,
  }
  return {
    channel,
    person,
    receives(next) {
      receive = next
    },
    async act({ id, ...what }) {
      const body = 'text' in what ? ({ kind: 'text', ...what } as const) : ({ kind: 'press', ...what } as const)
      const { outcome } = await receive({ channel: 'plain', key: id, from: { user: 'mei', address: person }, body })
      return { repeat: outcome === 'retry', status: 200 }
    },
    async send(outbound, id) {
      shown.set(outbound.edits ?? id, outbound)
      return { status: 'sent' }
    },
    shown: async () => [...shown].map(([id, outbound]) => show(id, outbound)),
  }
}

const show = (id: string, outbound: Outbound): Shown => ({
  words: 'text' in outbound ? outbound.text : '',
  buttons:
    outbound.kind === 'prompt' && outbound.answered === undefined
      ? outbound.choices.map((choice) => ({ label: choice.label, token: token(id, choice.id) }))
      : [],
  picture: false,
})
