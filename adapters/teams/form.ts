import type { Field, Immediate } from '../../src/channel.ts'
import {
  type AdaptiveCard,
  action,
  adaptiveCard,
  block,
  bytes,
  type Element,
  MOST_BYTES,
  paragraphs,
  run,
} from './card.ts'
import { clip } from './cut.ts'
import { BEHIND, type Behind, type FormShape, INPUT, SHAPE } from './submitted.ts'
import { wordsFor } from './words.ts'

/** Characters that a field takes. */
const INPUT_LIMIT = 4_000

interface Filled {
  token: string
  form: FormShape
  values: Record<string, string>
  /** What is to be mended, by field id. */
  problems: Record<string, string>
  /** The card in whose place it stands. */
  behind: Behind | null
}

export const shapeOf = ({ title, submit, locale, fields }: Extract<Immediate, { kind: 'form' }>): FormShape => ({
  title,
  submit,
  locale,
  fields: fields.map(({ value: _, ...field }) => field),
})

/** A form as a card: the only shape that every client shows. It stands in the place of the card whose button opened it. */
export function formCard(filled: Filled): AdaptiveCard {
  const whole = drawn(filled)
  return bytes(whole) <= MOST_BYTES ? whole : drawn({ ...filled, behind: null })
}

function drawn({ token, form, values, problems, behind }: Filled): AdaptiveCard {
  const words = wordsFor(form.locale)
  // a field may be called as what every object has: "constructor"
  const given = new Map(Object.entries(values))
  const wrong = new Map(Object.entries(problems))
  const stray = Object.entries(problems).flatMap(([id, problem]) =>
    form.fields.some((field) => field.id === id) ? [] : [problem],
  )
  const body: Element[] = [
    block([run(clip(form.title, 200), { weight: 'Bolder', size: 'Medium' })]),
    ...stray.flatMap((problem) => paragraphs(problem, { color: 'Attention' })),
    ...form.fields.flatMap((field) => [
      input(field, given.get(field.id), words.required),
      ...(wrong.has(field.id) ? paragraphs(wrong.get(field.id) ?? '', { color: 'Attention' }) : []),
    ]),
    hidden(SHAPE, form),
    ...(behind === null ? [] : [hidden(BEHIND, behind)]),
  ]
  const actions = [action(clip(form.submit, 100), 'form', { token, submits: true }, 'primary')]
  return adaptiveCard(
    body,
    behind === null ? actions : [...actions, action(words.cancel, 'cancel', { cancel: true })],
    form.title,
  )
}

/** What the card carries along: with it whichever process is asked can draw the form again, or the card in whose place it stands. */
const hidden = (id: string, value: object): Element => ({
  type: 'Input.Text',
  id,
  isVisible: false,
  value: JSON.stringify(value),
})

/** What is missing is told by the product, in its own words, and so no field is required here: a form can always be left. */
function input(
  { id, label, kind, required, options = [], hint }: FormShape['fields'][number],
  value: string | undefined,
  needed: string,
): Element {
  const named = { id: INPUT + id, label: required ? `${clip(label, 200)} ${needed}` : clip(label, 200) }
  const given = value === undefined || value === '' ? {} : { value }
  if (kind === 'select')
    return {
      type: 'Input.ChoiceSet',
      style: 'compact',
      ...named,
      ...given,
      ...(hint !== undefined && { placeholder: clip(hint, 200) }),
      choices: options.map((option) => ({ title: clip(option.label.trim() || option.id, 200), value: option.id })),
    }
  return {
    type: 'Input.Text',
    isMultiline: kind === 'long-text',
    maxLength: INPUT_LIMIT,
    ...named,
    ...given,
    ...(hint !== undefined && { placeholder: clip(hint, 200) }),
  }
}

/** The values with which a form is opened, by field id. */
export const presets = (fields: Field[]): Record<string, string> =>
  Object.fromEntries(fields.flatMap(({ id, value }) => (value === undefined ? [] : [[id, value]])))
