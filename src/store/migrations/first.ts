import { type Migration, sql } from 'kysely'
import { COUNTERS } from '../counters.ts'

/**
 * No default calls the clock: every instant comes from the turn.
 * Indexes leave out what an ordinary answer updates (`dialog.touched_at`, `outbox.lease_until`), so those updates stay in their page.
 */
const statements = [
  `create table customer (
    id uuid primary key, external_id text unique, name text, segment text, locale text,
    opted_out boolean not null, last_asked_at timestamptz, created_at timestamptz not null, erased_at timestamptz, talk_task uuid,
    talk_at timestamptz
  ) with (fillfactor = 90)`,
  `create table contact (
    channel text not null, address_key text not null, customer_id uuid not null references customer,
    address jsonb not null, locale text, state text not null check (state in ('reachable', 'blocked')), at timestamptz not null,
    primary key (channel, address_key)
  )`,
  'create index contact_customer on contact (customer_id)',
  `create table consent (
    id uuid primary key, customer_id uuid not null, dialog_id uuid, purpose text not null, given boolean not null,
    text_version text not null, at timestamptz not null
  )`,
  'create index consent_customer on consent (customer_id)',
  'create table staff (id text primary key, name text not null, roles text[] not null, teams text[] not null, locale text, source text not null)',
  `create table staff_identity (
    channel text not null, user_id text not null, staff_id text not null references staff on delete cascade, source text not null,
    primary key (channel, user_id)
  )`,
  'create table staff_key (hash text primary key, staff_id text not null references staff on delete cascade, expires_at timestamptz not null)',
  'create table label (kind text not null, id text not null, name text not null, primary key (kind, id))',
  `create table interaction (
    id text primary key, customer_id uuid not null, case_id text, ended_at timestamptz not null, received_at timestamptz not null,
    day date not null, channel text not null, team text, agent text, topic text, body jsonb not null
  )`,
  'create index interaction_customer on interaction (customer_id)',
  'create table binding (token text primary key, customer_id uuid not null, interaction_id text not null, at timestamptz not null)',
  `create table decision (
    interaction_id text primary key, customer_id uuid not null, asked boolean not null, reason text not null,
    detail jsonb not null, flow text, at timestamptz not null
  )`,
  `create table dialog (
    id uuid primary key, customer_id uuid not null, channel text not null, conversation text not null, interaction_id text, task_id uuid,
    flow text not null, version integer not null, status text not null, state jsonb not null, prompts jsonb not null,
    day date not null, team text, agent text, segment text, opened_at timestamptz not null, touched_at timestamptz not null
  ) with (fillfactor = 70)`,
  'create index dialog_conversation on dialog (conversation)',
  'create index dialog_customer on dialog (customer_id)',
  `create table answer (
    dialog_id uuid not null, question text not null, customer_id uuid not null, metric text, value integer, answer jsonb not null,
    at timestamptz not null, primary key (dialog_id, question)
  )`,
  `create table message (
    id uuid primary key, seq bigint generated always as identity, conversation text not null, direction text not null,
    customer_id uuid, dialog_id uuid, question text, task_id uuid, content jsonb not null, edits uuid, ref text, at timestamptz not null
  )`,
  'create unique index message_order on message (conversation, seq)',
  'create index message_ref on message (conversation, ref) where ref is not null',
  'create index message_customer on message (customer_id)',
  'create index message_task on message (task_id) where task_id is not null',
  `create table verbatim (
    id uuid primary key, customer_id uuid not null, dialog_id uuid not null, question text, text text not null, analysis jsonb not null,
    at timestamptz not null
  )`,
  'create index verbatim_dialog on verbatim (dialog_id)',
  'create index verbatim_customer on verbatim (customer_id)',
  'create sequence task_number',
  `create table task (
    id uuid primary key, number integer not null unique, customer_id uuid not null, status text not null, team text, assignee text,
    state jsonb not null, opened_at timestamptz not null
  )`,
  "create index task_open on task (customer_id) where status <> 'closed'",
  `create table task_event (
    id uuid primary key, seq bigint generated always as identity, task_id uuid not null, customer_id uuid not null, what text not null,
    staff_id text, values jsonb not null, at timestamptz not null
  )`,
  'create index task_event_task on task_event (task_id, seq)',
  'create table inbound_key (key text primary key, at timestamptz not null)',
  'create index inbound_key_at on inbound_key using brin (at)',
  `create table inbound_failed (
    id uuid primary key, channel text not null, key text not null, event jsonb not null, message_id uuid not null, error text not null,
    at timestamptz not null, replayed_at timestamptz
  )`,
  `create table outbox (
    id uuid primary key, seq bigint generated always as identity, kind text not null check (kind in ('message', 'timer')), lane text not null,
    customer_id uuid, subject text, name text, due_at timestamptz not null, attempts integer not null,
    lease_owner uuid, lease_until timestamptz, dead_at timestamptz, reason text
  ) with (fillfactor = 80)`,
  'create index outbox_due on outbox (due_at) where dead_at is null',
  'create index outbox_lane on outbox (lane, seq) where dead_at is null',
  "create index outbox_timer on outbox (subject, name) where kind = 'timer'",
  `create table counts (
    day date not null, team text not null, agent text not null, channel text not null, flow text not null, metric text not null,
    slot smallint not null, ${COUNTERS.map((v) => `${v} integer not null`).join(', ')},
    primary key (day, metric, team, agent, channel, flow, slot)
  ) with (fillfactor = 70)`,
  `create table flow_version (
    id text not null, version integer not null, fingerprint text not null, content jsonb not null, at timestamptz not null,
    primary key (id, version)
  )`,
  `create table audit (
    id uuid primary key, actor text not null, what text not null, subject text not null, detail jsonb not null, at timestamptz not null
  )`,
  'create table setting (key text primary key, value jsonb not null)',
]

export const first: Migration = {
  async up(db) {
    for (const statement of statements) await sql.raw(statement).execute(db)
  },
}
