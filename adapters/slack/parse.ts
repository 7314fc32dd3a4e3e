import { parseEvent } from './events.ts'
import { parseCommand, parseInteraction } from './interactions.ts'
import { type Parsed, unsupported } from './parsed.ts'

/** A payload as it comes over the socket, or the JSON of one that came by HTTP → what it is. Pure and total. */
export function parsePayload(json: unknown): Parsed {
  if (typeof json !== 'object' || json === null) return unsupported('not an object')
  if ('type' in json && json.type === 'url_verification') {
    const challenge = 'challenge' in json ? json.challenge : null
    return typeof challenge === 'string' ? { kind: 'challenge', challenge } : unsupported('no challenge')
  }
  if ('type' in json && json.type === 'event_callback') return parseEvent(json)
  return 'command' in json ? parseCommand(json) : parseInteraction(json)
}

/** The body of a request, JSON or a form by its content type, or null when it is neither. Pure and total. */
export function parseBody(body: string, contentType: string): Parsed | null {
  if (!contentType.startsWith('application/x-www-form-urlencoded')) return parseJson(body)
  const fields = new URLSearchParams(body)
  const payload = fields.get('payload')
  if (payload !== null) return parseJson(payload)
  return fields.has('ssl_check') ? unsupported('a check of the certificate') : parseCommand(Object.fromEntries(fields))
}

function parseJson(text: string): Parsed | null {
  try {
    return parsePayload(JSON.parse(text))
  } catch {
    return null // not JSON; the parser's own message would quote the body
  }
}
