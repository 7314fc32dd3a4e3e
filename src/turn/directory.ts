import { closest, LOCALES, type Locale } from '../locale.ts'
import type { Database } from '../store/database.ts'
import { staffRows } from '../store/people.ts'
import type { Member } from '../task/task.ts'

/** Who the staff are, kept in memory: they are few, change seldom, and every event asks. */
export interface Directory {
  members(): Member[]
  byId(id: string): Member | null
  /** What the member's sessions on the web page bear; null: nobody of that id works here. */
  sessionOf(id: string): string | null
  byIdentity(channel: string, user: string): Member | null
  /** Where a member is reached. */
  identities(id: string): { channel: string; user: string }[]
  reload(): Promise<void>
}

/** Whoever can read the terminal of the embedded default owns the machine, and so the bot. */
export const OWNER = {
  id: 'owner',
  name: 'Owner',
  roles: ['agent', 'lead', 'manager', 'admin'],
  teams: [],
  locale: null,
}

const ROLES = ['agent', 'lead', 'manager', 'admin'] as const

export async function openDirectory(database: Database, locale: Locale): Promise<Directory> {
  let members = new Map<string, Member>()
  let identities = new Map<string, { channel: string; user: string }[]>()
  let byUser = new Map<string, string>()
  let sessions = new Map<string, string>()
  const directory: Directory = {
    members: () => [...members.values()],
    byId: (id) => members.get(id) ?? null,
    sessionOf: (id) => sessions.get(id) ?? null,
    byIdentity: (channel, user) => members.get(byUser.get(`${channel}:${user}`) ?? '') ?? null,
    identities: (id) => identities.get(id) ?? [],
    async reload() {
      const [rows] = await database.run([staffRows({})])
      members = new Map(
        rows.map((row) => [
          row.id,
          {
            id: row.id,
            name: row.name,
            roles: ROLES.filter((role) => row.roles.includes(role)),
            teams: row.teams,
            locale: closest(row.locale, LOCALES) ?? locale,
          },
        ]),
      )
      sessions = new Map(rows.map(({ id, session }) => [id, session]))
      identities = new Map(rows.map((row) => [row.id, row.identities]))
      byUser = new Map(rows.flatMap((row) => row.identities.map((i) => [`${i.channel}:${i.user}`, row.id])))
    },
  }
  await directory.reload()
  return directory
}
