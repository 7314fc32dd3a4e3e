import { z } from 'zod'
import { wrong } from './problem.ts'

const SECONDS = { s: 1, m: 60, h: 3_600, d: 86_400 } as const
const DURATION = /^(\d{1,4})([smhd])$/

const NONE = wrong('problem.duration', 'mend.duration')

/** A length of time as an owner writes it: `90s`, `30m`, `4h`, `3d`. */
export const durationSchema = z
  .string({ error: ({ input }) => (input === undefined ? undefined : NONE) })
  .regex(DURATION, NONE)

const UNITS = ['s', 'm', 'h', 'd'] as const

/** The parts of a duration; one that is not written as `durationSchema` asks is no time at all. */
export function parts(duration: string): { count: number; unit: keyof typeof SECONDS } {
  const [, count, unit] = DURATION.exec(duration) ?? []
  return { count: Number(count ?? 0), unit: UNITS.find((each) => each === unit) ?? 's' }
}

/** Length of a duration on the clock, in milliseconds; a day is 24 hours. */
export function milliseconds(duration: string): number {
  const { count, unit } = parts(duration)
  return count * SECONDS[unit] * 1_000
}

/** The instant `duration` after the instant `at` on the clock (both ISO 8601, UTC); `at` itself when it is no instant. */
export function addClock(at: string, duration: string): string {
  const then = new Date(Date.parse(at) + milliseconds(duration))
  return Number.isNaN(then.getTime()) ? at : then.toISOString()
}
