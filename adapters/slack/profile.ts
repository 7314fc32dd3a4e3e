import type { webApi } from '@slack/bolt'
import type { Sender } from '../../src/channel.ts'
import { codeOf } from './errors.ts'

export type Profile = Pick<Sender, 'locale' | 'name'>

export interface Profiles {
  /** What Slack tells of a person, or nothing when it may not, cannot or is slow: a name never holds up an answer. */
  of(user: string): Promise<Profile>
  forget(user: string): void
}

/** A profile is asked for once a day. */
const KEPT = 24 * 60 * 60_000
const MOST = 10_000
/** Milliseconds that an event waits for its sender's profile. */
const WAIT = 500

/** People's language and name, as far as the app may read them (scope `users:read`). */
export function openProfiles(client: webApi.WebClient, now: () => number): Profiles {
  const known = new Map<string, { profile: Profile; at: number }>()
  /** One question a person at a time: their events wait for the same answer, and so keep their order. */
  const asked = new Map<string, Promise<Profile>>()
  let allowed = true

  async function ask(user: string): Promise<Profile> {
    try {
      const { user: found } = await client.users.info({ user, include_locale: true })
      const { locale, real_name: name } = found ?? {}
      const profile = { ...(locale && { locale }), ...(name && { name: name.slice(0, 200) }) }
      if (known.size >= MOST) known.delete(known.keys().next().value ?? '')
      known.set(user, { profile, at: now() })
      return profile
    } catch (error) {
      if (codeOf(error) === 'missing_scope') allowed = false
      return {} // nobody's message depends on it
    }
  }

  return {
    async of(user) {
      const kept = known.get(user)
      if (kept && now() - kept.at < KEPT) return kept.profile
      if (!allowed) return {}
      const asking = asked.get(user) ?? ask(user).finally(() => asked.delete(user))
      asked.set(user, asking)
      return within(asking, WAIT, {})
    },
    forget: (user) => known.delete(user),
  }
}

/** What comes within `ms` milliseconds, else `instead`. */
export async function within<T, U>(coming: Promise<T>, ms: number, instead: U): Promise<T | U> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<U>((resolve) => {
    timer = setTimeout(() => resolve(instead), ms)
  })
  try {
    return await Promise.race([coming, late])
  } finally {
    clearTimeout(timer)
  }
}
