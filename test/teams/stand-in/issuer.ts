/** Who signs in place of the Bot Framework and of Entra: keys, tokens for what Teams sends, log-in for what the bot sends. */
import { randomUUID } from 'node:crypto'
import { exportJWK, generateKeyPair, SignJWT } from 'jose'

const ISSUER = 'https://api.botframework.com'
export const APP = {
  id: '5b8f6a30-6f53-4f4e-9e1a-0c7d8c1f2a11',
  password: 'stand-in~secret',
  tenant: '2f1d6b54-0c3e-4a4e-8e62-6d0b8f9f7a01',
}

/** A 2,048-bit key takes a while to make: one for all stand-ins of a process, and one that nobody published. */
const pairs = Promise.all([generateKeyPair('RS256'), generateKeyPair('RS256')])

/** What a token says; what is left out is as Teams says it. */
export interface Claims {
  issuer?: string
  audience?: string
  service?: string
  /** Milliseconds since the epoch. */
  issued?: number
  lasts?: number
  /** Signed by a key that was never published, under the name of one that was. */
  forged?: boolean
}

export async function openIssuer(now: () => number, service: () => string) {
  const [good, bad] = await pairs
  const kid = 'stand-in-1'
  const jwk = { ...(await exportJWK(good.publicKey)), kid, use: 'sig', endorsements: ['msteams', 'webchat'] }
  const granted = new Map<string, number>()
  const signed = new Map<string, Promise<string>>()
  const state = { keysAway: false, loginAway: false, password: APP.password }

  return {
    state,
    /** The same claims in the same second are the same token: signing one takes milliseconds. */
    token(claims: Claims = {}): Promise<string> {
      const {
        issuer = ISSUER,
        audience = APP.id,
        service: named = service(),
        issued = now(),
        lasts = 3_600_000,
      } = claims
      const [from, until] = [Math.floor(issued / 1_000), Math.floor((issued + lasts) / 1_000)]
      const name = JSON.stringify([issuer, audience, named, from, until, claims.forged])
      const token =
        signed.get(name) ??
        new SignJWT({ serviceurl: named })
          .setProtectedHeader({ alg: 'RS256', kid, typ: 'JWT' })
          .setIssuer(issuer)
          .setAudience(audience)
          .setNotBefore(from)
          .setExpirationTime(until)
          .sign(claims.forged ? bad.privateKey : good.privateKey)
      signed.set(name, token)
      return token
    },
    metadata: (origin: string) => ({
      issuer: ISSUER,
      jwks_uri: `${origin}/v1/.well-known/keys`,
      id_token_signing_alg_values_supported: ['RS256'],
    }),
    keys: () => ({ keys: [jwk] }),
    /** Entra's answer to a client's log-in. */
    login(form: URLSearchParams, tenant: string): { status: number; body: object } {
      const [id, secret] = [form.get('client_id'), form.get('client_secret')]
      if (form.get('grant_type') !== 'client_credentials' || form.get('scope') !== `${ISSUER}/.default`)
        return { status: 400, body: { error: 'invalid_request' } }
      if (tenant !== APP.tenant) return { status: 400, body: { error: 'invalid_tenant' } }
      if (id !== APP.id || secret !== state.password)
        return { status: 401, body: { error: 'invalid_client', error_description: `AADSTS7000215: ${secret}` } }
      const token = randomUUID()
      granted.set(token, now() + 3_600_000)
      return { status: 200, body: { token_type: 'Bearer', expires_in: 3_600, access_token: token } }
    },
    accepts: (token: string | undefined) => (granted.get(token ?? '') ?? 0) > now(),
    /** Every token that was given out is void. */
    revoke: () => granted.clear(),
  }
}
