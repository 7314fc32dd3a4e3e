import { readerLocale } from '../../src/locale.ts'
import { type ProblemCode, type RefusalCode, words } from './words.ts'

/** Why a request is not taken. The codes are part of the HTTP interface. */
const STATUS: Record<RefusalCode, number> = {
  malformed: 400,
  invalid: 400,
  session: 401,
  identity: 401,
  identity_off: 401,
  staff_key: 401,
  staff_session: 401,
  origin: 403,
  not_found: 404,
  text_too_long: 413,
  body_too_large: 413,
  busy: 429,
  retry: 503,
}

export interface Refusal {
  refused: RefusalCode
  /** `path` is dotted from the body's root, empty for the body itself. */
  problems?: { path: string; problem: ProblemCode }[]
  /** Seconds after which it is worth trying again. */
  after?: number
}

export const isRefusal = (value: object): value is Refusal => 'refused' in value

export const isProblem = (code: string): code is ProblemCode => Object.hasOwn(words.en.problem, code)

/** Headers of every answer that is not a page: nothing of a conversation stays in a cache. */
export const PRIVATE = { 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' }

/** Nobody is an answer and no error where a page asks before it knows: a browser would report every 401. */
export const nobody = (): Response => new Response(null, { status: 204, headers: PRIVATE })

/** A refusal as JSON `{error: {code, message, problems?: [{path, message}]}}` in the reader's language. */
export function refuse(request: Request, { refused: code, problems, after }: Refusal): Response {
  const said = words[readerLocale(request)]
  const listed = problems?.map(({ path, problem }) => ({ path, message: said.problem[problem] }))
  const status = STATUS[code]
  const headers = new Headers(PRIVATE)
  if (status === 401) headers.set('www-authenticate', 'Bearer')
  if (status === 503 || after !== undefined) headers.set('retry-after', String(after ?? 1))
  const error = { code, message: said.refusal[code], ...(listed && { problems: listed }) }
  return Response.json({ error }, { status, headers })
}
