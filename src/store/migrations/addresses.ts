import { type Migration, sql } from 'kysely'

/** Where a member of staff is reached, where their id alone does not tell: a multi-tenant bot of Teams cannot write to one otherwise. */
export const addresses: Migration = {
  async up(db) {
    await sql.raw('alter table staff_identity add column address jsonb').execute(db)
  },
}
