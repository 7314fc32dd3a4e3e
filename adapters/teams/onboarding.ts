import type { Given, Onboarding } from '../../src/onboarding.ts'
import { placesOf } from './deps.ts'
import { NotLoggedIn } from './errors.ts'
import { ROUTE } from './http.ts'
import { openLogin } from './login.ts'
import { appPackage } from './manifest.ts'
import { CHANNEL, PERSON_KEY } from './person.ts'

/** How a Teams bot is set up. A look at Microsoft's log-in takes `patience` ms at most. */
export function teamsOnboarding({ now, patience }: { now: () => number; patience: number }): Onboarding {
  const loginOf = (given: Given) => {
    const deps = {
      appId: given.TEAMS_APP_ID ?? '',
      appPassword: given.TEAMS_APP_PASSWORD ?? '',
      tenant: given.TEAMS_TENANT_ID || null,
      now,
      onError: () => undefined,
      timeout: patience,
      ...(given.TEAMS_API_URL && { apiUrl: given.TEAMS_API_URL }),
    }
    return openLogin(deps, placesOf(deps))
  }
  return {
    name: CHANNEL,
    key: 'TEAMS_APP_ID',
    ids: { form: PERSON_KEY, example: '7faf8ab2-3d56-4244-b585-20c8a42ed2b8' },
    first: [
      { variable: 'TEAMS_APP_ID', where: 'setup.teams.id', secret: false, needed: true },
      { variable: 'PUBLIC_URL', where: 'setup.teams.public', secret: false, needed: true },
    ],
    next: () => [
      {
        variable: 'TEAMS_APP_PASSWORD',
        where: 'setup.teams.secret',
        secret: true,
        needed: true,
      },
      {
        variable: 'TEAMS_TENANT_ID',
        where: 'setup.teams.tenant',
        secret: false,
        needed: false,
      },
    ],
    takeaways: ({ TEAMS_APP_ID = '', PUBLIC_URL = '' }) => [
      { file: 'teams-app.zip', content: appPackage(TEAMS_APP_ID, PUBLIC_URL), says: 'setup.teams.package' },
    ],
    async check(given) {
      try {
        await loginOf(given).token()
        return [{ good: true, says: 'setup.teams.is' }]
      } catch (error) {
        const refused = error instanceof NotLoggedIn && error.ours
        const said = error instanceof Error ? error.message : 'unknown'
        const reason = /\((\w+)\)$/.exec(said)?.[1] ?? said // where nobody answered, the system’s word alone
        return refused
          ? [{ good: false, says: 'setup.teams.refused' }]
          : [{ good: false, says: 'setup.away', values: { platform: 'Microsoft', reason } }]
      }
    },
    async finish({ PUBLIC_URL = '' }) {
      return [{ good: true, says: 'setup.teams.done', values: { wanted: new URL(ROUTE, PUBLIC_URL).href } }]
    },
  }
}
