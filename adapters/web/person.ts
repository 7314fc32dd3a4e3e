import { type Address, conversationOf, type Sender } from '../../src/channel.ts'
import type { StaffMember, WebDeps } from './deps.ts'
import { fromAllowedSite, fromOwnPage } from './origin.ts'
import type { Refusal } from './refusal.ts'
import { isSubject, provedBy, readSession } from './session.ts'

export const CHANNEL = 'web'
export const COOKIE = 'afterword_staff'

/** Whoever sends a request, once a session has proved it. */
export interface Person {
  sender: Sender
  conversation: string
  /** Whether their session is still good; an open stream ends when it is not. */
  holds(): boolean
}

const VISITOR = /^visitor:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** Whether a key names a customer: a visitor of ours, or a customer whom the host site has proved. */
export const isCustomer = (key: string): boolean =>
  VISITOR.test(key) || (key.startsWith('sub:') && isSubject(key.slice(4)))

/** Whether an address is one that this channel can write to: a customer's, which has a prefix, or a member of staff's, which has none. */
export const isAddress = ({ key }: Address): boolean => isCustomer(key) || (isSubject(key) && !key.includes(':'))

/** A customer's address key is also the user's name, so no customer can carry the id of a member of staff. */
export function customer(key: string, locale: string | null): Sender {
  const proved = key.startsWith('sub:') && { customer: key.slice(4) }
  return { user: key, address: { key }, ...(locale && { locale }), ...proved }
}

const colleague = ({ id, name, locale }: StaffMember): Sender => ({
  user: id,
  address: { key: id },
  locale,
  name,
})

/** Who is signed in as staff on our own page: for every route that takes the cookie. */
export async function signedIn(
  deps: Pick<WebDeps, 'secret' | 'staff' | 'sessionOf' | 'now'>,
  request: Request,
): Promise<{ member: StaffMember; holds: () => boolean } | Refusal> {
  const cookie = cookieOf(request)
  if (cookie === null) return { refused: 'staff_session' }
  if (!fromOwnPage(request)) return { refused: 'origin' }
  const session = await readSession(deps.secret, 'afterword:staff', cookie, deps.now())
  const member = session && deps.staff(session.subject)
  if (!session || !member) return { refused: 'staff_session' }
  const holds = () => deps.now() < session.expiresAt && deps.sessionOf(member.id) === session.of
  return holds() ? { member, holds } : { refused: 'staff_session' }
}

/** Whose request it is: a bearer token's, else the staff cookie's. A bad token is never made up for by a cookie. */
export async function identify(deps: WebDeps, request: Request): Promise<Person | Refusal> {
  const bearer = request.headers.get('authorization')
  if (bearer === null && cookieOf(request) !== null) {
    const found = await signedIn(deps, request)
    return 'refused' in found ? found : person(colleague(found.member), found.holds)
  }
  if (!fromAllowedSite(request, deps.origins)) return { refused: 'origin' }
  const [, token] = /^Bearer ([\w.-]+)$/i.exec(bearer ?? '') ?? []
  const session = token === undefined ? null : await readSession(deps.secret, 'afterword:chat', token, deps.now())
  if (session === null || !isCustomer(session.subject)) return { refused: 'session' }
  if (session.of !== provedBy(session.subject, deps.identitySecret)) return { refused: 'session' }
  return person(customer(session.subject, session.locale), () => deps.now() < session.expiresAt)
}

const person = (sender: Sender, holds: () => boolean): Person => ({
  sender,
  conversation: conversationOf(CHANNEL, sender.address),
  holds,
})

function cookieOf(request: Request): string | null {
  const pairs = (request.headers.get('cookie') ?? '').split(';').map((pair) => pair.trim())
  return pairs.find((pair) => pair.startsWith(`${COOKIE}=`))?.slice(COOKIE.length + 1) ?? null
}
