import { messageOf, reach, read } from './post.ts'
import { type Decision, decided, type Staff, staff } from './wire.ts'

/** Who is at the staff panes. refused: the key in the address was no longer good. */
export type Login = { kind: 'staff'; staff: Staff } | { kind: 'nobody' } | { kind: 'refused' } | { kind: 'unreachable' }

/** The one-time key in the address (`/#key=…`); it is taken out of the address, so that nobody copies it from there. */
export function takeKey(): string | null {
  const key = new URLSearchParams(location.hash.slice(1)).get('key')
  if (key !== null) history.replaceState(null, '', location.pathname + location.search)
  return key
}

/** Changes a one-time key for a session, or asks who the session is when there is no key. */
export async function login(key: string | null): Promise<Login> {
  const response = await reach(
    '/staff/session',
    key === null
      ? {}
      : {
          method: 'POST',
          headers: { 'Content-Type': 'application/json' },
          body: JSON.stringify({ key, orNobody: true }),
        },
  )
  if (response === null || response.status >= 500) return { kind: 'unreachable' }
  if (response.status === 200) {
    const known = staff.safeParse(await read(response))
    return known.success ? { kind: 'staff', staff: known.data } : { kind: 'unreachable' }
  }
  if (key === null) return { kind: 'nobody' }
  const before = await login(null) // an old link opened once more by somebody who is logged in
  return before.kind === 'nobody' ? { kind: 'refused' } : before
}

interface Ending {
  id: string
  endedAt: string
  customer: { id: string; channel: 'web'; address: string; locale: string; name: string }
  agent: { id: string; name: string }
  team: string
}

/** Says that a service has just ended, as a helpdesk would: the decision, or in words why there is none (null: unreachable). */
export async function endService(ending: Ending, language: string): Promise<Decision | string | null> {
  const response = await reach('/v1/interactions', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'Accept-Language': language },
    body: JSON.stringify(ending),
  })
  if (response === null) return null
  const answer = await read(response)
  const made = decided.safeParse(answer)
  return made.success ? made.data.decision : messageOf(answer)
}
