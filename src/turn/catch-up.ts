import { unseenTasks } from '../store/tasks.ts'
import { audience } from '../task/audience.ts'
import type { Member } from '../task/task.ts'
import type { Setting, Work } from './work.ts'

const MOST = 20

/** Who is new to the staff or to a team gets the cards of what was open before; each is shown by a turn of its own, as its customer's. */
export async function catchUp(
  { config, staff }: Setting,
  work: Work,
  conversation: string,
  member: Member,
): Promise<void> {
  const [tasks] = await work.load([unseenTasks({ conversation, limit: MOST })])
  for (const { id, customer_id, state } of tasks) {
    const lead = state.team === null ? null : (config.teams[state.team]?.lead ?? null)
    if (audience(state, staff.members(), lead).includes(member.id))
      work.writes.setTimer(`task:${id}`, 'show', work.at, customer_id)
  }
}
