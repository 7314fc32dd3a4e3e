import { createHash } from 'node:crypto'
import { errors, type JWTPayload, jwtVerify, SignJWT } from 'jose'

/** A session token is for one of the two: what is signed for a chat opens nothing for staff. */
export type Audience = 'afterword:chat' | 'afterword:staff'

/** Seconds. */
export const CHAT_LIFE = 30 * 24 * 3_600
export const STAFF_LIFE = 12 * 3_600
/** Seconds by which the clock of the host site may differ from ours. */
const CLOCK_SKEW = 30

export interface Session {
  subject: string
  locale: string | null
  /** Which of the subject's sessions it is one of, or by whose word; empty: of any. */
  of: string
  /** Milliseconds since the epoch. */
  expiresAt: number
}

/** A signed token for `subject` that lives `life` seconds from `now` (milliseconds since the epoch). */
export const issueSession = (
  secret: Uint8Array,
  audience: Audience,
  { subject, locale, of }: { subject: string; locale?: string | null; of?: string },
  now: number,
  life: number,
): Promise<string> =>
  new SignJWT({ ...(locale && { locale }), ...(of && { sid: of }) })
    .setProtectedHeader({ alg: 'HS256' })
    .setAudience(audience)
    .setSubject(subject)
    .setIssuedAt(Math.floor(now / 1_000))
    .setExpirationTime(Math.floor(now / 1_000) + life)
    .sign(secret)

/** Whose word a customer's session rests on: a secret that is changed ends the sessions it has proved. Empty: on nobody's. */
export const provedBy = (key: string, identitySecret: string | null): string =>
  key.startsWith('sub:') && identitySecret
    ? createHash('sha256').update(`proved by ${identitySecret}`).digest('base64url').slice(0, 16)
    : ''

/** The session of a token, or null when it is forged, expired or for another audience. */
export async function readSession(
  secret: Uint8Array,
  audience: Audience,
  token: string,
  now: number,
): Promise<Session | null> {
  const claims = await verified(token, secret, { audience, currentDate: new Date(now) })
  if (typeof claims?.sub !== 'string' || typeof claims.exp !== 'number') return null
  const of = typeof claims.sid === 'string' ? claims.sid : ''
  return { subject: claims.sub, locale: localeOf(claims), of, expiresAt: claims.exp * 1_000 }
}

/**
 * Who the host site says the customer is: `sub` of an HS256 token with an `exp` that has not passed; null when it proves nothing.
 * A `sub` is 1–200 characters without control characters or broken surrogates.
 */
export async function readIdentity(
  secret: string,
  token: string,
  now: number,
): Promise<{ sub: string; locale: string | null } | null> {
  const options = { currentDate: new Date(now), clockTolerance: CLOCK_SKEW }
  const claims = await verified(token, new TextEncoder().encode(secret), options)
  if (typeof claims?.sub !== 'string' || !isSubject(claims.sub)) return null
  return { sub: claims.sub, locale: localeOf(claims) }
}

/** Whether this may stand as a customer's id in an address. */
export const isSubject = (sub: string): boolean =>
  sub.length >= 1 && sub.length <= 200 && !/[\p{Control}\p{Surrogate}]/u.test(sub)

const localeOf = (claims: JWTPayload): string | null => (typeof claims.locale === 'string' ? claims.locale : null)

/** The claims of a good token; only HS256 is accepted, so a token cannot choose how it is checked. */
async function verified(
  token: string,
  secret: Uint8Array,
  options: { audience?: string; currentDate: Date; clockTolerance?: number },
): Promise<JWTPayload | null> {
  try {
    const { payload } = await jwtVerify(token, secret, {
      ...options,
      algorithms: ['HS256'],
      requiredClaims: ['exp', 'sub'],
    })
    return payload
  } catch (error) {
    if (error instanceof errors.JOSEError) return null
    throw error
  }
}
