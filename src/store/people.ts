import { type Selectable, sql } from 'kysely'
import type { Address } from '../channel.ts'
import { type Arg, prepare, type Statement } from './prepare.ts'
import { put } from './put.ts'
import type { ContactTable, CustomerTable } from './tables.ts'

export type Customer = Selectable<CustomerTable>

/** A customer with the contact by which they were found. */
export type Reached = Customer & {
  address: Address
  contact_locale: string | null
  contact_state: ContactTable['state']
}

/** The customer behind an address, locked: every event about a customer waits here for the one before it. */
export const lockByContact = prepare('customer by contact', (db, arg: Arg<{ channel: string; key: string }>) =>
  db
    .selectFrom('contact')
    .innerJoin('customer', 'customer.id', 'contact.customer_id')
    .selectAll('customer')
    .select(['contact.address', 'contact.locale as contact_locale', 'contact.state as contact_state'])
    .where('contact.channel', '=', arg('channel'))
    .where('contact.address_key', '=', arg('key'))
    .forUpdate('customer'),
)

export const lockCustomer = prepare('customer by id', (db, arg: Arg<{ id: string }>) =>
  db.selectFrom('customer').selectAll().where('id', '=', arg('id')).forUpdate(),
)

export const lockByExternalId = prepare('customer by external id', (db, arg: Arg<{ externalId: string }>) =>
  db.selectFrom('customer').selectAll().where('external_id', '=', arg('externalId')).forUpdate(),
)

/** The customer whom a message is about, locked: a press knows only its message. */
export const lockByMessage = prepare('customer by message', (db, arg: Arg<{ message: string }>) =>
  db
    .selectFrom('customer')
    .selectAll()
    .where('id', '=', db.selectFrom('message').select('customer_id').where('id', '=', arg('message')))
    .forUpdate(),
)

/** Whether an answer is awaited from whoever is a customer at an address: to a question, or to words about a task of theirs. */
export const expectedOf = prepare(
  'expected of contact',
  (db, arg: Arg<{ channel: string; key: string; conversation: string }>) =>
    db
      .selectFrom('contact')
      .innerJoin('customer', 'customer.id', 'contact.customer_id')
      .select('customer.talk_task')
      .select((eb) =>
        eb
          .exists(
            eb
              .selectFrom('dialog')
              .select('id')
              .where('conversation', '=', arg('conversation'))
              .where('status', '=', 'open'),
          )
          .$castTo<boolean>()
          .as('asked'),
      )
      .where('contact.channel', '=', arg('channel'))
      .where('contact.address_key', '=', arg('key')),
)

export const contactsOf = prepare('contacts', (db, arg: Arg<{ customer: string }>) =>
  db.selectFrom('contact').selectAll().where('customer_id', '=', arg('customer')).orderBy('at', 'desc'),
)

export const updateCustomer = prepare('update customer', (db, arg: Arg<Customer>) =>
  db
    .updateTable('customer')
    .set({
      external_id: arg('external_id'),
      name: arg('name'),
      segment: arg('segment'),
      locale: arg('locale'),
      opted_out: arg('opted_out'),
      last_asked_at: arg('last_asked_at'),
      erased_at: arg('erased_at'),
      talk_task: arg('talk_task'),
      talk_at: arg('talk_at'),
    })
    .where('id', '=', arg('id')),
)

/** Binding moves a contact to another customer. */
export const moveContact = (row: {
  channel: string
  address_key: string
  customer_id: string
  address: Address
  locale: string | null
  state: ContactTable['state']
  at: string
}) =>
  put(
    'contact',
    [row],
    `on conflict (channel, address_key) do update set
      customer_id = excluded.customer_id, address = excluded.address, locale = coalesce(excluded.locale, contact.locale), state = excluded.state, at = excluded.at`,
  )

export const markContact = prepare(
  'mark contact',
  (db, arg: Arg<{ channel: string; key: string; state: ContactTable['state'] }>) =>
    db
      .updateTable('contact')
      .set({ state: arg('state') })
      .where('channel', '=', arg('channel'))
      .where('address_key', '=', arg('key'))
      .where('state', '<>', arg('state')),
)

export const setContactAddress = prepare(
  'contact address',
  (db, arg: Arg<{ channel: string; key: string; address: Address }>) =>
    db
      .updateTable('contact')
      .set({ address: arg('address') })
      .where('channel', '=', arg('channel'))
      .where('address_key', '=', arg('key')),
)

export const setContactLocale = prepare(
  'contact locale',
  (db, arg: Arg<{ channel: string; key: string; locale: string }>) =>
    db
      .updateTable('contact')
      .set({ locale: arg('locale') })
      .where('channel', '=', arg('channel'))
      .where('address_key', '=', arg('key')),
)

/** Everything of customer `from` becomes customer `to`'s: the tables that carry a customer's id. */
export const merge = (from: string, to: string) => [
  ...[
    'contact',
    'consent',
    'interaction',
    'decision',
    'dialog',
    'answer',
    'message',
    'verbatim',
    'task',
    'task_event',
    'outbox',
  ].map((table) => ({
    name: `merge ${table}`,
    text: `update ${table} set customer_id = $2 where customer_id = $1`,
    values: [from, to],
  })),
  { name: 'merge customer', text: 'delete from customer where id = $1', values: [from] },
]

/** Two statements would be two plans for nothing: an unchanged name takes no lock, since one busy agent is named by every trigger. */
export const putLabel = (kind: 'team' | 'agent', id: string, name: string) => ({
  name: 'put label',
  text: `insert into label (kind, id, name)
    select $1, $2, $3 where not exists (select 1 from label where kind = $1 and id = $2 and name = $3)
    on conflict (kind, id) do update set name = excluded.name`,
  values: [kind, id, name],
})

/** What is called by its id alone keeps the name that it may have. */
export const keepLabel = (kind: 'team' | 'agent', id: string): Statement =>
  put('label', [{ kind, id, name: id }], 'on conflict (kind, id) do nothing')

export const labels = prepare('labels', (db, _: Arg<object>) =>
  db.selectFrom('label').selectAll().orderBy('kind').orderBy('id'),
)

/** Differs whenever a label does. */
export const labelsPrint: Statement<{ print: string }> = {
  name: 'labels print',
  text: "select count(*) || ' ' || coalesce(sum(hashtextextended(kind || chr(31) || id || chr(31) || name, 0)), 0) as print from label",
  values: [],
}

export const staffRows = prepare('staff', (db, _: Arg<object>) =>
  db
    .selectFrom('staff')
    .selectAll()
    .select((eb) =>
      sql<{ channel: string; user: string }[]>`coalesce((${eb
        .selectFrom('staff_identity')
        .select(
          sql`jsonb_agg(jsonb_build_object('channel', channel, 'user', user_id) order by channel, user_id)`.as('all'),
        )
        .whereRef('staff_identity.staff_id', '=', 'staff.id')}), '[]')`.as('identities'),
    )
    .orderBy('id'),
)
