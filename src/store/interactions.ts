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

/** Uses a binding token up, if it was made since `since` and for a service on `channel`: its question can be put there alone. */
export const takeBinding = prepare('take binding', (db, arg: Arg<{ token: string; channel: string; since: string }>) =>
  db
    .deleteFrom('binding')
    .where('token', '=', arg('token'))
    .where('at', '>=', arg('since'))
    .where('interaction_id', 'in', (q) =>
      q.selectFrom('interaction').select('id').where('channel', '=', arg('channel')),
    )
    .returningAll(),
)
