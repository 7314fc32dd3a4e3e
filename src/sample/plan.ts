import { DateTime } from 'luxon'
import type { Locale } from '../locale.ts'
import { type Random, random } from './random.ts'
import { TEAM_IDS, type TeamId } from './words/words.ts'
import { FIRST_HOUR, HOURS, TEAMS, WEEKDAYS } from './world.ts'

/** What a customer will do about one ended service, if asked. Instants are milliseconds since the epoch. */
export interface Ending {
  id: string
  at: number
  customer: string
  locale: Locale
  team: TeamId
  agent: { id: string; name: string }
  /** 0 (worst) to 1: where this experience stands among ordinary ones. */
  mood: number
  /** Milliseconds after the question at which it is answered; null: never. */
  answersAfter: number | null
  /** The customer gives the rating and nothing more. */
  stops: boolean
}

export interface PlanOptions {
  days: number
  responses: number
  seed: number
  /** Milliseconds; the past ends here. */
  now: number
  timeZone: string
}

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** Of those asked: who answers at all, and of these who goes away in the middle. Together 60 % are complete. */
const ANSWERED = 0.665
const STOPPED = 0.09
/** Services that follow another of the same customer within the day, and so are not asked about. */
const AGAIN = 0.03
/** A customer comes back after this at the earliest, when nothing of the last time is open any more. */
const RETURN = 21 * DAY
const RETURNING = 0.25

const LOCALES_DRAWN: readonly Locale[] = [
  'zh-Hans',
  'zh-Hans',
  'zh-Hans',
  'zh-Hans',
  'en',
  'en',
  'en',
  'zh-Hant',
  'zh-Hant',
]

/** The endings of a made-up past in order of time: the same options give the same. */
export function plan(options: PlanOptions): Ending[] {
  const { responses, seed, now } = options
  const draw = random(seed, 'plan')
  const moments = instants(draw, Math.round(responses / ANSWERED), options)
  // As many answer as were wanted, whichever they are.
  const answering = new Set(
    shuffled(
      draw,
      moments.map((_, at) => at),
    ).slice(0, responses),
  )
  const seen: { id: string; locale: Locale; last: number }[] = []
  let next = 0
  return moments
    .flatMap((at, index): Ending[] => {
      const back = seen[next]
      const returns = back !== undefined && at - back.last > RETURN && draw.chance(RETURNING)
      const customer = returns
        ? back
        : { id: `sample-${seed}-${seen.length + 1}`, locale: draw.pick(LOCALES_DRAWN), last: at }
      if (returns) next++
      seen.push({ ...customer, last: at })
      const one = ending(draw, `sample-${seed}-${index + 1}`, at, customer, answering.has(index), options)
      if (!draw.chance(AGAIN)) return [one]
      const again = at + draw.whole(1, 9) * HOUR
      return again < now ? [one, { ...one, id: `${one.id}-again`, at: again, answersAfter: null }] : [one]
    })
    .sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1))
}

function ending(
  draw: Random,
  id: string,
  at: number,
  { id: customer, locale }: { id: string; locale: Locale },
  answers: boolean,
  { days, now, timeZone }: PlanOptions,
): Ending {
  const team = weighted(draw, TEAM_IDS, (each) => TEAMS[each].share)
  const { mood, trend, weekend, agents } = TEAMS[team]
  const agent = draw.pick(agents)
  const through = 1 - (now - at) / (days * DAY)
  const { weekday } = DateTime.fromMillis(at, { zone: timeZone })
  const felt = mood + agent.mood + trend * through + (weekday >= 6 ? weekend : 0) + draw.normal()
  // Half answer within the half hour; some only after the reminder of the next day.
  const usual = Math.exp(Math.log(25 * MINUTE) + 1.3 * draw.normal())
  const after = draw.chance(0.12) ? DAY + draw.whole(2, 300) * MINUTE : Math.min(20 * HOUR, Math.max(40_000, usual))
  // Whoever was served just now has not had the time to answer.
  const answersAfter = answers && at + after < now ? Math.round(after) : null
  const stops = draw.chance(STOPPED)
  return {
    id,
    at,
    customer,
    locale,
    team,
    agent: { id: agent.id, name: agent.name },
    mood: share(felt),
    answersAfter,
    stops,
  }
}

/** Instants in order, by the habits of weekdays and hours. */
function instants(draw: Random, count: number, { days, now, timeZone }: PlanOptions): number[] {
  const last = DateTime.fromMillis(now, { zone: timeZone }).startOf('day')
  const all = Array.from({ length: days }, (_, back) => last.minus({ days: back }))
  const weights = all.map((day) => WEEKDAYS[day.weekday - 1] ?? 1)
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  const found: number[] = []
  all.forEach((day, at) => {
    const wanted = (count * (weights[at] ?? 0)) / total
    const some = Math.floor(wanted) + (draw.chance(wanted % 1) ? 1 : 0)
    for (let i = 0; i < some; i++) found.push(instant(draw, day.toMillis(), now))
  })
  while (found.length < count) found.push(instant(draw, draw.pick(all.slice(1).concat(last)).toMillis(), now))
  return found.slice(0, count).sort((a, b) => a - b)
}

function instant(draw: Random, midnight: number, now: number): number {
  const hours = HOURS.map((_, at) => at)
  const hour = FIRST_HOUR + weighted(draw, hours, (each) => HOURS[each] ?? 0)
  const at = midnight + hour * HOUR + draw.whole(0, HOUR - 1)
  // Early today what is to come has not been: it stands in the hours before.
  return at < now ? at : now - draw.whole(MINUTE, Math.max(MINUTE, Math.min(12 * HOUR, now - midnight)))
}

function weighted<T>(draw: Random, from: readonly T[], weight: (each: T) => number): T {
  let left = draw.next() * from.reduce((sum, each) => sum + weight(each), 0)
  for (const each of from) {
    left -= weight(each)
    if (left < 0) return each
  }
  return draw.pick(from)
}

function shuffled<T>(draw: Random, list: T[]): T[] {
  return list
    .map((each) => ({ each, place: draw.next() }))
    .sort((a, b) => a.place - b.place)
    .map(({ each }) => each)
}

/** The share of a normal distribution below z (logistic approximation, off by at most 0.01). */
const share = (z: number): number => 1 / (1 + Math.exp(-1.702 * z))
