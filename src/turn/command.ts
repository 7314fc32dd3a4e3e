import { placeOf } from '../channel.ts'
import type { Locale } from '../locale.ts'
import { chartOf } from '../scores/chart/chart.ts'
import type { ChartDescription } from '../scores/chart/description.ts'
import { commandOf, languageOf } from '../scores/command.ts'
import { render, renderProblem } from '../scores/render.ts'
import { VERBATIM_EXAMPLES } from '../scores/verbatims.ts'
import type { Member } from '../task/task.ts'
import { say } from '../words/say.ts'
import { catchUp } from './catch-up.ts'
import { keywords } from './keywords.ts'
import { asksForLink, issueLink } from './link.ts'
import { question } from './question.ts'
import { conversationsOf } from './show.ts'
import { tasks } from './tasks.ts'
import { verbatims } from './verbatims.ts'
import type { Setting, Work } from './work.ts'

/** Answers a manager's or an agent's question in chat, in words and, where there is something to see, with a picture. What is not understood is met with examples. */
export async function command(
  setting: Setting,
  work: Work,
  conversation: string,
  text: string,
  member: Member,
): Promise<void> {
  const locale = languageOf(text, member.locale)
  const { words, verbatims: said = [], chart } = await reply(setting, work, conversation, text, member, locale)
  work.writes.send(
    conversation,
    { kind: 'text', text: words, locale, ...(said.length > 0 && { verbatims: said }) },
    {},
    'staff',
  )
  const channel = setting.channels.get(placeOf(conversation).channel)
  if (chart && channel?.capabilities.pictures)
    work.writes.send(conversation, { kind: 'chart', chart, locale }, {}, 'staff')
}

/** Whether words are for the bot wherever they are written: "/tasks", also beside a task's card. */
export const isCommand = (text: string): boolean =>
  asksForLink(text) || (text.startsWith('/') && commandOf(text) !== null)

/** What is said, the ids of the customers' words in it, and what is drawn beside it. */
interface Said {
  words: string
  verbatims?: string[]
  chart?: ChartDescription | null
}

async function reply(
  setting: Setting,
  work: Work,
  conversation: string,
  text: string,
  member: Member,
  locale: Locale,
): Promise<Said> {
  if (asksForLink(text)) return { words: link(setting, work, conversation, member, locale) }
  switch (commandOf(text)) {
    case 'tasks':
      // Cards stand where their reader alone reads.
      if (isOwn(setting, conversation, member)) await catchUp(setting, work, conversation, member)
      return { words: await tasks(setting, work, text, member, locale) }
    case null:
      return (sees(member) ? await unannounced(setting, work, text, locale) : null) ?? help(locale)
    case 'help':
      return help(locale)
    case 'verbatims':
      return sees(member) ? verbatims(setting, work, text, locale) : { words: say(locale, 'bot.not_allowed') }
    case 'keywords':
      return sees(member) ? keywords(setting, work, text, locale) : { words: say(locale, 'bot.not_allowed') }
    case 'scores':
      return sees(member) ? scores(setting, work, text, locale) : { words: say(locale, 'bot.not_allowed') }
  }
}

/** Whoever writes the code is this member: it is told where nobody else reads. */
function link(setting: Setting, work: Work, conversation: string, member: Member, locale: Locale): string {
  if (!isOwn(setting, conversation, member)) return say(locale, 'bot.link_alone')
  return say(locale, 'bot.link', { code: issueLink(work, member.id) })
}

const isOwn = (setting: Setting, conversation: string, { id }: Member): boolean =>
  conversationsOf(setting, id).includes(conversation)

const help = (locale: Locale): Said => ({ words: say(locale, 'bot.help', EXAMPLES[locale]) })

/** Everybody's scores are for those who manage; seeing one's own is another permission. */
const sees = ({ roles }: Member): boolean => roles.some((role) => role !== 'agent')

const EXAMPLES: Record<Locale, { scores: string; scores_by: string; verbatims: string; keywords: string }> = {
  en: {
    scores: '/scores last 7d',
    scores_by: '/scores last 7d by team',
    verbatims: VERBATIM_EXAMPLES.en,
    keywords: 'words last 7d',
  },
  'zh-Hans': {
    scores: '满意度 近7天',
    scores_by: '满意度 近7天 按班组',
    verbatims: VERBATIM_EXAMPLES['zh-Hans'],
    keywords: '关键词 近7天',
  },
  'zh-Hant': {
    scores: '滿意度 近7天',
    scores_by: '滿意度 近7天 依團隊',
    verbatims: VERBATIM_EXAMPLES['zh-Hant'],
    keywords: '關鍵字 近7天',
  },
}

async function scores(setting: Setting, work: Work, text: string, locale: Locale): Promise<Said> {
  return told(await question(setting, work.load, text, work.at, locale), locale)
}

/** "谁最差", "refunds vs billing last week": a question without its command word, if it names what it is about; null for other talk. */
async function unannounced(setting: Setting, work: Work, text: string, locale: Locale): Promise<Said | null> {
  const read = await question(setting, work.load, text, work.at, locale)
  if ('problem' in read) return read.problem.why === 'cause' ? told(read, locale) : null
  const { by, filters, period } = read.answer.query
  return by !== null || period.words !== '' || Object.keys(filters).length > 0 ? told(read, locale) : null
}

function told(read: Awaited<ReturnType<typeof question>>, locale: Locale): Said {
  if ('problem' in read) return { words: renderProblem(read, locale).join('\n') }
  const said = render(read.answer, locale)
  // One number needs no picture; what is broken down is seen faster than read.
  const chart = read.answer.query.by === null ? null : chartOf(read.answer, locale)
  return { words: [said.title, ...said.lines, said.restated].join('\n'), chart }
}
