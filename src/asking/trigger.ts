import { z } from 'zod'
import type { Locale } from '../locale.ts'
import { readValue, wrong } from '../problem.ts'

const INSTANT = wrong('problem.instant', 'mend.instant')

const id = z.string().min(1).max(200)

/** What somebody is called, in one line: with a break in it, a name could look like another fact beside it. */
export const oneLine = (name: string): string => name.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')

const line = z.string().overwrite(oneLine).min(1).max(200)

/** A service has ended: the body of `POST /v1/interactions`. `id` names this one ending; a later ending of the same case has another. */
export const triggerSchema = z.strictObject({
  id,
  endedAt: z.iso
    .datetime({ offset: true, error: ({ input }) => (input === undefined ? undefined : INSTANT) })
    .max(40, INSTANT), // more digits of a second than PostgreSQL reads are no instant
  customer: z.strictObject({
    id,
    channel: z.string().min(1).max(60),
    /** The customer's key on the channel: a chat id, a user id, a web session. Not needed where the customer is already known there. */
    address: id.optional(),
    /** BCP 47. */
    locale: z.string().min(2).max(35).optional(),
    name: line.optional(),
    segment: line.optional(),
  }),
  /** Who is credited with the service. */
  agent: z.strictObject({ id, name: line }),
  team: id,
  case: id.optional(),
  topic: line.optional(),
  /** `automatic: true` marks a closing that no person made. */
  attributes: z
    .record(
      z.string().regex(/^[^\p{Control}\p{Surrogate}]{1,60}$/u, wrong('problem.attribute', 'mend.characters')),
      z.union([z.string().max(500), z.number(), z.boolean()]),
    )
    .optional(),
})
export type Trigger = z.infer<typeof triggerSchema>

/** The body of a report, or every problem of it with its path, in the reader's language. */
export const readTrigger = (value: unknown, locale: Locale) => readValue(triggerSchema, value, locale)

const DAY = 86_400_000
const YEAR = 365 * DAY

/** Whether a service may have ended at `endedAt`: clocks differ by a day at most, and nobody reports what ended ten years ago. */
export const isTimely = (endedAt: string, now: string): boolean => {
  const since = Date.parse(now) - Date.parse(endedAt)
  return since >= -DAY && since <= 10 * YEAR
}

/** Paths at which two bodies differ, `customer.locale`, in order. */
export function changes(before: unknown, after: unknown, path = ''): string[] {
  if (isObject(before) && isObject(after)) {
    const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort()
    return keys.flatMap((key) => changes(before[key], after[key], path === '' ? key : `${path}.${key}`))
  }
  return before === after ? [] : [path]
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null
