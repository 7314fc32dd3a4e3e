import type { Choice, Content } from '../channel.ts'
import { holds } from '../flow/condition.ts'
import { endsOf, scaleOf, valuesOf } from '../flow/scale.ts'
import { type Asked, DONE, type Flow, type Question, SKIP } from '../flow/schema.ts'
import { phrase, word } from '../flow/wording.ts'
import type { DialogState, Saying } from './dialog.ts'
import { doubted } from './doubted.ts'
import { situation } from './situation.ts'

/** Before the id of a choice: takes it out of the selection again. */
export const DROP = '-'

/** The words of a question in the customer's language: its first variant that holds, else its text. */
export function textOf(flow: Flow, state: DialogState, { text, variants }: Question): string {
  const variant = variants?.find(({ when }) => holds(when, situation(state)))
  return word(flow, variant?.text ?? text, state.locale, state.subject.names)
}

/** The message that puts a question, in the customer's language. One without buttons and note is plain text. */
export function prompt(flow: Flow, state: DialogState, id: string, question: Asked, saying: Saying = {}): Content {
  const words = saying.instead ?? textOf(flow, state, question)
  const text = saying.before === undefined ? words : `${saying.before}\n${words}`
  const choices = choicesOf(flow, state, id, question)
  const note = saying.note ? { note: noteOf(flow, state) } : {}
  if (question.kind === 'scale')
    return { kind: 'prompt', text, choices, layout: 'scale', ends: endsOf(question, state.locale), ...note }
  if (choices.length === 0 && !saying.note) return { kind: 'text', text }
  return { kind: 'prompt', text, choices, layout: 'list', ...note }
}

/** That message when it has been answered: the answer stays, the other buttons have gone. Null when it had none. */
export function retired(
  flow: Flow,
  before: DialogState,
  after: DialogState,
  id: string,
  question: Asked,
): Content | null {
  const put = putAs(flow, before, id, question)
  if (put.kind !== 'prompt' || put.choices.length === 0) return null
  const given = after.answers[id]
  const [only] = givenChoices(question, given)
  if (only !== undefined && (put.layout === 'scale' || put.choices.some((c) => c.id === only)))
    return { ...put, choices: put.choices.filter((c) => c.id !== SKIP), answered: only }
  const text = withChoices(after.locale, question, put.text, given?.choices ?? [])
  return { kind: 'prompt', text, choices: [], layout: 'list', ...(put.note ? { note: put.note } : {}) }
}

function putAs(flow: Flow, state: DialogState, id: string, question: Asked): Content {
  const { doubt, path } = state
  if (question.kind === 'scale' && doubt?.open && doubt.question === id)
    return doubted(flow, state, question, doubt.first)
  const saying = state.at === id ? state.saying : undefined
  return prompt(flow, state, id, question, saying ?? (path[0] === id ? { note: true } : {}))
}

function noteOf(flow: Flow, state: DialogState): { text: string; link?: string } {
  const { locale, subject } = state
  if (subject.privacy === undefined) return { text: phrase(flow, 'privacy', locale) }
  return { text: phrase(flow, 'privacy_more', locale), link: subject.privacy }
}

function choicesOf(flow: Flow, state: DialogState, id: string, question: Asked): Choice[] {
  const { locale } = state
  const own = (key: 'yes' | 'no' | 'skip' | 'done') => phrase(flow, key, locale)
  const skip: Choice[] = question.optional ? [{ id: SKIP, label: own('skip') }] : []
  const label = (labels: Record<string, string>) => labels[locale] ?? labels[flow.locales[0] ?? ''] ?? ''
  switch (question.kind) {
    case 'scale':
      return valuesOf(scaleOf(question)).map((value) => ({ id: String(value), label: String(value) }))
    case 'yesno':
    case 'consent':
      return (['yes', 'no'] as const).map((side) => ({
        id: side,
        label: question[side] ? label(question[side]) : own(side),
      }))
    case 'choice':
      return [...question.choices.map((each) => ({ id: each.id, label: label(each.label) })), ...skip]
    case 'multi': {
      const chosen = state.answers[id]?.choices ?? []
      const list = question.choices.map((each) =>
        chosen.includes(each.id)
          ? { id: DROP + each.id, label: `✓ ${label(each.label)}` }
          : { id: each.id, label: label(each.label) },
      )
      return [...list, ...(chosen.length > 0 ? [{ id: DONE, label: own('done'), style: 'primary' as const }] : skip)]
    }
    case 'text':
      return skip
  }
}

function givenChoices(question: Asked, given: DialogState['answers'][string] | undefined): string[] {
  if (!given || given.skipped) return []
  if (question.kind === 'scale') return given.value === null ? [] : [String(given.value)]
  return question.kind === 'multi' ? [] : (given.choices ?? [])
}

function withChoices(locale: string, question: Asked, text: string, ids: string[]): string {
  if (question.kind !== 'multi' || ids.length === 0) return text
  const labels = question.choices.filter(({ id }) => ids.includes(id)).map(({ label }) => label[locale] ?? '')
  return `${text}\n✓ ${labels.join(' · ')}`
}
