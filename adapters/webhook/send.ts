import { Webhook } from 'standardwebhooks'
import { z } from 'zod'
import type { Channel, Delivery } from '../../src/channel.ts'
import { broken, refused } from './errors.ts'
import { conversationAt } from './parse.ts'
import { render } from './render.ts'

const answerSchema = z.object({ ref: z.string().min(1).max(200) })
/** Characters of an answer that are read; a longer one gives no `ref`. */
const ANSWER_LIMIT = 10_000

export interface SendOptions {
  url: string
  secret: string
  /** Milliseconds until a call is given up. */
  patience: number
  now: () => number
  /** Ends what is under way. */
  stop: AbortSignal
}

/** One POST a message, signed as Standard Webhooks say. An answer of 2xx may give the platform's `ref`, by which it can be edited. */
export function createSend({ url, secret, patience, now, stop }: SendOptions): Channel['send'] {
  const signer = new Webhook(secret)
  return async (to, outbound, key) => {
    const conversation = conversationAt(to)
    if (conversation === null)
      return { status: 'rejected', unreachable: false, reason: 'not an address of the webhook channel' }
    const body = JSON.stringify(render(conversation, outbound, key))
    const at = new Date(now())
    try {
      const answer = await fetch(url, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          'webhook-id': key.id,
          'webhook-timestamp': String(Math.floor(at.getTime() / 1_000)),
          'webhook-signature': signer.sign(key.id, at, body),
        },
        body,
        redirect: 'manual',
        signal: AbortSignal.any([AbortSignal.timeout(patience), stop]),
      })
      if (answer.ok) return taken(await answer.text())
      await answer.body?.cancel()
      return refused(answer)
    } catch (error) {
      return broken(error)
    }
  }
}

function taken(text: string): Delivery {
  if (text.length > ANSWER_LIMIT) return { status: 'sent' }
  try {
    const { ref } = answerSchema.parse(JSON.parse(text))
    return { status: 'sent', ref }
  } catch {
    return { status: 'sent' } // an answer without a `ref`, or without any words: it was taken all the same
  }
}
