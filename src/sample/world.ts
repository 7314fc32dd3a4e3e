import type { Locale } from '../locale.ts'
import type { TeamId } from './words/words.ts'

/** A made-up service: how good its teams are, and how that changes. `mood` is in deviations of what customers feel; 0 is ordinary. */
export interface Team {
  name: Record<Locale, string>
  flow: 'csat' | 'nps' | 'ces'
  /** Share of all services. */
  share: number
  mood: number
  /** What is added to the mood from the first day to the last. */
  trend: number
  /** What is added on Saturdays and Sundays. */
  weekend: number
  agents: { id: string; name: string; mood: number }[]
}

const agent = (id: string, name: string, mood: number) => ({ id, name, mood })

export const TEAMS: Record<TeamId, Team> = {
  refunds: {
    name: { en: 'Refunds', 'zh-Hans': '退款组', 'zh-Hant': '退款組' },
    flow: 'csat',
    share: 0.2,
    mood: -0.55,
    trend: 0.5,
    weekend: 0,
    agents: [agent('anna', 'Anna Keller', 0.3), agent('linxiao', '林晓', 0), agent('tom', 'Tom Reid', -0.35)],
  },
  delivery: {
    name: { en: 'Home delivery', 'zh-Hans': '配送安装组', 'zh-Hant': '配送安裝組' },
    flow: 'csat',
    share: 0.26,
    mood: 0,
    trend: -0.1,
    weekend: -0.45,
    agents: [agent('zhaolei', '赵磊', 0.1), agent('maria', 'Maria Souza', 0), agent('chenyj', '陳怡君', 0.2)],
  },
  billing: {
    name: { en: 'Billing', 'zh-Hans': '账单组', 'zh-Hant': '帳務組' },
    flow: 'csat',
    share: 0.16,
    mood: -0.1,
    trend: 0,
    weekend: 0,
    agents: [agent('priya', 'Priya Nair', 0.25), agent('wangfang', '王芳', 0), agent('huang', '黃冠宇', -0.2)],
  },
  repairs: {
    name: { en: 'Repairs', 'zh-Hans': '维修组', 'zh-Hant': '維修組' },
    flow: 'ces',
    share: 0.12,
    mood: 0.15,
    trend: -0.6,
    weekend: -0.1,
    agents: [agent('liqiang', '李强', 0.2), agent('ben', 'Ben Okafor', 0), agent('wuzh', '吳志豪', -0.1)],
  },
  hotline: {
    name: { en: 'Hotline', 'zh-Hans': '热线组', 'zh-Hant': '客服專線' },
    flow: 'csat',
    share: 0.16,
    mood: 0.45,
    trend: 0.05,
    weekend: 0.05,
    agents: [agent('sofia', 'Sofia Berg', 0.2), agent('zhoumin', '周敏', 0.1), agent('lincy', '林佳穎', 0)],
  },
  stores: {
    name: { en: 'Stores', 'zh-Hans': '门店组', 'zh-Hant': '門市組' },
    flow: 'nps',
    share: 0.1,
    mood: 0.3,
    trend: 0.1,
    weekend: -0.15,
    agents: [agent('jack', 'Jack Doyle', 0), agent('sunli', '孙丽', 0.15), agent('tsai', '蔡宗翰', 0.1)],
  },
}

/** Who works the tasks of which teams. */
export const WORKERS = [
  { id: 'sample-mia', name: 'Mia Brandt', locale: 'en', teams: ['refunds', 'billing'] },
  { id: 'sample-xu', name: '徐静', locale: 'zh-Hans', teams: ['delivery', 'repairs'] },
  { id: 'sample-hsu', name: '許雅婷', locale: 'zh-Hant', teams: ['hotline', 'stores'] },
] as const

/** Services by weekday, Monday first: the week ends quietly. */
export const WEEKDAYS = [1.2, 1.1, 1.05, 1, 1.1, 0.8, 0.55] as const
/** Services by hour of the day from 8:00. */
export const HOURS = [0.5, 0.9, 1.2, 1.1, 0.7, 0.9, 1.1, 1.1, 1, 0.9, 0.8, 0.6, 0.4] as const
export const FIRST_HOUR = 8

/** Shares of each answer of a scale for an ordinary mood, summed up, worst first; by the number of answers. */
export const ANSWERS: Readonly<Record<number, readonly number[]>> = {
  5: [0.06, 0.11, 0.2, 0.48, 1],
  7: [0.04, 0.08, 0.13, 0.23, 0.42, 0.7, 1],
  11: [0.04, 0.05, 0.07, 0.09, 0.11, 0.17, 0.21, 0.3, 0.5, 0.68, 1],
}
