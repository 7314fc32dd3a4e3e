import type { Selectable } from 'kysely'
import { type Arg, prepare } from './prepare.ts'
import type { DecisionTable, InteractionTable } from './tables.ts'

/** An ended service, and whether its customer was asked. */
export type Interaction = Selectable<InteractionTable> &
  Pick<Selectable<DecisionTable>, 'asked' | 'reason' | 'detail' | 'flow'>

export const interactionById = prepare('interaction', (db, arg: Arg<{ id: string }>) =>
  db
    .selectFrom('interaction')
    .innerJoin('decision', 'decision.interaction_id', 'interaction.id')
    .selectAll('interaction')
    .select(['decision.asked', 'decision.reason', 'decision.detail', 'decision.flow'])
    .where('interaction.id', '=', arg('id')),
)

/** Uses a binding token up. */
export const takeBinding = prepare('take binding', (db, arg: Arg<{ token: string }>) =>
  db.deleteFrom('binding').where('token', '=', arg('token')).returningAll(),
)
