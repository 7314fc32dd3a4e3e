import type { Member, TaskState } from './task.ts'

/** May this member work tasks? A manager without another role looks on. */
export const works = (member: Member): boolean => member.roles.some((role) => role !== 'manager')

/** May this member act on a task that somebody else has? */
export const leads = (member: Member): boolean => member.roles.some((role) => role === 'lead' || role === 'admin')

/** Who resolved a task that the customer has re-opened and nobody has taken since; null when there is nobody like that. */
export const resolver = ({ status, reopened, resolution }: TaskState): string | null =>
  status === 'open' && reopened > 0 ? (resolution?.by ?? null) : null

/**
 * Ids of the staff who see a task's card, the nearest first: the assignee and the lead; while nobody has claimed it, also every agent and
 * lead of the team. A team without any stands open to those of all teams, and admins see it when there is nobody else. What the customer
 * has re-opened goes to others than who resolved it (P13), as long as there are any.
 */
export function audience(state: TaskState, members: Member[], lead: string | null): string[] {
  const passed = resolver(state)
  const others =
    passed === null
      ? []
      : readers(
          state,
          members.filter(({ id }) => id !== passed),
          lead,
        )
  return others.length > 0 ? others : readers(state, members, lead)
}

/** May this member see the task: one of its team's, whoever is called to it, has it, or leads? Who once had its card and left may not. */
export const sees = (member: Member, state: TaskState, called: string[]): boolean =>
  leads(member) ||
  member.id === state.assignee ||
  (state.team !== null && member.teams.includes(state.team)) ||
  called.includes(member.id)

function readers(state: TaskState, members: Member[], lead: string | null): string[] {
  const known = new Set(members.map(({ id }) => id))
  const near = [state.assignee, lead].filter((id) => id !== null && known.has(id))
  const unclaimed = state.status === 'open' || near.length === 0
  const all = [...near, ...(unclaimed ? callable(members, state.team) : [])]
  return [...new Set(all.filter((id) => id !== null))]
}

function callable(members: Member[], team: string | null): string[] {
  const workers = members.filter(({ roles }) => roles.includes('agent') || roles.includes('lead'))
  const own = workers.filter(({ teams }) => team !== null && teams.includes(team))
  const admins = members.filter(({ roles }) => roles.includes('admin'))
  const [called = []] = [own, workers, admins].filter((group) => group.length > 0)
  return called.map(({ id }) => id)
}

/** Whom a line about the task is for: the assignee and the lead, or everybody who sees it when there is neither. */
export function owners(state: TaskState, members: Member[], lead: string | null): string[] {
  return audience({ ...state, status: 'claimed' }, members, lead)
}
