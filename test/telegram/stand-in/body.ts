import type { IncomingMessage } from 'node:http'
import type { Fields } from './fields.ts'
import { bad } from './refusal.ts'

/** The fields of a call: JSON, or a form whose files stand as buffers where they are referred to. @throws Refusal */
export async function readFields(request: IncomingMessage): Promise<Fields> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk)
  const body = Buffer.concat(chunks)
  const type = request.headers['content-type'] ?? ''
  if (body.length === 0) return {}
  if (type.startsWith('application/json')) return json(body)
  if (type.startsWith('multipart/form-data')) return form(body, type)
  throw bad('unsupported content type')
}

function json(body: Buffer): Fields {
  try {
    const read: unknown = JSON.parse(body.toString('utf8'))
    return typeof read === 'object' && read !== null ? { ...read } : {}
  } catch {
    throw bad("can't parse JSON object")
  }
}

/** Each part is a head, an empty line, and a body; a file stays a buffer, and stands where `attach://` refers to it. */
function form(body: Buffer, type: string): Fields {
  const [, boundary] = /boundary="?([^";]+)/.exec(type) ?? []
  if (boundary === undefined) throw bad('boundary is missing')
  const fields: Fields = {}
  for (const part of body.toString('latin1').split(`--${boundary}`).slice(1, -1)) {
    const [head = '', ...rest] = part.split('\r\n\r\n')
    const [, name] = /[ ;]name="?([^";\r\n]+)/.exec(head) ?? []
    if (name === undefined) throw bad('a part has no name')
    const content = Buffer.from(rest.join('\r\n\r\n').replace(/\r\n$/, ''), 'latin1')
    fields[name] = /filename=/.test(head) ? content : content.toString('utf8')
  }
  for (const [name, value] of Object.entries(fields)) {
    const [, file] = /^attach:\/\/(.+)$/.exec(typeof value === 'string' ? value : '') ?? []
    if (file !== undefined) fields[name] = fields[file]
  }
  return fields
}
