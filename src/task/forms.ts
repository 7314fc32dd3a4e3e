import type { Field, Immediate } from '../channel.ts'
import type { Locale } from '../locale.ts'
import { say } from '../words/say.ts'
import { works } from './audience.ts'
import type { TaskContext } from './move.ts'
import type { Member, TaskState } from './task.ts'

/** Root causes of P12, most often people's own words for them; ids are kept, words may change. */
export const CAUSES = ['people', 'process', 'system', 'communication', 'expectation', 'product', 'other'] as const

export const SNOOZES = ['1h', '4h', 'morning', '3d'] as const

type FormId = 'write' | 'resolve' | 'snooze' | 'handover'
type Form = Extract<Immediate, { kind: 'form' }>

/** Characters of each field. Slack takes 3,000 in one field; a note must fit in a chat message beside the question. */
export const LIMITS = { text: 1000, action: 2000, note: 1000, reason: 500 } as const

/** Who may be given the task: everybody who works tasks and does not have this one, those of its team first. */
export function takers({ members }: TaskContext, state: TaskState): Member[] {
  const others = members.filter((member) => works(member) && member.id !== state.assignee)
  const near = (member: Member) => state.team !== null && member.teams.includes(state.team)
  return [...others.filter(near), ...others.filter((member) => !near(member))]
}

/** The form that a choice opens. `token` is empty: only the turn knows the message that was pressed. */
export function formOf(id: FormId, context: TaskContext, state: TaskState, locale: Locale): Form {
  return {
    kind: 'form',
    token: '',
    title: say(locale, `task.form.${id}.title`, { number: state.number }),
    submit: say(locale, `task.form.${id}.submit`),
    fields: FIELDS[id](context, state, locale),
    locale,
  }
}

const FIELDS: Record<FormId, (context: TaskContext, state: TaskState, locale: Locale) => Field[]> = {
  write: (_context, _state, locale) => [
    {
      id: 'text',
      label: say(locale, 'task.form.text'),
      kind: 'long-text',
      required: true,
      hint: say(locale, 'task.form.text.hint'),
    },
  ],
  resolve: (_, state, locale) => {
    const note: Field = {
      id: 'note',
      label: say(locale, 'task.form.note'),
      kind: 'long-text',
      required: false,
      hint: say(locale, 'task.form.note.hint'),
    }
    return [
      {
        id: 'cause',
        label: say(locale, 'task.form.cause'),
        kind: 'select',
        required: true,
        options: CAUSES.map((cause) => ({ id: cause, label: say(locale, `task.cause.${cause}`) })),
      },
      {
        id: 'action',
        label: say(locale, 'task.form.action'),
        kind: 'long-text',
        required: true,
        hint: say(locale, 'task.form.action.hint'),
      },
      ...(state.mayContact ? [note] : []),
    ]
  },
  snooze: (_context, _state, locale) => [
    {
      id: 'until',
      label: say(locale, 'task.form.until'),
      kind: 'select',
      required: true,
      options: SNOOZES.map((until) => ({ id: until, label: say(locale, `task.snooze.${until}`) })),
      hint: say(locale, 'task.form.until.hint'),
    },
  ],
  handover: (context, state, locale) => [
    {
      id: 'to',
      label: say(locale, 'task.form.to'),
      kind: 'select',
      required: true,
      options: takers(context, state).map(({ id, name }) => ({ id, label: name })),
    },
    { id: 'reason', label: say(locale, 'task.form.reason'), kind: 'long-text', required: false },
  ],
}
