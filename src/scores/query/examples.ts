import type { Locale } from '../../locale.ts'
import { fold } from '../../text/fold.ts'
import type { Noun } from './lexicon.ts'
import type { Vocabulary } from './scan.ts'

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

const HAN = /\p{Script=Han}/u

/** The language a question is written in, as far as its characters tell. */
export function languageOf(text: string): Locale {
  if (!HAN.test(text)) return 'en'
  const folded = fold(text)
  const traditional = [...folded.text].some((char, at) => HAN.test(char) && text.charAt(folded.start(at)) !== char)
  return traditional ? 'zh-Hant' : 'zh-Hans'
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
export function examplesFor(text: string, { teams }: Vocabulary): string[] {
  const locale = languageOf(text)
  const team = teams[0]
  const name = team?.names.find((one) => languageOf(one) === locale) ?? team?.id
  const own = name === undefined ? [] : [`${THIS_WEEK[locale]} ${NOUNS[locale].team} ${name}`]
  return [...QUESTIONS[locale], ...own]
}
