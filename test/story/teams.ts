import { APP } from '../teams/stand-in/issuer.ts'
import type { Person as Account, Heard } from '../teams/stand-in/person.ts'
import { startTeams } from '../teams/stand-in/teams.ts'
import type { Person, Platform } from './sides.ts'

/** Customers and staff in their chats with the bot, where it is installed for all of them. */
export async function teamsPlatform(): Promise<Platform> {
  const teams = await startTeams()
  let joined = 0

  const join = ({ name, locale }: Person): Account =>
    teams.join(`7faf8ab2-3d56-4244-b585-${String(++joined).padStart(12, '0')}`, {
      name,
      locale: LOCALES[locale] ?? 'en-US',
    })

  const side = (account: Account) => ({
    async say(words: string) {
      taken(await account.say(words))
    },
    async press(label: string) {
      taken(await account.press(label))
    },
    screen: () =>
      account
        .screen()
        .map(({ id, words, buttons }) => ({ id, words, buttons: buttons.map(({ label }) => label), under: null })),
  })

  return {
    channel: 'teams',
    env: {
      TEAMS_APP_ID: APP.id,
      TEAMS_APP_PASSWORD: APP.password,
      TEAMS_TENANT_ID: APP.tenant,
      TEAMS_API_URL: teams.apiUrl,
    },
    staff(person) {
      const account = join(person)
      return {
        ...side(account),
        user: account.aad,
        form() {
          const open = account.screen().findLast(({ inputs }) => inputs.length > 0)
          if (open === undefined) return null
          return {
            title: open.words.split('\n')[0] ?? '',
            fields: open.inputs.map(({ id }) => id.replace(/^field:/, '')),
          }
        },
        async fill(values) {
          taken(await account.fill(values))
          return account.problems()
        },
        // What a press is answered with when there is nothing to say is no notice.
        notices: () => account.toasts().filter((text) => !/^(Got it\.|已收到。)$/.test(text)),
      }
    },
    async connect({ origin }) {
      teams.register(`${origin}/teams/messages`)
    },
    async customer(person) {
      const account = join(person)
      return {
        ...side(account),
        address: account.aad,
        async open() {
          throw new Error('on Teams the bot writes first')
        },
      }
    },
    refusals: () => teams.limits.refused,
    close: teams.close,
  }
}

const LOCALES: Record<string, string> = { en: 'en-US', 'zh-Hans': 'zh-CN', 'zh-Hant': 'zh-TW' }

function taken({ status }: Heard): void {
  if (status !== 200) throw new Error(`the bot did not take it (${status})`)
}
