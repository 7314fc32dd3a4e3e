import { explain } from '../asking/explain.ts'
import { isTimely, readTrigger, type Trigger } from '../asking/trigger.ts'
import { isSigned, parseJson, readBody } from '../body.ts'
import type { Http } from '../channel.ts'
import { type Locale, readerLocale } from '../locale.ts'
import { isSecret } from '../secret.ts'
import type { Asked } from '../turn/ask.ts'
import { say, type WordId } from '../words/say.ts'
import { json } from './request.ts'

export interface TriggerOptions {
  ask: (trigger: Trigger) => Promise<Asked>
  /** Bearer token; null: none is accepted. */
  token: string | null
  /** Standard Webhooks secret (`whsec_…`); null: no signature is accepted. */
  webhookSecret: string | null
  /** Whether a request comes from a manager's web session, on our own page. */
  isManager: (request: Request) => Promise<boolean>
  timeZone: string
  now: () => string
  onError: (error: unknown) => void
  /** Whether the same request may succeed later. */
  mayPass: (error: unknown) => boolean
}

const LIMIT = 64 * 1024

/** `POST /v1/interactions`: a service has ended. */
export function triggerRoute(http: Http, options: TriggerOptions): void {
  http.on('POST', '/v1/interactions', async (request) => {
    const locale = readerLocale(request)
    const refuse = (status: number, code: RefusalCode, more: object = {}) =>
      json(status, { error: { code, message: say(locale, `http.${code}`), ...more } })

    const body = await readBody(request, LIMIT)
    if (body === null) return refuse(413, 'too_large')
    if (!(await isAllowed(request, body, options))) return refuse(401, 'unauthorized')
    const value = parseJson(body)
    if (value === undefined) return refuse(400, 'not_json')
    const read = readTrigger(value, locale)
    if ('problems' in read) return refuse(400, 'invalid', { problems: read.problems })
    if (!isTimely(read.value.endedAt, options.now()))
      return refuse(400, 'invalid', { problems: [{ path: 'endedAt', message: say(locale, 'http.untimely') }] })
    try {
      return answer(read.value, await options.ask(read.value), options, locale)
    } catch (error) {
      options.onError(error)
      if (!options.mayPass(error)) return refuse(500, 'failed')
      return json(
        503,
        { error: { code: 'unavailable', message: say(locale, 'http.unavailable') } },
        { 'retry-after': '1' },
      )
    }
  })
}

type RefusalCode = Extract<WordId, `http.${string}`> extends `http.${infer Code}` ? Code : never

function answer(trigger: Trigger, asked: Asked, { timeZone, now }: TriggerOptions, locale: Locale): Response {
  if (asked.outcome === 'conflict') {
    const { paths } = asked
    return json(409, {
      error: { code: 'conflict', message: say(locale, 'http.conflict', { paths: paths.join(', ') }), paths },
    })
  }
  const message = explain(asked.decision, now(), timeZone, locale)
  return json(202, { id: trigger.id, decision: { ...asked.decision, message } })
}

async function isAllowed(request: Request, body: string, options: TriggerOptions): Promise<boolean> {
  const { token, webhookSecret } = options
  const given = /^Bearer (.+)$/i.exec(request.headers.get('authorization') ?? '')?.[1]
  if (given !== undefined) return token !== null && isSecret(given, token)
  if (request.headers.has('webhook-signature')) return webhookSecret !== null && isSigned(request, body, webhookSecret)
  return options.isManager(request)
}
