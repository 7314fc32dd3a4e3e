/** Whom to ask, and when: one decision for every ending of a service, with its reason. */
import { createHash } from 'node:crypto'
import { DateTime } from 'luxon'
import { z } from 'zod'
import { durationSchema, milliseconds } from '../duration.ts'
import { wrong } from '../problem.ts'

const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, wrong('problem.time', 'mend.time'))

/** What the owner may say about asking. Every key may be left out. */
export const askingSchema = z.strictObject({
  cooldown: durationSchema
    .default('24h')
    .describe('How long a customer is left in peace after any question of ours, whatever it was about.'),
  automatic: z
    .boolean()
    .default(false)
    .describe('Also ask after a service that a bot or a timer closed (`attributes.automatic: true` in the trigger).'),
  sample: z.number().min(0).max(1).default(1).describe('Share of the services that are asked about.'),
  quietHours: z
    .strictObject({
      from: time.describe('Time of day, such as `21:00`.'),
      to: time.describe('Time of day, such as `08:00`.'),
    })
    .refine(({ from, to }) => from !== to, wrong('problem.quiet', 'mend.quiet'))
    .optional()
    .describe('In the programme’s time zone; what ends within them is asked about when they are over.'),
  maxAge: durationSchema.default('72h').describe('How long after its end a service may still be asked about.'),
})
export type Asking = z.infer<typeof askingSchema>

export interface AskInput {
  /** Instant of the decision, ISO 8601. */
  now: string
  interaction: { id: string; endedAt: string; automatic?: boolean }
  settings: Asking
  /** The flow that would be asked; null when none is live for this service. */
  flow: string | null
  customer: {
    optedOut: boolean
    reachable: 'yes' | 'blocked' | 'none'
    /** When the last question went out or will go out. */
    lastAskedAt: string | null
    /** Is another dialog with this customer still open? */
    openDialog: boolean
    /** IANA; the programme's where the customer's is not known. */
    timeZone: string
  }
}

export const REASONS = [
  'opted_out',
  'unreachable',
  'no_flow',
  'automatic',
  'in_dialog',
  'cooldown',
  'too_old',
  'sampled_out',
] as const
export type Reason = (typeof REASONS)[number]

export type AskDecision =
  /** `rule`: at once, or after the quiet hours. `sendAt` is never before `now`. */
  | { asked: true; sendAt: string; rule: 'at_once' | 'quiet_hours' }
  /** `detail` holds what the words of the reason need: instants, shares. */
  | { asked: false; reason: Reason; detail: Record<string, string | number> }

const no = (reason: Reason, detail: Record<string, string | number> = {}): AskDecision => ({
  asked: false,
  reason,
  detail,
})

/**
 * Is this customer asked about this service, and when? The reasons are tried from the customer's own wish down to the programme's
 * convenience, so the one that is recorded is the weightiest. The age is judged at the time of sending: a question held back by quiet
 * hours does not go out later than the owner allows. An interaction always falls on the same side of the sample.
 */
export function decideAsk({ now, interaction, settings, flow, customer }: AskInput): AskDecision {
  if (customer.optedOut) return no('opted_out')
  if (customer.reachable !== 'yes') return no('unreachable', { state: customer.reachable })
  if (flow === null) return no('no_flow')
  if (interaction.automatic === true && !settings.automatic) return no('automatic')
  const { lastAskedAt } = customer
  if (lastAskedAt !== null) {
    const until = Date.parse(lastAskedAt) + milliseconds(settings.cooldown)
    if (Date.parse(now) < until) return no('cooldown', { askedAt: lastAskedAt, until: new Date(until).toISOString() })
  }
  if (customer.openDialog) return no('in_dialog')
  const sendAt = afterQuiet(now, settings.quietHours, customer.timeZone)
  const age = Date.parse(sendAt) - Date.parse(interaction.endedAt)
  if (age > milliseconds(settings.maxAge))
    return no('too_old', { endedAt: interaction.endedAt, maxAge: milliseconds(settings.maxAge) })
  if (position(interaction.id) >= settings.sample) return no('sampled_out', { share: settings.sample })
  return { asked: true, sendAt, rule: sendAt === now ? 'at_once' : 'quiet_hours' }
}

/** Where in 0–1 an interaction stands: the same on every run and evenly spread, also for ids that count up. */
function position(id: string): number {
  return createHash('sha256').update(id).digest().readUInt32BE(0) / 2 ** 32
}

/** `now`, or the end of the quiet hours in which it falls. */
function afterQuiet(now: string, quiet: Asking['quietHours'], timeZone: string): string {
  if (quiet === undefined) return now
  const local = DateTime.fromISO(now, { zone: timeZone })
  const clock = local.toFormat('HH:mm')
  const overnight = quiet.from > quiet.to
  const within = overnight ? clock >= quiet.from || clock < quiet.to : clock >= quiet.from && clock < quiet.to
  if (!within) return now
  const day = overnight && clock >= quiet.from ? local.plus({ days: 1 }) : local
  const [hour = 0, minute = 0] = quiet.to.split(':').map(Number)
  return new Date(day.set({ hour, minute, second: 0, millisecond: 0 }).toMillis()).toISOString()
}
