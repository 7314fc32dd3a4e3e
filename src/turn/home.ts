import { type Content, conversationOf } from '../channel.ts'
import type { Locale } from '../locale.ts'
import type { Database } from '../store/database.ts'
import { openCardsIn } from '../store/messages.ts'
import { say } from '../words/say.ts'
import type { Directory } from './directory.ts'

export interface Home {
  title: string
  /** What is said when there is no card. */
  empty: string
  /** `id` is the message by which a press on the card comes back. */
  cards: { id: string; card: Extract<Content, { kind: 'card' }> }[]
  /** How many there are; `cards` are the first of them. */
  count: number
  locale: Locale
}

const MOST = 20

/** What a member of staff has to do, as it stands in their conversation; null for whoever is not staff. */
export async function homeOf(
  database: Database,
  staff: Directory,
  channel: string,
  user: string,
): Promise<Home | null> {
  const member = staff.byIdentity(channel, user)
  if (!member) return null
  const [rows] = await database.run([
    openCardsIn({ conversation: conversationOf(channel, { key: user }), limit: MOST }),
  ])
  const cards = rows.flatMap(({ id, content }) => (content.kind === 'card' ? [{ id, card: content }] : []))
  const { locale } = member
  const count = rows[0]?.all ?? 0
  return {
    title: say(locale, 'bot.tasks_title', { count }),
    count,
    empty: say(locale, 'bot.tasks_none'),
    cards,
    locale,
  }
}
