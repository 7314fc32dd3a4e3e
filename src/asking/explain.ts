import type { Locale } from '../locale.ts'
import { say } from '../words/say.ts'
import { distance, moment, span } from '../words/when.ts'
import type { AskDecision } from './ask.ts'

/** A decision in words, for whoever reported the service: times in `timeZone`, as read at `now`. */
export function explain(decision: AskDecision, now: string, timeZone: string, locale: Locale): string {
  const clock = (at: string) => moment(at, now, timeZone, locale)
  if (decision.asked) {
    if (decision.rule === 'at_once') return say(locale, 'asking.asked')
    return say(locale, 'asking.asked_later', { time: clock(decision.sendAt) })
  }
  const { reason, detail } = decision
  const text = (key: string): string => String(detail[key] ?? '')
  switch (reason) {
    case 'cooldown': {
      const ahead = Date.parse(text('askedAt')) > Date.parse(now)
      const until = clock(text('until'))
      if (ahead) return say(locale, 'asking.cooldown_ahead', { time: clock(text('askedAt')), until })
      return say(locale, 'asking.cooldown', { ago: distance(text('askedAt'), now, locale), until })
    }
    case 'too_old':
      return say(locale, 'asking.too_old', {
        ago: distance(text('endedAt'), now, locale),
        limit: span(Number(text('maxAge')), locale),
      })
    case 'sampled_out':
      return say(locale, 'asking.sampled_out', { percent: Number(text('share')) * 100 })
    case 'unreachable':
      return say(locale, text('state') === 'blocked' ? 'asking.blocked' : 'asking.unreachable')
    case 'opted_out':
    case 'no_flow':
    case 'automatic':
    case 'in_dialog':
      return say(locale, `asking.${reason}`)
  }
}
