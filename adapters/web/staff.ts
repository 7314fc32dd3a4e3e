import type { Http } from '../../src/channel.ts'
import { readBody } from './body.ts'
import type { StaffMember, WebDeps } from './deps.ts'
import { fromOwnPage, isSecure } from './origin.ts'
import { parseStaffKey } from './parse.ts'
import { COOKIE, signedIn } from './person.ts'
import { isRefusal, nobody, PRIVATE, type Refusal, refuse } from './refusal.ts'
import { issueSession, STAFF_LIFE } from './session.ts'

/** Signing in with a one-time key, asking who is signed in, signing out. */
export function staffRoutes(http: Http, deps: WebDeps): void {
  http.on('POST', '/staff/session', async (request) => {
    const member = await redeemed(deps, request)
    if (member === null) return nobody()
    if (isRefusal(member)) return refuse(request, member)
    const { id } = member
    const of = deps.sessionOf(id) ?? ''
    const session = await issueSession(deps.secret, 'afterword:staff', { subject: id, of }, deps.now(), STAFF_LIFE)
    return Response.json(shown(deps, member), {
      headers: { ...PRIVATE, 'set-cookie': cookie(request, session, STAFF_LIFE) },
    })
  })

  http.on('GET', '/staff/session', async (request) => {
    const found = await signedIn(deps, request)
    if (!isRefusal(found)) return Response.json(shown(deps, found.member), { headers: PRIVATE })
    return found.refused === 'staff_session' ? nobody() : refuse(request, found)
  })

  http.on('DELETE', '/staff/session', async (request) => {
    if (!fromOwnPage(request)) return refuse(request, { refused: 'origin' })
    const found = await signedIn(deps, request)
    if (!isRefusal(found)) await deps.signOut(found.member.id)
    return new Response(null, { status: 204, headers: { ...PRIVATE, 'set-cookie': cookie(request, '', 0) } })
  })
}

/** The origin is looked at first, so that a foreign page cannot use up a key. */
async function redeemed(deps: WebDeps, request: Request): Promise<StaffMember | Refusal | null> {
  if (!fromOwnPage(request)) return { refused: 'origin' }
  const read = await readBody(request)
  const wish = isRefusal(read) ? read : parseStaffKey(read.text)
  if (isRefusal(wish)) return wish
  const id = await deps.redeem(wish.key)
  const member = id === null ? null : deps.staff(id)
  return member ?? (wish.orNobody === true ? null : { refused: 'staff_key' })
}

const shown = ({ served }: WebDeps, { id, name, roles, locale }: StaffMember) => ({ id, name, roles, locale, served })

const cookie = (request: Request, value: string, seconds: number): string =>
  `${COOKIE}=${value}; Path=/; HttpOnly; SameSite=Strict; Max-Age=${seconds}${isSecure(request) ? '; Secure' : ''}`
