import { describe, expect, it } from 'vitest'
import { LOCALES, type Locale } from '../../src/locale.ts'
import { card, type TaskView } from '../../src/task/card.ts'
import { type HistoryEntry, historyLine, noticeLine } from '../../src/task/lines.ts'
import { step } from '../../src/task/step.ts'
import type { TaskEvent, TaskStep } from '../../src/task/task.ts'
import { CONTEXT, checked, facts, form, later, MEMBERS, opened, press, resolve, T0 } from './desk.ts'

const names = {
  staff: Object.fromEntries(MEMBERS.map(({ id, name }) => [id, name])),
  teams: { refunds: 'Refunds' },
  agents: { anna: 'Anna' },
}

/** Plays a story and keeps its history as the record does. */
function view(events: TaskEvent[], now = later('2h'), first: TaskStep = opened()): TaskView {
  let state = first.state
  const history: HistoryEntry[] = []
  const keep = (at: string, { effects }: TaskStep) => {
    for (const effect of effects) {
      if (effect.kind === 'history') history.push({ at, what: effect.what, by: effect.by, values: effect.values })
    }
  }
  keep(T0, first)
  for (const event of events) {
    const next = step(CONTEXT, state, event)
    state = next.state
    keep(event.at, next)
  }
  const quotes: TaskView['quotes'] = [{ text: 'Two weeks for a refund!', marks: [[0, 9]] }]
  return { id: 't1', state, quotes, customer: 'Mr Li', names, history, now, timeZone: 'Asia/Shanghai' }
}

/** A card as plain lines. */
function lines(shown: ReturnType<typeof card>): string[] {
  return [
    `${shown.title} [${shown.tone}]`,
    ...shown.facts.map(({ label, value }) => `${label}: ${value}`),
    ...shown.quotes.map(({ text }) => `“${text}”`),
    ...shown.history.map((line) => `- ${line}`),
    shown.choices.map(({ label, style }) => (style === undefined ? label : `[${label}]`)).join(' '),
  ]
}

const round = [
  press('bo', 'claim', later('30m')),
  press('bo', 'contacted', later('1h')),
  resolve('bo', later('3h'), 'The money is on its way.'),
  checked(false, later('5h')),
]

describe('a card says all that its reader needs, in their language', () => {
  it.each<[Locale, string[]]>([
    [
      'en',
      [
        '#12 · Refunds · high [open]',
        'Rating: 2 of 5 (CSAT)',
        'Customer: Mr Li',
        'Team: Refunds',
        'Served by: Anna',
        'May be contacted: Yes',
        'Contact the customer: in 2 hours (14:00)',
        'Resolve: in 3 days (Thu, Nov 26, 10:00)',
        'Status: Waiting to be claimed',
        'Assigned to: Nobody yet',
        '“Two weeks for a refund!”',
        '- 10:00 · Opened, severity high',
        '[Claim] Contacted Hand over… Show conversation',
      ],
    ],
    [
      'zh-Hans',
      [
        '#12 · Refunds · 重要 [open]',
        '评分: 满意度 2/5 分',
        '客户: Mr Li',
        '班组: Refunds',
        '服务人员: Anna',
        '可否联系客户: 可以',
        '联系客户时限: 2小时后（14:00）',
        '解决时限: 3天后（11月26日周四 10:00）',
        '状态: 待认领',
        '负责人: 暂无',
        '“Two weeks for a refund!”',
        '- 10:00 · 任务建立，级别：重要',
        '[认领] 已联系客户 转交… 查看对话',
      ],
    ],
    [
      'zh-Hant',
      [
        '#12 · Refunds · 重要 [open]',
        '評分: 滿意度 2/5 分',
        '客戶: Mr Li',
        '團隊: Refunds',
        '服務人員: Anna',
        '可否聯絡客戶: 可以',
        '聯絡客戶期限: 2 小時後（14:00）',
        '解決期限: 3 天後（11月26日週四 10:00）',
        '狀態: 待認領',
        '負責人: 尚無',
        '“Two weeks for a refund!”',
        '- 10:00 · 任務建立，等級：重要',
        '[認領] 已聯絡客戶 轉交… 查看對話',
      ],
    ],
  ])('%s', (locale, expected) => {
    expect(lines(card(view([]), locale))).toEqual(expected)
  })

  it('tells the whole story of a task that was re-opened', () => {
    expect(lines(card(view(round, later('6h')), 'zh-Hans'))).toMatchInlineSnapshot(`
      [
        "#12 · Refunds · 重要 [open]",
        "评分: 满意度 2/5 分",
        "客户: Mr Li",
        "班组: Refunds",
        "服务人员: Anna",
        "可否联系客户: 可以",
        "解决时限: 3天后（11月26日周四 10:00）",
        "状态: 待认领 · 重新打开 1 次",
        "负责人: Lea",
        "根本原因: 流程",
        "处理措施: Refunded, rule mended",
        "给客户的话: The money is on its way.",
        "“Two weeks for a refund!”",
        "- 10:00 · 任务建立，级别：重要",
        "- 10:30 · 王波认领",
        "- 11:00 · 王波已联系客户",
        "- 13:00 · 王波已解决，根本原因：流程",
        "- 15:00 · 重新打开：客户表示问题没有解决",
        "- 15:00 · 指派给Lea",
        "[认领] 已联系客户 转交… 查看对话",
      ]
    `)
    expect(lines(card(view(round, later('6h')), 'en'))).toMatchInlineSnapshot(`
      [
        "#12 · Refunds · high [open]",
        "Rating: 2 of 5 (CSAT)",
        "Customer: Mr Li",
        "Team: Refunds",
        "Served by: Anna",
        "May be contacted: Yes",
        "Resolve: in 3 days (Thu, Nov 26, 10:00)",
        "Status: Waiting to be claimed · re-opened once",
        "Assigned to: Lea",
        "Root cause: Process",
        "What was done: Refunded, rule mended",
        "Note to the customer: The money is on its way.",
        "“Two weeks for a refund!”",
        "- 10:00 · Opened, severity high",
        "- 10:30 · 王波 claimed it",
        "- 11:00 · 王波 contacted the customer",
        "- 13:00 · 王波 resolved it. Root cause: Process",
        "- 15:00 · Re-opened: the customer says it is not put right",
        "- 15:00 · Assigned to Lea",
        "[Claim] Contacted Hand over… Show conversation",
      ]
    `)
  })

  it.each<[string, TaskEvent[], string, string[]]>([
    ['open', [], 'open', ['claim', 'contacted', 'handover', 'show']],
    ['claimed', round.slice(0, 1), 'open', ['contacted', 'write', 'resolve', 'snooze', 'handover', 'show']],
    ['contacted', round.slice(0, 2), 'open', ['resolve', 'write', 'snooze', 'handover', 'show']],
    ['waiting', round.slice(0, 3), 'waiting', []],
    ['re-opened', round, 'open', ['claim', 'contacted', 'handover', 'show']],
    ['closed', [...round.slice(0, 3), checked(true)], 'done', []],
  ])('%s offers what can be done', (_name, events, tone, choices) => {
    const shown = card(view(events), 'en')
    expect([shown.tone, shown.choices.map(({ id }) => id)]).toEqual([tone, choices])
    expect(shown.choices.filter(({ style }) => style === 'primary').map(({ id }) => id)).toEqual(choices.slice(0, 1))
  })

  it('overdue stands out', () => {
    const shown = card(view([], later('7h')), 'en')
    expect(shown.tone).toBe('urgent')
    expect(lines(shown)).toContain('Contact the customer: ⚠ 3 hours overdue (14:00)')
    expect(lines(card(view([], later('7h')), 'zh-Hant'))).toContain('聯絡客戶期限: ⚠ 已逾時 3 小時（14:00）')
  })

  it('says plainly that a customer wants no contact, and does not offer it', () => {
    const shown = card(view([], T0, opened({ mayContact: false })), 'en')
    expect(lines(shown)).toContain('May be contacted: No. Please do not contact them')
    expect(shown.choices.map(({ id }) => id)).toEqual(['claim', 'handover', 'show'])
    expect(shown.facts.map(({ label }) => label)).not.toContain('Contact the customer')
  })

  it('shows ids where a name is not known, and a customer without one as that', () => {
    const bare = { ...view([press('bo', 'claim')]), names: { staff: {}, teams: {}, agents: {} }, customer: null }
    expect(lines(card(bare, 'en'))).toEqual(
      expect.arrayContaining(['Customer: Not known by name', 'Team: refunds', 'Served by: anna', 'Assigned to: bo']),
    )
  })

  it('leaves out what is not there', () => {
    const first = opened({ team: null, agent: null, ratings: [], mayContact: null })
    expect(card(view([], T0, first), 'en').facts.map(({ label }) => label)).toEqual([
      'Customer',
      'May be contacted',
      'Contact the customer',
      'Resolve',
      'Status',
      'Assigned to',
    ])
  })

  it('shows every rating with its own scale, in order', () => {
    const ratings = [
      { metric: 'nps', value: 0 },
      { metric: 'ces', value: 3 },
      { metric: 'dimension:follow_up', value: 2 },
      { metric: 'house_style', value: 4 },
    ]
    const more = { kind: 'add' as const, at: later('1h'), facts: facts({ dialog: 'd2', ratings }) }
    expect(lines(card(view([more]), 'en'))).toContain(
      'Rating: 2 of 5 (CSAT) → 0 of 10 (NPS) → 3 of 7 (CES) → 2 (Follow-up support) → 4 (house_style)',
    )
  })
})

describe('every line the reducer writes has words', () => {
  const stories: TaskEvent[][] = [
    [...round, press('ann', 'claim', later('6h')), resolve('ann', later('7h')), checked(true, later('8h'))],
    [
      press('bo', 'claim'),
      form('bo', 'snooze', { until: 'morning' }),
      { kind: 'timer', at: later('2d'), name: 'wake' },
    ],
    [press('bo', 'claim'), form('bo', 'handover', { to: 'ann', reason: 'On leave' })],
    [press('bo', 'claim'), form('bo', 'handover', { to: 'ann' }), resolve('ann'), checked(null)],
    [...round.slice(0, 3), checked(true), { kind: 'joined', at: later('6h'), number: 13 }],
    [
      { kind: 'timer', at: later('5h'), name: 'contact_due' },
      { kind: 'timer', at: later('4d'), name: 'resolve_due' },
    ],
    [
      { kind: 'add', at: later('1h'), facts: facts({ verbatims: ['v2'] }) },
      { kind: 'add', at: later('1h'), facts: facts({ ratings: [{ metric: 'csat', value: 1 }] }) },
      { kind: 'add', at: later('1h'), facts: facts({ dialog: 'd2' }) },
      { kind: 'join', at: later('1h'), facts: facts({ dialog: 'd3' }), number: 7 },
      { kind: 'add', at: later('1h'), facts: facts({ signals: ['legal'], mayContact: false }) },
      press('ann', 'claim'),
      resolve('ann'),
    ],
  ]

  it.each(LOCALES)('%s', (locale) => {
    for (const story of stories) {
      const told = view(story, later('5d'))
      const written = told.history.map((entry) => historyLine(entry, told, locale))
      expect(card(told, locale).history).toEqual(written)
      for (const line of written) expect(line).toMatch(/^\S.* · [^{}]+$/)
    }
  })

  it.each(LOCALES)('a notice in %s', (locale) => {
    const reading = { names, now: later('1h'), timeZone: 'Asia/Shanghai' }
    for (const story of stories) {
      let state = opened().state
      for (const event of story) {
        const next = step(CONTEXT, state, event)
        state = next.state
        for (const effect of next.effects) {
          if (effect.kind === 'notify') expect(noticeLine(effect, 12, reading, locale)).toMatch(/#12[^{}]+$/)
        }
      }
    }
  })

  it('names people, not ids', () => {
    const told = view([press('bo', 'claim'), form('bo', 'handover', { to: 'ann', reason: 'On leave' }, later('90m'))])
    expect(card(told, 'en').history.at(-1)).toBe('11:30 · 王波 handed it over to Ann: On leave')
    const notice = { what: 'handed_over_because', values: { by: 'bo', to: 'ann', reason: '休假' } }
    expect(noticeLine(notice, 12, told, 'zh-Hant')).toBe('王波把 #12 轉交給您了：休假')
  })

  it('a move of another version is left out, not shown raw', () => {
    const entry = { at: T0, what: 'teleported', by: 'bo', values: {} }
    const told = { ...view([]), history: [entry] }
    expect(card(told, 'en').history).toEqual([])
    expect(noticeLine({ what: 'teleported', values: {} }, 12, told, 'en')).toBeNull()
  })
})
