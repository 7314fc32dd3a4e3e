import type { Locale } from '../locale.ts'
import { headLength } from '../scores/command.ts'
import { labels } from '../store/people.ts'
import { openTasks } from '../store/tasks.ts'
import { brief } from '../task/brief.ts'
import type { Member } from '../task/task.ts'
import { fold } from '../text/fold.ts'
import { say } from '../words/say.ts'
import { namesOf } from './show.ts'
import { labelled, vocabularyOf } from './vocabulary.ts'
import type { Setting, Work } from './work.ts'

const MOST = 20

const OWN = /^\s*\/?\s*(?:my\b|我)/
const OVERDUE = /\boverdue\b|逾期的?|超时的?/
/** What may stand before and behind a team's name. */
const BEFORE = /^(?:(?:of|for|team) |班组 ?|团队 ?)/
const BEHIND = /[\s?!.,。，]+$/

const levelled = (words: string): string => fold(words).text.trim()

/** Open tasks, a line each: all of them, the member's own ("my tasks"), a team's ("tasks refunds"), those overdue; other words are told not to be understood. */
export async function tasks(
  setting: Setting,
  work: Work,
  text: string,
  member: Member,
  locale: Locale,
): Promise<string> {
  const end = headLength(text)
  const own = OWN.test(levelled(text.slice(0, end)))
  const late = OVERDUE.test(levelled(text))
  const said = levelled(text.slice(end)).replace(OVERDUE, '').trim().replace(BEHIND, '').replace(BEFORE, '')
  const { teams } = await vocabularyOf(setting, work.load, locale)
  const team = teams.find(({ id, names }) => [id, ...names].some((name) => levelled(name) === said))
  if (said !== '' && team === undefined) return notKnown(text.slice(end).trim(), teams[0]?.names[0], locale)

  const only = { assignee: own ? member.id : null, team: team?.id ?? null, dueBy: late ? work.at : null }
  const [open, named] = await work.load([openTasks({ limit: MOST, ...only }), labels({})])
  const narrowed = [
    own ? say(locale, 'bot.tasks_own') : null,
    team ? labelled(teams, team.id) : null,
    late ? say(locale, 'bot.tasks_overdue') : null,
  ].filter((part) => part !== null)
  if (open.length === 0) return say(locale, narrowed.length > 0 ? 'bot.tasks_none_such' : 'bot.tasks_none')
  const names = namesOf(setting, named, locale)
  const title = [say(locale, 'bot.tasks_title', { count: open[0]?.all ?? 0 }), ...narrowed]
  const lines = open.map(({ state }) => brief(state, names, work.at, setting.config.programme.timeZone, locale))
  return [title.join(say(locale, 'scores.separator')), ...lines].join('\n')
}

const EXAMPLES: Record<Locale, [all: string, own: string]> = {
  en: ['tasks', 'my tasks'],
  'zh-Hans': ['任务', '我的任务'],
  'zh-Hant': ['任務', '我的任務'],
}

function notKnown(at: string, team: string | undefined, locale: Locale): string {
  const [all, own] = EXAMPLES[locale]
  const examples = [all, own, ...(team === undefined ? [] : [`${all} ${team}`])]
  return [
    say(locale, 'scores.problem.unknown', { at }),
    say(locale, 'scores.problem.examples'),
    ...examples.map((example) => `• ${example}`),
  ].join('\n')
}
