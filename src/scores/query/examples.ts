import type { Locale } from '../../locale.ts'
import { languageOf } from '../command.ts'
import type { QuestionContext } from '../query.ts'
import type { Noun } from './lexicon.ts'

/** How a question calls what it breaks down by or narrows to. */
export const NOUNS: Readonly<Record<Locale, Readonly<Record<Noun, string>>>> = {
  en: { team: 'team', agent: 'agent', channel: 'channel', flow: 'flow' },
  'zh-Hans': { team: '班组', agent: '客服', channel: '渠道', flow: '问卷' },
  'zh-Hant': { team: '團隊', agent: '客服', channel: '管道', flow: '問卷' },
}

const BREAKDOWN: Readonly<Record<Locale, (noun: string) => string>> = {
  en: (noun) => `by ${noun}`,
  'zh-Hans': (noun) => `按${noun}`,
  'zh-Hant': (noun) => `依${noun}`,
}

/** The words for a breakdown: by team, 按班组, 依團隊. */
export function breakdownWords(locale: Locale, noun: Noun): string {
  return BREAKDOWN[locale](NOUNS[locale][noun])
}

const QUESTIONS: Readonly<Record<Locale, readonly string[]>> = {
  en: [`csat last 7 days ${breakdownWords('en', 'team')}`, `nps last month ${breakdownWords('en', 'channel')}`],
  'zh-Hans': [
    `满意度 近7天 ${breakdownWords('zh-Hans', 'team')}`,
    `净推荐值 上个月 ${breakdownWords('zh-Hans', 'channel')}`,
  ],
  'zh-Hant': [
    `滿意度 近7天 ${breakdownWords('zh-Hant', 'team')}`,
    `淨推薦值 上個月 ${breakdownWords('zh-Hant', 'channel')}`,
  ],
}

const THIS_WEEK: Readonly<Record<Locale, string>> = {
  en: 'csat this week',
  'zh-Hans': '满意度 本周',
  'zh-Hant': '滿意度 本週',
}

/** Questions that work, in the language of the one that did not, with a team of this programme. */
export function examplesFor(text: string, { vocabulary, locale: asker }: QuestionContext): string[] {
  const locale = languageOf(text, asker)
  const team = vocabulary.teams[0]
  const name = team?.names.find((one) => languageOf(one) === locale) ?? team?.id
  const own = name === undefined ? [] : [`${THIS_WEEK[locale]} ${NOUNS[locale].team} ${name}`]
  return [...QUESTIONS[locale], ...own]
}
