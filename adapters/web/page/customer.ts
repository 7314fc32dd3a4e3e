import { backoff } from './backoff.ts'
import { keep, kept } from './keep.ts'
import { pause } from './pause.ts'
import { reach, read } from './post.ts'
import { type Session, session } from './wire.ts'

/** The customer of this browser, or null when there is none yet. */
export function knownCustomer(): Session | null {
  const text = kept('customer')
  if (text === null) return null
  try {
    const read = session.safeParse(JSON.parse(text))
    return read.success ? read.data : null
  } catch (error) {
    if (error instanceof SyntaxError) return null
    throw error
  }
}

/** A new anonymous customer, asked for until the server answers; this browser's from now on. */
export async function newCustomer(locale: string, stop: AbortSignal): Promise<Session | null> {
  for (let attempt = 0; !stop.aborted; attempt++) {
    const response = await reach('/chat/sessions', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'Accept-Language': locale },
      body: JSON.stringify({ locale }),
    })
    const made = response?.ok === true ? session.safeParse(await read(response)) : null
    if (made?.success === true && !stop.aborted) {
      keep('customer', JSON.stringify(made.data))
      return made.data
    }
    await pause(backoff(attempt, Math.random()), stop)
  }
  return null
}

/** Calls `then` when another tab of this browser changed the customer, so that all of them show the same one. */
export function whenCustomerChanges(then: (customer: Session) => void): () => void {
  const look = (event: StorageEvent) => {
    const customer = event.key === 'afterword.customer' ? knownCustomer() : null
    if (customer !== null) then(customer)
  }
  addEventListener('storage', look)
  return () => removeEventListener('storage', look)
}
