import { backoff } from './backoff.ts'
import { keep, kept } from './keep.ts'
import { pause } from './pause.ts'
import { messageOf, reach, read, waitOf } from './post.ts'
import { json, type Session, session } from './wire.ts'

/** The customer of this browser, or null when there is none yet. */
export function knownCustomer(): Session | null {
  const known = session.safeParse(json(kept('customer') ?? ''))
  return known.success ? known.data : null
}

interface Wish {
  locale: string
  /** The host site's word for who the customer is. */
  identity: string | null
  stop: AbortSignal
  /** Told, in the server's words or in none, while there is none yet. */
  onWait: (message: string) => void
}

/** A customer as the server gives one, asked for until it answers. `refused`: it does not take the identity. */
export async function newCustomer({ locale, identity, stop, onWait }: Wish): Promise<Session | 'refused' | null> {
  for (let attempt = 0; !stop.aborted; attempt++) {
    const response = await reach('/chat/sessions', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'Accept-Language': locale },
      body: JSON.stringify({ locale, ...(identity !== null && { identity, orNobody: true }) }),
    })
    if (response?.status === 204) {
      console.warn(
        'Afterword: the identity was not accepted; is it signed with the shared secret, and still good? The chat is anonymous.',
      )
      return 'refused'
    }
    const answer = response === null ? null : await read(response)
    const made = response?.ok === true ? session.safeParse(answer) : null
    if (made?.success === true) return stop.aborted ? null : made.data
    onWait(messageOf(answer))
    await pause(response?.status === 429 ? waitOf(response) : backoff(attempt, Math.random()), stop)
  }
  return null
}

/** The customer is this browser's from now on, in all its tabs. */
export const keepCustomer = (customer: Session): void => keep('customer', JSON.stringify(customer))

/** Calls `then` when another tab of this browser changed the customer, so that all of them show the same one. */
export function whenCustomerChanges(then: (customer: Session) => void): () => void {
  const look = (event: StorageEvent) => {
    const customer = event.key === 'afterword.customer' ? knownCustomer() : null
    if (customer !== null) then(customer)
  }
  addEventListener('storage', look)
  return () => removeEventListener('storage', look)
}
