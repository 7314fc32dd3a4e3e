import { Api } from 'grammy'
import type { TelegramDeps } from './deps.ts'

/**
 * The Bot API with `patience` milliseconds a call, and until `stop` aborts. Calls go through the platform's own `fetch`: the one that
 * grammY brings takes no signal of Node's, and puts the address, which holds the token, into its errors.
 */
export function openApi({ token, apiRoot }: TelegramDeps, patience: number, stop?: AbortSignal): Api {
  const call = (url: string, { headers, body }: { headers: Record<string, string>; body: RequestInit['body'] }) => {
    const late = AbortSignal.timeout(patience)
    const type = headers['content-type'] ?? 'application/json'
    return fetch(url, {
      method: 'POST',
      headers: { 'content-type': type },
      body: body ?? null,
      duplex: 'half',
      redirect: 'error', // a redirect would carry the token elsewhere
      signal: stop ? AbortSignal.any([stop, late]) : late,
    })
  }
  // grammY's own time-out is only a net below ours: it begins before the request does.
  return new Api(token, {
    ...(apiRoot && { apiRoot: apiRoot.replace(/\/+$/, '') }),
    fetch: call,
    timeoutSeconds: patience / 1_000 + 5,
  })
}
