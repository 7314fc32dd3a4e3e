/**
 * In what order events had their effect. The record keeps what was said and reported, but not which timers fired: triggers of the
 * test write that down, each in the transaction of its turn, so a row stands here exactly if its event was accepted. Turns about one
 * customer wait for each other, so their rows have the order of their effects.
 */
import type pg from 'pg'
import { z } from 'zod'

export const JOURNAL = `
  create table journal (seq bigint generated always as identity primary key, kind text not null, id text not null, at timestamptz not null);
  create function journal_heard() returns trigger language plpgsql as $$ begin
    insert into journal (kind, id, at) values ('message', new.id, new.at); return null; end $$;
  create trigger journal after insert on message for each row when (new.direction = 'in') execute function journal_heard();
  create function journal_reported() returns trigger language plpgsql as $$ begin
    insert into journal (kind, id, at) values ('interaction', new.id, new.received_at); return null; end $$;
  create trigger journal after insert on interaction for each row execute function journal_reported();
  -- A turn takes its own timer first of all and cancels others last, so what is taken when the dialog is written is what fired.
  create function journal_taken() returns trigger language plpgsql as $$ begin
    perform set_config('journal.taken', old.subject || ' ' || old.name, true); return null; end $$;
  create trigger journal after delete on outbox for each row when (old.kind = 'timer') execute function journal_taken();
  create function journal_fired() returns trigger language plpgsql as $$ begin
    if coalesce(current_setting('journal.taken', true), '') <> '' then
      insert into journal (kind, id, at) values ('timer', current_setting('journal.taken'), new.touched_at);
    end if;
    return null; end $$;
  create trigger journal after update on dialog for each row execute function journal_fired();`

const entry = z.object({ kind: z.enum(['message', 'interaction', 'timer']), id: z.string(), at: z.date() })

/** What was accepted, in order. The id of a timer is `dialog:<id> <name>`. */
export async function journal(client: pg.Client): Promise<z.infer<typeof entry>[]> {
  const { rows } = await client.query('select kind, id, at from journal order by seq')
  return z.array(entry).parse(rows)
}
