/**
 * The shape of a flow file. What a shape cannot say (the graph, languages, limits of the platforms) is said in `graphcheck.ts` and `wordcheck.ts`.
 *
 *   flow      one dialog, by id and version; a published version never changes.
 *   question  one step of it, by id. A statement is a step that waits for no answer.
 *   forms     one text in one language: a string, or several of which the first whose placeholders can be filled is shown.
 *   variant   another wording of the same question, shown when its condition holds.
 */
import { z } from 'zod'
import { durationSchema } from '../duration.ts'
import { wrong } from '../problem.ts'
import { conditionSchema } from './condition.ts'
import { PHRASES } from './phrases.ts'

const isLanguage = (tag: string): boolean => {
  try {
    return Intl.getCanonicalLocales(tag).length === 1
  } catch {
    return false // Intl says by throwing that it is no tag
  }
}

const ID = /^[a-z][a-z0-9_-]{0,39}$/
const CHOICE_ID = /^[A-Za-z0-9][A-Za-z0-9_-]{0,38}$/
/** Where `goto` leads to finish the dialog. */
export const END = 'end'
/** Ids of the buttons that the dialog adds by itself: leave the question out, the selection is made. */
export const SKIP = 'skip'
export const DONE = 'done'

const id = z.string().regex(ID, wrong('problem.flow_id', 'mend.characters'))
const locale = z.string().refine(isLanguage, wrong('problem.language', 'mend.language'))
const line = z.string().trim().min(1)
const forms = z.union([line, z.array(line).min(1)])
/** A text by language tag. */
export const textSchema = z.record(locale, forms)
export type Text = z.infer<typeof textSchema>

const labels = z.record(locale, line)
const next = z.array(z.strictObject({ when: conditionSchema.optional(), goto: z.union([z.literal(END), id]) })).min(1)
const variants = z.array(z.strictObject({ when: conditionSchema, text: textSchema })).min(1)

const base = { text: textSchema, variants: variants.optional(), next }
const asked = { ...base, optional: z.boolean().default(false) }
const choices = z
  .array(
    z.strictObject({
      id: z.string().regex(CHOICE_ID, wrong('problem.choice_id', 'mend.characters')),
      label: labels,
    }),
  )
  .min(1)
/** The key under which scores are counted: `csat`, `nps`, `ces`, `dimension:overall`. */
const metric = z.string().regex(/^[a-z][a-z0-9_:-]{0,59}$/, wrong('problem.metric', 'mend.characters'))

const scale = z.strictObject({
  kind: z.literal('scale'),
  ...asked,
  scale: z.enum(['csat5', 'nps11', 'ces7', 'stars5', 'custom']),
  /** Only for `custom`. */
  min: z.int().min(0).max(10).optional(),
  max: z.int().min(1).max(10).optional(),
  /** Words for each value, by language. */
  labels: z.record(z.string().regex(/^\d{1,2}$/), labels).optional(),
  /** Words for the two ends of a scale that is too long to label. */
  ends: z.strictObject({ low: labels, high: labels }).optional(),
  metric: metric.optional(),
  /** Share of this dimension in the composite index; all weights of a flow add up to 1. */
  weight: z.number().gt(0).max(1).optional(),
})
const choice = z.strictObject({ kind: z.literal('choice'), ...asked, choices })
const multi = z.strictObject({ kind: z.literal('multi'), ...asked, choices })
const yesno = z.strictObject({
  kind: z.literal('yesno'),
  ...asked,
  yes: labels.optional(),
  no: labels.optional(),
  metric: metric.optional(),
})
const consent = z.strictObject({
  kind: z.literal('consent'),
  ...asked,
  purpose: z.enum(['contact']),
  yes: labels.optional(),
  no: labels.optional(),
})
const text = z.strictObject({ kind: z.literal('text'), ...asked })
const statement = z.strictObject({ kind: z.literal('statement'), ...base })

/** One step of a flow, by its kind. */
export const questionSchema = z.discriminatedUnion('kind', [scale, choice, multi, yesno, consent, text, statement])
export type Question = z.infer<typeof questionSchema>
/** A question that waits for an answer. */
export type Asked = Exclude<Question, { kind: 'statement' }>
export type ScaleQuestion = z.infer<typeof scale>

/** A flow file's content; settings come out with their defaults. */
export const flowSchema = z.strictObject({
  id,
  version: z.int().min(1),
  /** draft: nobody is asked. pilot: testers or a share, reported apart. live: everybody. */
  stage: z.enum(['draft', 'pilot', 'live']),
  title: labels.optional(),
  locales: z.array(locale).min(1),
  settings: z
    .strictObject({
      /** One reminder after this silence. */
      remindAfter: durationSchema.default('24h'),
      /** A rating followed by this silence is acted on. */
      settleAfter: durationSchema.default('5m'),
      expireAfter: durationSchema.default('3d'),
      /** How long after the end a rating may be changed. */
      changeWindow: durationSchema.default('24h'),
      /** Asks once which number was meant when a rating and the words beside it contradict each other; unless false. */
      doubt: z.boolean().optional(),
    })
    .prefault({}),
  start: id,
  questions: z.record(id, questionSchema),
  /** Other wordings of what the dialog says by itself; needed in full for a language that the product does not speak. */
  texts: z.partialRecord(z.enum(PHRASES), z.record(locale, line)).optional(),
})
export type Flow = z.infer<typeof flowSchema>

/** JSON Schema (draft 2020-12) of a flow file, for completion in editors. */
export const flowJsonSchema = (): object => z.toJSONSchema(flowSchema, { io: 'input' })
