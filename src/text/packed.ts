/** A JSON header (its length in front as 4 bytes little-endian) and a body → the bytes of a weights file. */
export function packed(header: unknown, body: Uint8Array): Uint8Array {
  const head = new TextEncoder().encode(JSON.stringify(header))
  const bytes = new Uint8Array(4 + head.length + body.length)
  new DataView(bytes.buffer).setUint32(0, head.length, true)
  bytes.set(head, 4)
  bytes.set(body, 4 + head.length)
  return bytes
}

/** The bytes of a weights file → its header, still to be parsed, and its body. */
export function unpacked(bytes: Uint8Array): { header: unknown; body: Uint8Array } {
  const length = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0, true)
  const header: unknown = JSON.parse(new TextDecoder().decode(bytes.subarray(4, 4 + length)))
  return { header, body: bytes.subarray(4 + length) }
}

// Headers are checked by hand: a library for shapes would be a third of what reading a text costs in memory and time to load.

export const isList = (value: unknown): value is number[] =>
  Array.isArray(value) && value.every((each) => typeof each === 'number')

export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null
