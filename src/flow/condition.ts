import { z } from 'zod'
import { type Label, SIGNALS, type Signal } from '../text/kinds.ts'

const scalar = z.union([z.number(), z.string(), z.boolean()])
const oneOrMany = <T extends z.ZodType>(of: T) => z.union([of, z.array(of).min(1)])

/** What an answer or an attribute must be; all entries must hold. Numbers compare with the value, strings with the choice (`yes`, `no`, a choice id). */
const testSchema = z.strictObject({
  lte: z.number().optional(),
  gte: z.number().optional(),
  eq: scalar.optional(),
  in: z.array(scalar).min(1).optional(),
  /** It was answered with a value, a choice or, where words are asked for, in words. */
  answered: z.boolean().optional(),
  skipped: z.boolean().optional(),
  /** The customer's own words came with it. */
  said: z.boolean().optional(),
})
export type Test = z.infer<typeof testSchema>

/** When a branch is taken or a wording chosen: every entry must hold. `theme: '*'` is any theme at all. */
export const conditionSchema = z.strictObject({
  answer: z.record(z.string(), testSchema).optional(),
  sentiment: oneOrMany(z.enum(['negative', 'neutral', 'positive'])).optional(),
  theme: oneOrMany(z.string()).optional(),
  signal: oneOrMany(z.enum(SIGNALS)).optional(),
  team: oneOrMany(z.string()).optional(),
  attribute: z.record(z.string(), testSchema.omit({ skipped: true, said: true })).optional(),
  get all() {
    return z.array(conditionSchema).min(1).optional()
  },
  get any() {
    return z.array(conditionSchema).min(1).optional()
  },
  get not() {
    return conditionSchema.optional()
  },
})
export type Condition = z.infer<typeof conditionSchema>

/** What conditions are asked about: the answers on the customer's branch, the gist of their words, and what the dialog is about. */
export interface Situation {
  answers: Record<string, { value: number | null; choices?: string[]; verbatims?: string[]; skipped?: true }>
  gist: { sentiment: Label | null; themes: string[]; signals: Signal[] }
  subject: { team?: string; attributes: Record<string, string | number | boolean> }
}

/** The one evaluator of conditions: true when every entry of `condition` holds. Pure and total. */
export function holds(condition: Condition, about: Situation): boolean {
  const { gist, subject } = about
  const checks: boolean[] = [
    ...Object.entries(condition.answer ?? {}).map(([id, test]) => answerPasses(test, about.answers[id])),
    ...Object.entries(condition.attribute ?? {}).map(([id, test]) => attributePasses(test, subject.attributes[id])),
    ...(condition.all ?? []).map((each) => holds(each, about)),
  ]
  if (condition.sentiment) checks.push(gist.sentiment !== null && many(condition.sentiment).includes(gist.sentiment))
  if (condition.theme)
    checks.push(many(condition.theme).some((id) => (id === '*' ? gist.themes.length > 0 : gist.themes.includes(id))))
  if (condition.signal) checks.push(many(condition.signal).some((id) => gist.signals.includes(id)))
  if (condition.team) checks.push(subject.team !== undefined && many(condition.team).includes(subject.team))
  if (condition.any) checks.push(condition.any.some((each) => holds(each, about)))
  if (condition.not) checks.push(!holds(condition.not, about))
  return checks.every(Boolean)
}

const many = <T>(one: T | T[]): T[] => (Array.isArray(one) ? one : [one])

function answerPasses(test: Test, answer: Situation['answers'][string] | undefined): boolean {
  const has = (wanted: string | number | boolean) =>
    typeof wanted === 'string' ? (answer?.choices?.includes(wanted) ?? false) : answer?.value === Number(wanted)
  const said = (answer?.verbatims?.length ?? 0) > 0
  const skipped = answer?.skipped === true
  const answered = answer !== undefined && !skipped && (answer.value !== null || answer.choices !== undefined || said)
  return (
    compares(test, answer?.value ?? null, has, answered) && agrees(test.skipped, skipped) && agrees(test.said, said)
  )
}

function attributePasses(test: Test, value: string | number | boolean | undefined): boolean {
  return compares(test, typeof value === 'number' ? value : null, (wanted) => value === wanted, value !== undefined)
}

function compares(
  test: Test,
  value: number | null,
  has: (wanted: string | number | boolean) => boolean,
  answered: boolean,
): boolean {
  if (test.lte !== undefined && (value === null || value > test.lte)) return false
  if (test.gte !== undefined && (value === null || value < test.gte)) return false
  if (test.eq !== undefined && !has(test.eq)) return false
  if (test.in !== undefined && !test.in.some(has)) return false
  return agrees(test.answered, answered)
}

const agrees = (wanted: boolean | undefined, is: boolean): boolean => wanted === undefined || wanted === is
