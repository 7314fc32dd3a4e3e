import { z } from 'zod'
import type { Places, TeamsDeps } from './deps.ts'
import { NotLoggedIn, refusalOf, Unanswered } from './errors.ts'

const Granted = z.object({ access_token: z.string().min(1), expires_in: z.coerce.number().positive() })

const SCOPE = 'https://api.botframework.com/.default'
/** A token is renewed this long before its end, in milliseconds: clocks differ. */
const MARGIN = 5 * 60_000

export interface Login {
  /** A token for the connector. @throws NotLoggedIn */
  token(): Promise<string>
  /** The connector has refused the token: the next call asks for another. */
  forget(): void
}

/** The app's own log-in (client credentials), kept until shortly before its end; callers who come together wait for the same answer. */
export function openLogin({ appId, appPassword, now, timeout = 10_000 }: TeamsDeps, { login }: Places): Login {
  let kept: { token: string; until: number } | undefined
  let asking: Promise<string> | undefined

  async function ask(): Promise<string> {
    const grant = { grant_type: 'client_credentials', client_id: appId, client_secret: appPassword, scope: SCOPE }
    const response = await fetch(login, {
      method: 'POST',
      body: new URLSearchParams(grant),
      redirect: 'error', // a redirect would carry the secret elsewhere
      signal: AbortSignal.timeout(timeout),
    }).catch((error: unknown) => {
      throw new NotLoggedIn(`log-in: ${new Unanswered(error).message}`, false)
    })
    if (!response.ok) {
      const { status } = await refusalOf(response)
      if (status >= 500 || status === 429) throw new NotLoggedIn(`log-in: HTTP ${status}`, false)
      throw new NotLoggedIn(`log-in refused (${status}): check TEAMS_APP_ID, TEAMS_APP_PASSWORD, TEAMS_TENANT_ID`, true)
    }
    const granted = Granted.safeParse(await response.json().catch(() => null))
    if (!granted.success) throw new NotLoggedIn('log-in: an answer without a token', false)
    kept = { token: granted.data.access_token, until: now() + granted.data.expires_in * 1_000 - MARGIN }
    return kept.token
  }

  return {
    async token() {
      if (kept && now() < kept.until) return kept.token
      asking ??= ask().finally(() => {
        asking = undefined
      })
      return asking
    },
    forget() {
      kept = undefined
    },
  }
}
