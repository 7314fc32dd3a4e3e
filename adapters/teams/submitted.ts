import { z } from 'zod'
import { parseJson } from '../../src/body.ts'
import type { Content, Field } from '../../src/channel.ts'

const choice = z.object({
  id: z.string(),
  label: z.string(),
  style: z.enum(['primary', 'danger']).optional(),
})

/** A task's card as its own buttons carry it along, so that a form that was left gives it back. */
const CardContent = z.object({
  kind: z.literal('card'),
  subject: z.string(),
  title: z.string(),
  tone: z.enum(['urgent', 'open', 'waiting', 'done']),
  facts: z.array(z.object({ label: z.string(), value: z.string() })),
  quotes: z.array(z.object({ text: z.string(), marks: z.array(z.tuple([z.int(), z.int()])) })),
  history: z.array(z.string()),
  choices: z.array(choice),
})

/** What stands behind the shown card: enough to draw it again. */
const Behind = z.object({ message: z.uuid(), locale: z.string().max(35), card: CardContent })
export interface Behind {
  message: string
  locale: string
  card: Extract<Content, { kind: 'card' }>
}

const FormShape = z.object({
  title: z.string(),
  submit: z.string(),
  locale: z.string().max(35),
  fields: z
    .array(
      z.object({
        id: z.string(),
        label: z.string(),
        kind: z.enum(['select', 'text', 'long-text']),
        required: z.boolean(),
        options: z.array(z.object({ id: z.string(), label: z.string() })).optional(),
        hint: z.string().optional(),
      }),
    )
    .max(50),
})
/** A form without its values: it travels in its own card, since the channel remembers nothing. */
export interface FormShape {
  title: string
  submit: string
  locale: string
  fields: Omit<Field, 'value'>[]
}

/** Inputs of a form are told from the rest of what a button carries by this. */
export const INPUT = 'field:'
/** The hidden input in which a card carries itself, JSON of `Behind`. */
export const BEHIND = 'behind'

/** The hidden input in which a form carries its shape along, JSON of `FormShape`. */
export const SHAPE = 'shape'

/** The list of choices that have no button of their own; its value is a token. */
export const PICKED = 'picked'

/** What a button of ours sent. */
export type Submitted =
  /** The button below a list in which nothing is picked. */
  | { kind: 'nothing' }
  | { kind: 'press'; token: string; behind: Behind | null }
  | { kind: 'form'; token: string; form: FormShape; values: Record<string, string>; behind: Behind | null }
  | { kind: 'cancel'; behind: Behind | null }

const Data = z.looseObject({
  token: z.string().min(1).max(100).optional(),
  submits: z.literal(true).optional(),
  cancel: z.literal(true).optional(),
  picks: z.literal(true).optional(),
  [PICKED]: z.string().max(100).optional().catch(undefined),
})

/** The data of a pressed button, with the inputs of its card; null when it is none of ours. Pure and total. */
export function readSubmitted(json: unknown): Submitted | null {
  const read = Data.safeParse(json)
  if (!read.success) return null
  const { submits, cancel, picks, ...rest } = read.data
  const behind = behindOf(rest[BEHIND])
  if (cancel) return { kind: 'cancel', behind }
  const token = picks ? rest[PICKED] : rest.token
  if (picks && (token === undefined || token === '')) return { kind: 'nothing' }
  if (token === undefined) return null
  if (!submits) return { kind: 'press', token, behind }
  const shape = FormShape.safeParse(jsonOf(rest[SHAPE]))
  if (!shape.success) return null
  const values = shape.data.fields.map(({ id }): [string, string] => {
    const value = Object.hasOwn(rest, INPUT + id) ? rest[INPUT + id] : ''
    return [id, typeof value === 'string' ? value : '']
  })
  return { kind: 'form', token, form: exact(shape.data), values: Object.fromEntries(values), behind }
}

function behindOf(text: unknown): Behind | null {
  const read = Behind.safeParse(jsonOf(text))
  return read.success ? { ...read.data, card: withStyles(read.data.card) } : null
}

const jsonOf = (text: unknown): unknown =>
  typeof text === 'string' && text.length <= 30_000 ? parseJson(text) : undefined

const withStyles = (card: z.infer<typeof CardContent>): Behind['card'] => ({
  ...card,
  choices: card.choices.map(({ id, label, style }) => ({ id, label, ...(style && { style }) })),
})

const exact = ({ fields, ...form }: z.infer<typeof FormShape>): FormShape => ({
  ...form,
  fields: fields.map(({ options, hint, ...field }) => ({
    ...field,
    ...(options && { options }),
    ...(hint !== undefined && { hint }),
  })),
})
