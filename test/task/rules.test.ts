import { describe, expect, it } from 'vitest'
import { DEFAULT_RULES, holds, matching, type Rule, ruleSchema } from '../../src/task/rules.ts'
import type { Facts } from '../../src/task/task.ts'
import { facts } from './desk.ts'

const calm = { ratings: [], sentiment: null, signals: [] } satisfies Partial<Facts>
const rated = (metric: string, value: number) => ({ ...calm, ratings: [{ metric, value }] })

describe('the rules that hold when the owner wrote none', () => {
  it.each<[string, Partial<Facts>, string | null]>([
    ['a very low rating', rated('csat', 1), 'high 4h'],
    ['a low rating', rated('csat', 2), 'high 4h'],
    ['a middling rating alone', rated('csat', 3), null],
    ['a middling rating with a complaint', { ...rated('csat', 3), sentiment: 'negative' }, 'normal target'],
    ['a good rating with a complaint', { ...rated('csat', 5), sentiment: 'negative' }, null],
    ['a detractor', rated('nps', 6), 'normal target'],
    ['zero is a detractor too', rated('nps', 0), 'normal target'],
    ['a passive', rated('nps', 7), null],
    ['much effort', rated('ces', 3), 'normal target'],
    ['little effort', rated('ces', 4), null],
    ['a threat to sue, whatever the rating', { ...rated('csat', 5), signals: ['legal'] }, 'urgent 1h'],
    ['danger beside a low rating', { ...rated('csat', 1), signals: ['safety'] }, 'urgent 1h'],
    ['leaving, and angry', { ...calm, signals: ['churn'], sentiment: 'negative' }, 'high 4h'],
    ['leaving, and content', { ...calm, signals: ['churn'], sentiment: 'positive' }, null],
    ['asks to be called', { ...calm, signals: ['contact'] }, 'normal target'],
    ['asks angrily to be called', { ...calm, signals: ['contact'], sentiment: 'negative' }, 'high 4h'],
    ['praise', { ...rated('csat', 5), sentiment: 'positive', signals: ['praise'] }, null],
    ['nothing at all', calm, null],
    ['va.gov-team#87053: a complaint without a rating meets no bound', { ...calm, sentiment: 'negative' }, null],
  ])('%s', (_name, more, expected) => {
    const found = matching(DEFAULT_RULES, facts(more), '1d')
    expect(found && `${found.rule.open.severity} ${found.rule.open.firstContact ?? 'target'}`).toBe(expected)
  })
})

const rule = (open: Partial<Rule['open']>, when: Rule['when'] = { csat: { lte: 5 } }): Rule => ({
  when,
  open: { severity: 'normal', firstContact: '24h', ...open },
})

const OPEN: Rule = { when: { csat: { lte: 5 } }, open: { severity: 'normal' } }

describe('which of several rules counts', () => {
  it.each<[string, Rule[], number]>([
    ['the most severe, not the first', [rule({}), rule({ severity: 'urgent' }), rule({ severity: 'high' })], 1],
    ['among equals the earliest contact', [rule({ firstContact: '24h' }), rule({ firstContact: '90m' })], 1],
    [
      'a rule without a time has the target of the programme',
      [rule({ firstContact: '7h' }), OPEN, rule({ firstContact: '24h' })],
      1,
    ],
    ['else the first', [rule({ assign: 'a' }), rule({ assign: 'b' })], 0],
    ['one that does not hold never', [rule({ severity: 'urgent' }, { csat: { gte: 3 } }), rule({})], 1],
  ])('%s', (_name, rules, index) => {
    expect(matching(rules, facts(), '6h')?.index).toBe(index)
  })

  it('is none where none holds', () => {
    expect(matching([rule({}, { csat: { gte: 3 } })], facts(), '6h')).toBeNull()
  })
})

describe('conditions', () => {
  const known = facts({ signals: ['churn'], themes: ['billing'], segment: 'gold' })
  it.each<[Rule['when'], boolean]>([
    [{ csat: { eq: 2 } }, true],
    [{ csat: { gte: 2, lte: 2 } }, true],
    [{ csat: { gte: 3 } }, false],
    [{ csat: { lte: 2, gte: 2, eq: 3 } }, false],
    [{ nps: { lte: 10 } }, false],
    [{ signal: 'churn' }, true],
    [{ signal: ['legal', 'churn'] }, true],
    [{ signal: ['legal', 'safety'] }, false],
    [{ theme: 'billing' }, true],
    [{ theme: ['speed'] }, false],
    [{ team: 'refunds' }, true],
    [{ team: ['billing', 'sales'] }, false],
    [{ segment: 'gold' }, true],
    [{ sentiment: 'negative' }, true],
    [{ sentiment: 'positive' }, false],
    [{ csat: { lte: 2 }, segment: 'gold', theme: 'billing' }, true],
    [{ csat: { lte: 2 }, segment: 'silver', theme: 'billing' }, false],
  ])('%j holds: %s', (when, expected) => {
    expect(holds(when, known)).toBe(expected)
  })
})

describe('a rule as it is written', () => {
  it('is taken as the design shows it', () => {
    const written = { when: { csat: { lte: 2 } }, open: { severity: 'high', firstContact: '2h', assign: 'lead' } }
    expect(ruleSchema.parse(written)).toEqual(written)
  })

  it('takes the shipped ones', () => {
    expect(ruleSchema.array().parse(DEFAULT_RULES)).toEqual(DEFAULT_RULES)
  })

  it.each<[unknown, string]>([
    [{ when: {}, open: { severity: 'high', firstContact: '2h' } }, 'when'],
    [{ when: { csat: {} }, open: { severity: 'high', firstContact: '2h' } }, 'when.csat'],
    [{ when: { csta: { lte: 2 } }, open: { severity: 'high', firstContact: '2h' } }, 'when'],
    [{ when: { signal: 'lawsuit' }, open: { severity: 'high', firstContact: '2h' } }, 'when.signal'],
    [{ when: { csat: { lte: 2 } }, open: { severity: 'grave', firstContact: '2h' } }, 'open.severity'],
    [{ when: { csat: { lte: 2 } }, open: { severity: 'high', firstContact: '2 hours' } }, 'open.firstContact'],
  ])('says where it is wrong: %j', (written, path) => {
    const read = ruleSchema.safeParse(written)
    expect(read.error?.issues.map((issue) => issue.path.join('.'))).toContain(path)
  })
})
