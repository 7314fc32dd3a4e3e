import type { Address } from '../channel.ts'
import { type Customer, merge, moveContact, type Reached, updateCustomer } from '../store/people.ts'
import { put } from '../store/put.ts'
import type { Work } from './work.ts'

export interface Identity {
  channel: string
  address: Address
  /** The customer's id in the owner's systems, where it is proved; null: whoever writes here. */
  externalId: string | null
  locale: string | null
  name: string | null
}

/** A customer of whom nothing is known yet. */
export function newCustomer(
  work: Work,
  known: Partial<Pick<Customer, 'external_id' | 'name' | 'locale' | 'segment'>>,
): Customer {
  const customer: Customer = {
    id: work.id(),
    external_id: known.external_id ?? null,
    name: known.name ?? null,
    segment: known.segment ?? null,
    locale: known.locale ?? null,
    opted_out: false,
    last_asked_at: null,
    created_at: work.at,
    erased_at: null,
    talk_task: null,
    talk_at: null,
  }
  work.writes.add('customer', put('customer', [customer]))
  return customer
}

/**
 * Who stands at an address. `reached` is whom it led to so far, `owner` whom the external id names; both are locked.
 * An unknown writer is an anonymous customer. When an anonymous one turns out to be a known one, all that was theirs becomes the known one's.
 */
export function recognise(
  work: Work,
  identity: Identity,
  reached: Reached | undefined,
  owner: Customer | undefined,
): Customer {
  const { externalId, name, locale } = identity
  if (externalId === null || (reached && reached.external_id === externalId)) {
    if (reached) return reached
    const customer = newCustomer(work, { name, locale })
    contact(work, identity, customer, reached)
    return customer
  }
  if (reached && reached.external_id === null && !owner) {
    const customer = { ...reached, external_id: externalId }
    work.writes.add('customer', updateCustomer(customer))
    return customer
  }
  const customer = owner ? known(work, owner, identity) : newCustomer(work, { external_id: externalId, name, locale })
  contact(work, identity, customer, reached)
  if (reached && reached.external_id === null) {
    inherit(customer, reached)
    work.writes.add('customer', updateCustomer(customer), ...merge(reached.id, customer.id))
    audit(work, 'customer.merged', customer.id, { from: reached.id })
  } else if (reached) {
    audit(work, 'contact.moved', customer.id, { channel: identity.channel, from: reached.id })
  }
  return customer
}

/** What an anonymous customer wished, and was in the middle of, goes on with whom they turn out to be. */
function inherit(customer: Customer, { opted_out, last_asked_at, talk_task, talk_at }: Customer): void {
  customer.opted_out ||= opted_out
  if ((last_asked_at ?? '') > (customer.last_asked_at ?? '')) customer.last_asked_at = last_asked_at
  if ((talk_at ?? '') > (customer.talk_at ?? '')) Object.assign(customer, { talk_task, talk_at })
}

/** What the owner's systems have not told of a customer is taken from their profile: who comes by a link is asked in their language. */
function known(work: Work, owner: Customer, { name, locale }: Identity): Customer {
  const customer = { ...owner, name: owner.name ?? name, locale: owner.locale ?? locale }
  if (customer.name !== owner.name || customer.locale !== owner.locale)
    work.writes.add('customer', updateCustomer(customer))
  return customer
}

/** An address that led to nobody is new: when another turn has made it meanwhile, this one fails and is played again, and finds it. */
function contact(work: Work, { channel, address }: Identity, customer: Customer, reached: Reached | undefined): void {
  const row = {
    channel,
    address_key: address.key,
    customer_id: customer.id,
    address,
    locale: null,
    state: 'reachable' as const,
    at: work.at,
  }
  work.writes.add('customer', reached ? moveContact(row) : put('contact', [row]))
}

/** Keeps who a turn has made somebody. */
export function audit(work: Work, what: string, subject: string, detail: Record<string, string>): void {
  work.writes.add('fact', put('audit', [{ id: work.id(), actor: 'turn', what, subject, detail, at: work.at }]))
}
