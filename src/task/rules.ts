/** "When this, open a task like that": what the owner writes under `rules`, and which rule a dialog's facts meet. */
import { z } from 'zod'
import { durationSchema, milliseconds } from '../duration.ts'
import { wrong } from '../problem.ts'
import { SIGNALS } from '../text/kinds.ts'
import type { Facts, Severity } from './task.ts'

/** Ascending. */
export const SEVERITIES = ['normal', 'high', 'urgent'] as const satisfies readonly Severity[]

const some = (count: number) => count > 0

const bound = z
  .strictObject({ lte: z.number().optional(), gte: z.number().optional(), eq: z.number().optional() })
  .refine((limits) => some(Object.keys(limits).length), wrong('problem.bound', 'mend.bound'))

/** One or several; several mean any of them. */
const anyOf = <T extends z.ZodType>(one: T) => z.union([one, z.array(one).min(1)])
const id = z.string().min(1)

/** One rule: every entry of `when` must hold. */
export const ruleSchema = z.strictObject({
  when: z
    .strictObject({
      csat: bound.optional().describe('Satisfaction, 1–5.'),
      nps: bound.optional().describe('Recommendation, 0–10.'),
      ces: bound.optional().describe('Ease, 1–7; 7 is easy.'),
      sentiment: z
        .enum(['negative', 'neutral', 'positive'])
        .optional()
        .describe('The worst of what the customer said in words.'),
      signal: anyOf(z.enum(SIGNALS)).optional().describe('What somebody should know at once.'),
      theme: anyOf(id).optional().describe('Theme ids of `flows/taxonomy.yaml`.'),
      team: anyOf(id).optional().describe('Team ids.'),
      segment: anyOf(id).optional().describe('As the trigger sends it.'),
    })
    .refine((when) => some(Object.keys(when).length), wrong('problem.condition', 'mend.condition'))
    .describe('All of it must hold. A rating that was not given meets no bound.'),
  open: z
    .strictObject({
      severity: z.enum(SEVERITIES).describe('What is urgent runs on the clock, the rest in working hours of the team.'),
      firstContact: durationSchema
        .optional()
        .describe('How soon the customer is contacted; left out: `targets.firstContact`.'),
      resolve: durationSchema.optional().describe('How soon it is resolved; left out: urgent 8h, high 3d, normal 7d.'),
      assign: id.optional().describe('A staff id, or `lead` for the lead of the team; left out: whoever claims it.'),
    })
    .describe('The task that is opened.'),
})
export type Rule = z.infer<typeof ruleSchema>

/**
 * What holds when the owner has written no rules. Somebody in danger or going to court is called within the hour; whoever rates low
 * or is leaving, within four hours of work; other bad news within the programme's target. A plain wish to be called is kept too.
 */
export const DEFAULT_RULES: Rule[] = [
  { when: { signal: ['legal', 'safety'] }, open: { severity: 'urgent', firstContact: '1h' } },
  { when: { csat: { lte: 2 } }, open: { severity: 'high', firstContact: '4h' } },
  {
    when: { signal: ['contact', 'churn', 'urgent'], sentiment: 'negative' },
    open: { severity: 'high', firstContact: '4h' },
  },
  { when: { nps: { lte: 6 } }, open: { severity: 'normal' } },
  { when: { ces: { lte: 3 } }, open: { severity: 'normal' } },
  { when: { csat: { eq: 3 }, sentiment: 'negative' }, open: { severity: 'normal' } },
  { when: { signal: 'contact' }, open: { severity: 'normal' } },
]

type When = Rule['when']

const within = (value: number, { lte, gte, eq }: NonNullable<When['csat']>): boolean =>
  (lte === undefined || value <= lte) && (gte === undefined || value >= gte) && (eq === undefined || value === eq)

const among = (wanted: string | string[] | undefined, had: readonly (string | null)[]): boolean =>
  wanted === undefined || [wanted].flat().some((one) => had.includes(one))

/** Does every condition of `when` hold? A rating that was not given meets no bound. */
export function holds(when: When, facts: Facts): boolean {
  const rated = (['csat', 'nps', 'ces'] as const).every((metric) => {
    const limits = when[metric]
    return (
      limits === undefined || facts.ratings.some((rating) => rating.metric === metric && within(rating.value, limits))
    )
  })
  return (
    rated &&
    among(when.sentiment, [facts.sentiment]) &&
    among(when.signal, facts.signals) &&
    among(when.theme, facts.themes) &&
    among(when.team, [facts.team]) &&
    among(when.segment, [facts.segment])
  )
}

/**
 * Of the rules that hold the most severe, among equals the one with the earliest first contact, then the first; null when none does.
 * `firstContact` is the programme's target, for rules that say none.
 */
export function matching(rules: Rule[], facts: Facts, firstContact: string): { rule: Rule; index: number } | null {
  let best: { rule: Rule; index: number } | null = null
  const wait = ({ open }: Rule) => milliseconds(open.firstContact ?? firstContact)
  const graver = (a: Rule, b: Rule) => {
    const step = SEVERITIES.indexOf(a.open.severity) - SEVERITIES.indexOf(b.open.severity)
    return step > 0 || (step === 0 && wait(a) < wait(b))
  }
  for (const [index, rule] of rules.entries()) {
    if (holds(rule.when, facts) && (best === null || graver(rule, best.rule))) best = { rule, index }
  }
  return best
}
