import type { Flow } from '../flow/schema.ts'
import type { Facts } from '../task/task.ts'
import type { DialogState } from './dialog.ts'
import { asked, counting } from './situation.ts'

/** Whose dialog it is, for what follows from it. */
interface FactIds {
  dialog: string
  interaction: string | null
  team: string | null
  agent: string | null
  segment: string | null
}

/** What a dialog has told so far that matters for a task: values on the customer's branch and ids, never words. */
export function factsOf(flow: Flow, state: DialogState, { dialog, interaction, team, agent, segment }: FactIds): Facts {
  const ratings = counting(state).flatMap(([id, { value }]) => {
    const question = asked(flow, id)
    const metric = question?.kind === 'scale' || question?.kind === 'yesno' ? question.metric : undefined
    return metric !== undefined && value !== null ? [{ metric, value }] : []
  })
  const leave = Object.entries(state.answers).find(
    ([id, { value }]) => asked(flow, id)?.kind === 'consent' && value !== null,
  )?.[1]
  const verbatims = [...Object.values(state.answers).flatMap((answer) => answer.verbatims ?? []), ...(state.said ?? [])]
  return {
    dialog,
    interaction,
    ratings,
    ...state.gist,
    mayContact: leave ? leave.value === 1 : null,
    verbatims,
    team,
    agent,
    segment,
  }
}
