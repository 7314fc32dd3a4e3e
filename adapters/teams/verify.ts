import { createRemoteJWKSet, decodeProtectedHeader, errors, jwtVerify } from 'jose'
import { z } from 'zod'
import type { Places, TeamsDeps } from './deps.ts'

/** forged: not from Teams, or not for this bot. away: Microsoft's keys cannot be had just now. */
export type Verified =
  | { kind: 'genuine'; service: string; mayCarry(channel: string): boolean }
  | { kind: 'forged' }
  | { kind: 'away' }

export type Verify = (authorization: string | null) => Promise<Verified>

const ISSUER = 'https://api.botframework.com'
/** Seconds by which clocks may differ. Source: “Authentication with the Bot Connector API” at learn.microsoft.com. */
const SKEW = 300
const Metadata = z.object({ issuer: z.literal(ISSUER), jwks_uri: z.url() })
const Claims = z.object({ serviceurl: z.string().min(1) })
const Endorsed = z.object({ kid: z.string(), endorsements: z.array(z.string()).optional() })

/**
 * Verifies the token that Teams sends with every request: signed by the Bot Framework, for this bot, not over. The SDK's own check answers 500
 * to a bad signature, prints keys, and lets tokens of its emulator in; this one knows Teams alone.
 */
export function openVerify({ appId, now, timeout = 10_000 }: TeamsDeps, { openId }: Places): Verify {
  let keys: Promise<ReturnType<typeof createRemoteJWKSet>> | undefined

  async function discover(): Promise<ReturnType<typeof createRemoteJWKSet>> {
    const response = await fetch(openId, { signal: AbortSignal.timeout(timeout) })
    const { jwks_uri } = Metadata.parse(await response.json())
    return createRemoteJWKSet(new URL(jwks_uri), { timeoutDuration: timeout })
  }

  return async (authorization) => {
    const [, token] = /^Bearer ([\w.-]{1,8000})$/.exec(authorization ?? '') ?? []
    if (token === undefined) return { kind: 'forged' }
    keys ??= discover()
    try {
      const found = await keys
      const { payload } = await jwtVerify(token, found, {
        algorithms: ['RS256'],
        issuer: ISSUER,
        audience: appId,
        clockTolerance: SKEW,
        currentDate: new Date(now()),
        requiredClaims: ['exp'],
      })
      const claims = Claims.safeParse(payload)
      if (!claims.success) return { kind: 'forged' }
      const { kid } = decodeProtectedHeader(token)
      const endorsed = z.array(Endorsed.catch({ kid: '' })).parse(found.jwks()?.keys ?? [])
      const { endorsements } = endorsed.find((key) => key.kid === kid) ?? {}
      return {
        kind: 'genuine',
        service: claims.data.serviceurl,
        mayCarry: (channel) => endorsements === undefined || endorsements.includes(channel),
      }
    } catch (error) {
      if (error instanceof errors.JOSEError && !(error instanceof errors.JWKSTimeout) && !isAway(error))
        return { kind: 'forged' }
      keys = undefined
      return { kind: 'away' }
    }
  }
}

/** jose tells a key server's bad answer by its plain error only. */
const isAway = (error: errors.JOSEError): boolean => error.code === 'ERR_JOSE_GENERIC'
