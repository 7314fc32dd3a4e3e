import { type Migration, sql } from 'kysely'

/** A member's sessions on the web page bear this word; when it changes they are over. Those from before bear none. */
export const sessions: Migration = {
  async up(db) {
    await sql.raw("alter table staff add column session text not null default ''").execute(db)
  },
}
