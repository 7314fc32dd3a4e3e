import type { Metric } from '../metric.ts'

export type Unit = 'day' | 'week' | 'month' | 'quarter' | 'half' | 'year'
export type Noun = 'team' | 'agent' | 'channel' | 'flow'

/** What a word of a question can mean; some words can mean several things, and the grammar takes the one that fits. */
export type Sense =
  | { kind: 'metric'; metric: Metric }
  | { kind: 'by' }
  | { kind: 'by-time'; unit: 'day' | 'week' | 'month' }
  | { kind: 'trend' }
  | { kind: 'rank' }
  | { kind: 'who' }
  | { kind: 'why' }
  | { kind: 'noun'; noun: Noun }
  | { kind: 'via' }
  | { kind: 'value'; noun: Noun; id: string }
  | { kind: 'unit'; unit: Unit; counted: boolean }
  | { kind: 'number'; n: number }
  | { kind: 'ordinal'; n: number }
  | { kind: 'date'; year: number; month: number; day: number | null }
  | { kind: 'month'; month: number }
  | { kind: 'quarter'; quarter: number }
  | { kind: 'half'; half: number }
  | { kind: 'ago'; unit: Unit; back: number }
  | { kind: 'weekday'; day: number }
  | { kind: 'this' }
  | { kind: 'last' }
  | { kind: 'before'; back: number }
  | { kind: 'rolling' }
  | { kind: 'half-of' }
  | { kind: 'nth' }
  | { kind: 'mark'; of: 'day' | 'month' | 'quarter' | 'year' }
  | { kind: 'from' }
  | { kind: 'to' }
  | { kind: 'since' }
  | { kind: 'to-date' }
  | { kind: 'within' }
  | { kind: 'versus' }
  /** With the stretch before. `unit`: only for such a unit, this one where none is named; `running`: only for one that is not over. */
  | { kind: 'sequential'; unit?: Unit; running?: true }
  /** With the whole unit before what it is compared with. */
  | { kind: 'preceding'; unit: Unit | null }
  | { kind: 'year-on-year' }
  | { kind: 'join' }
  | { kind: 'or' }
  | { kind: 'not' }
  | { kind: 'comma' }
  | { kind: 'filler' }

const unit = (of: Unit, counted = false): Sense => ({ kind: 'unit', unit: of, counted })
const ago = (of: Unit, back: number): Sense => ({ kind: 'ago', unit: of, back })
const number = (n: number): Sense => ({ kind: 'number', n })

const MONTHS =
  'january jan|february feb|march mar|april apr|may|june jun|july jul|august aug|september sept sep|october oct|november nov|december dec'.split(
    '|',
  )
const WEEKDAYS = [
  'monday|mon',
  'tuesday|tue|tues',
  'wednesday|wed',
  'thursday|thu|thur|thurs',
  'friday|fri',
  'saturday|sat',
  'sunday|sun',
]
const HAN_WEEKDAYS = ['一', '二', '三', '四', '五', '六', '日天']
const NUMBERS = 'one two three four five six seven eight nine ten eleven twelve'.split(' ')

/**
 * The words of a question. Chinese is written in Simplified: questions are levelled to it first, so Traditional needs no rows.
 * A `counted` unit wants a number before it: "weeks", 个月.
 */
export const WORDS: readonly (readonly [Sense, string])[] = [
  [{ kind: 'metric', metric: 'csat' }, 'csat|customer satisfaction|satisfaction|满意度|满意率|客户满意度|顾客满意度'],
  [
    { kind: 'metric', metric: 'nps' },
    'nps|net promoter score|net promoter|promoter score|推荐值|推荐度|净推荐值|净推荐度|净推荐分数|推荐意愿',
  ],
  [
    { kind: 'metric', metric: 'ces' },
    'ces|customer effort score|customer effort|effort score|effort|费力度|客户费力度|费力程度|省力度|便捷度|客户便捷度',
  ],

  [
    { kind: 'by' },
    'by|per|each|every|which|broken down by|break down by|breakdown by|split by|grouped by|按|按照|依|各|各个|每|每个|逐|分|哪|哪个|哪些|哪位|哪一个|哪一|哪一位',
  ],
  [{ kind: 'by-time', unit: 'day' }, 'daily|day by day'],
  [{ kind: 'by-time', unit: 'week' }, 'weekly|week by week'],
  [{ kind: 'by-time', unit: 'month' }, 'monthly|month by month|月度'],
  [{ kind: 'trend' }, 'trend|trends|trendline|趋势|趋势图|走势|走势图|变化趋势|走向'],
  // All of them ask for the order; which end of it is meant, the answer shows.
  [
    { kind: 'rank' },
    'rank|ranks|ranked|ranking|rankings|leaderboard|best|worst|top|bottom|highest|lowest|排名|排行|排行榜|排序|名次|最好|最差|最高|最低|最佳|垫底|最好的|最差的',
  ],
  [{ kind: 'who' }, 'who|谁|哪个人|哪位同事'],
  [{ kind: 'why' }, 'why|how come|what caused|reason|reasons|cause|causes|为什么|为何|为啥|怎么会|原因|什么原因'],
  [{ kind: 'noun', noun: 'team' }, 'team|teams|group|groups|班组|小组|团队|组别|部门|组'],
  [
    { kind: 'noun', noun: 'agent' },
    'agent|agents|person|people|colleague|colleagues|客服|坐席|座席|客服人员|客服专员|专员|人员|员工|同事|个人|人',
  ],
  [{ kind: 'noun', noun: 'channel' }, 'channel|channels|渠道|管道|通路|频道'],
  [{ kind: 'noun', noun: 'flow' }, 'flow|flows|survey|surveys|questionnaire|问卷|流程|调查|调研'],
  [{ kind: 'via' }, 'via|through|on'],

  [unit('day'), 'd|day|天|日'],
  [unit('day', true), 'days'],
  [{ kind: 'mark', of: 'day' }, '日|号'],
  [unit('week'), 'w|wk|week|周|星期|礼拜'],
  [unit('week', true), 'wks|weeks|个星期|个礼拜'],
  [unit('month'), 'mo|month|月'],
  [{ kind: 'mark', of: 'month' }, '月|月份'],
  [unit('month', true), 'mos|months|个月'],
  [unit('quarter'), 'quarter|季度|季'],
  [{ kind: 'mark', of: 'quarter' }, '季度|季'],
  [unit('quarter', true), 'quarters|个季度|个季'],
  [unit('half'), '半年'],
  [unit('year'), 'y|yr|year|年|年度'],
  [{ kind: 'mark', of: 'year' }, '年|年度'],
  [unit('year', true), 'yrs|years'],

  [ago('day', 0), 'today|今天|今日|当天|当日'],
  [ago('day', 1), 'yesterday|昨天|昨日'],
  [ago('day', 2), 'day before yesterday|前天|前日'],
  [ago('day', 3), '大前天'],
  [ago('week', 0), 'wtd|week to date'],
  [ago('week', 2), 'week before last'],
  [ago('month', 0), 'mtd|month to date|月初至今'],
  [ago('month', 2), 'month before last'],
  [ago('quarter', 0), 'qtd|quarter to date'],
  [ago('year', 0), 'ytd|year to date|今年|年初至今|今年以来'],
  [ago('year', 1), '去年|上年'],
  [ago('year', 2), '前年'],
  // Known so that the answer can be "that has not begun".
  [ago('day', -1), 'tomorrow|明天|明日'],
  [ago('week', -1), 'next week|下周|下个星期|下星期|下礼拜|下个礼拜'],
  [ago('month', -1), 'next month|下月|下个月'],
  [ago('quarter', -1), 'next quarter|下季度|下个季度'],
  [ago('year', -1), 'next year|明年'],
  [{ kind: 'this' }, 'this|current|本|这|这个|当|这一|这一个'],
  [{ kind: 'last' }, 'last|previous|prior'],
  [{ kind: 'before', back: 1 }, 'last full|last complete|last whole|上|上个|上一|上一个'],
  [{ kind: 'before', back: 2 }, '上上|上上个'],
  [{ kind: 'rolling' }, 'past|recent|trailing|rolling|近|最近|过去|近来'],
  [{ kind: 'half-of' }, '半|半个'],
  [{ kind: 'nth' }, '第'],
  [{ kind: 'half', half: 1 }, 'h1|first half|上半年'],
  [{ kind: 'half', half: 2 }, 'h2|second half|下半年'],
  ...[1, 2, 3, 4].map((q): [Sense, string] => [{ kind: 'quarter', quarter: q }, `q${q}`]),
  ...MONTHS.map((names, at): [Sense, string] => [{ kind: 'month', month: at + 1 }, names.replaceAll(' ', '|')]),
  ...WEEKDAYS.map((names, at): [Sense, string] => [
    { kind: 'weekday', day: at + 1 },
    [names, ...['周', '星期', '礼拜'].flatMap((week) => [...(HAN_WEEKDAYS[at] ?? '')].map((day) => week + day))].join(
      '|',
    ),
  ]),
  ...NUMBERS.map((name, at): [Sense, string] => [number(at + 1), name]),
  [number(2), '两|couple'],
  [number(14), 'fortnight|fourteen'],
  [number(30), 'thirty'],
  [number(60), 'sixty'],
  [number(90), 'ninety'],

  [{ kind: 'from' }, 'from|between|从|自'],
  [{ kind: 'to' }, 'to|until|till|through|thru|至|到|..|...|-|–|—|~'],
  [{ kind: 'since' }, 'since|自从'],
  [
    { kind: 'to-date' },
    'to date|so far|until now|to today|to now|till now|till today|至今|以来|为止|到目前|目前为止|到目前为止|到现在|到今天|至今天|起|以后|之后',
  ],
  [{ kind: 'within' }, '内|以内|之内|里|来'],

  [
    { kind: 'versus' },
    'vs|vs.|versus|against|compare|compared|compared to|compared with|compare with|compare to|comparing|relative to|对比|相比|比较|比|相较|较|相对|对照',
  ],
  [
    { kind: 'sequential' },
    'period before|previous period|prior period|last period|环比|上期|上一期|前一期|上个周期|上一周期|上一个周期',
  ],
  [{ kind: 'sequential', unit: 'day' }, 'dod|day over day|day on day'],
  [{ kind: 'sequential', unit: 'week' }, 'wow|week over week|week on week'],
  [{ kind: 'sequential', unit: 'month' }, 'mom|month over month|month on month'],
  [{ kind: 'sequential', unit: 'quarter' }, 'qoq|quarter over quarter|quarter on quarter'],
  ...(
    [
      ['week', '上周|上星期|上个星期|上礼拜'],
      ['month', '上月|上个月'],
      ['quarter', '上季|上季度|上个季度'],
    ] as const
  ).map(([of, names]): [Sense, string] => [
    { kind: 'sequential', unit: of, running: true },
    [
      ...['period', 'time', 'days', 'point'].map((same) => `same ${same} last ${of}`),
      ...names.split('|').map((name) => `${name}同期`),
    ].join('|'),
  ]),
  [
    { kind: 'preceding', unit: null },
    'one before|one before that|one prior|previous one|prior one|前|前一个|再前一个|前一段',
  ],
  ...(
    [
      ['day', '前一天|前一日|再前一天'],
      ['week', '前一周|前一个星期|前一星期|前一个礼拜|再前一周|再上一周'],
      ['month', '前一月|前一个月|再前一个月|再上个月'],
      ['quarter', '前一季|前一季度|前一个季度|再前一个季度'],
      ['year', '前一年|再前一年'],
    ] as const
  ).map(([of, names]): [Sense, string] => [
    { kind: 'preceding', unit: of },
    `${of} before|${of} before that|${of} prior|preceding ${of}|${names}`,
  ]),
  [
    { kind: 'year-on-year' },
    'yoy|year on year|year over year|same period last year|same time last year|same month last year|same week last year|same quarter last year|a year ago|同比|去年同期|去年同月|去年同季|去年同季度|上年同期',
  ],
  [{ kind: 'join' }, 'and|&|和|与|跟|同|及|以及'],
  [{ kind: 'or' }, 'or|或|或者'],
  // Known, so that its parts are not passed over; no question has a place for it yet.
  [{ kind: 'not' }, '!=|<>|≠|同环比|小时|钟头'],
  [{ kind: 'comma' }, ',|、'],
  [
    { kind: 'filler' },
    "'s|what|what's|whats|how|how's|is|was|were|are|be|been|did|does|do|doing|done|has|have|we|our|us|i|me|my|you|the|a|an|of|for|in|on|at|over|during|within|with|it|its|please|pls|show|give|tell|see|get|can|could|want|score|scores|rating|ratings|result|results|figures|numbers|look|looking|like|only|just|about|overall|total|that|had|hows|change|changed|changes|changing|go up|go down|went up|went down|gone up|gone down|going up|going down|up or down|better or worse|up|down|improve|improved|improving|drop|dropped|fall|fallen|fell|rise|risen|rose",
  ],
  [
    { kind: 'filler' },
    '的|了|吗|呢|啊|吧|请|请问|麻烦|看|看看|看下|看一下|查|查看|查询|查一下|一下|给|给我|帮我|我|我要|我想|想|我们|咱们|是|是多少|多少|多少分|怎么样|怎样|如何|咋样|情况|表现|数据|统计|分|分数|得分|评分|成绩|结果|在|这边|客户|显示|只看|期间|时间|有|整体|总体|变化|变动|怎样了|好吗|好不好|好了吗|好些了吗|涨了|降了|跌了|掉了|升了|下降了|上升了|提高了|提升了|改善了|变好了|变差了|还是|跌|涨|下降|上升',
  ],
  [{ kind: 'filler' }, '?|!|.|。|;|:|=|/|(|)|[|]|"|\'|“|”|《|》|「|」|·|•|*|#|_'],
]

/** What people call a channel beside its id. */
export const CHANNEL_NAMES: Readonly<Record<string, readonly string[]>> = {
  web: ['web chat', 'webchat', 'website', '网页', '网站', '网页聊天'],
  telegram: ['tg', '电报'],
  teams: ['ms teams', 'microsoft teams'],
}
