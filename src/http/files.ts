import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { extname, join } from 'node:path'

export interface File {
  body: Uint8Array
  type: string
  /** Changes with the body. */
  etag: string
}

const TYPES: { [extension: string]: string } = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.map': 'application/json',
}

/** Every file below `folder`, read once, by its name. */
export function filesOf(folder: string): (name: string) => File | null {
  const files = new Map<string, File>()
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
    if (!entry.isFile()) continue
    const body = readFileSync(join(entry.parentPath, entry.name))
    const etag = createHash('sha256').update(body).digest('base64url').slice(0, 22)
    files.set(entry.name, { body, type: TYPES[extname(entry.name)] ?? 'application/octet-stream', etag })
  }
  return (name) => files.get(name) ?? null
}
