/** The other end of Socket Mode: a WebSocket server, as much of RFC 6455 as Slack's own client needs. */
import { createHash, randomUUID } from 'node:crypto'
import type { IncomingMessage, Server } from 'node:http'
import type { Duplex } from 'node:stream'
import type { Socket } from './events.ts'

const GUID = '258EAFA5-E914-47DA-95CA-C5AB0DC85B11'
const TEXT = 1
const CLOSE = 8
const PING = 9
const PONG = 10

function frame(opcode: number, payload: Buffer): Buffer {
  const { length } = payload
  const head =
    length < 126
      ? Buffer.from([0x80 | opcode, length])
      : length < 65_536
        ? Buffer.from([0x80 | opcode, 126, length >> 8, length & 255])
        : Buffer.concat([Buffer.from([0x80 | opcode, 127, 0, 0, 0, 0]), uint32(length)])
  return Buffer.concat([head, payload])
}

function uint32(n: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32BE(n)
  return bytes
}

/** The first whole frame of what has come, all of which clients mask; null while it is not whole. */
function take(bytes: Buffer): { opcode: number; payload: Buffer; rest: Buffer } | null {
  if (bytes.length < 2) return null
  const short = (bytes[1] ?? 0) & 127
  const extra = short === 126 ? 2 : short === 127 ? 8 : 0
  const start = 2 + extra + 4
  if (bytes.length < start) return null
  const length = short === 126 ? bytes.readUInt16BE(2) : short === 127 ? Number(bytes.readBigUInt64BE(2)) : short
  if (bytes.length < start + length) return null
  const mask = bytes.subarray(start - 4, start)
  const payload = Buffer.from(bytes.subarray(start, start + length).map((byte, i) => byte ^ (mask[i % 4] ?? 0)))
  return { opcode: (bytes[0] ?? 0) & 15, payload, rest: bytes.subarray(start + length) }
}

export function serveSocket(server: Server) {
  const open = new Set<Duplex>()
  const acknowledged = new Map<string, (body: unknown) => void>()
  const waiting: (() => void)[] = []
  let connections = 0
  /** Of several connections each envelope takes the next. */
  let turn = 0

  server.on('upgrade', (request: IncomingMessage, socket: Duplex) => {
    const key = `${request.headers['sec-websocket-key'] ?? ''}${GUID}`
    const accept = createHash('sha1').update(key).digest('base64')
    socket.write(
      `HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${accept}\r\n\r\n`,
    )
    open.add(socket)
    connections += 1
    socket.on('error', () => socket.destroy())
    socket.on('end', () => socket.destroy()) // the other side is gone; Node would leave this half open
    socket.on('close', () => open.delete(socket))
    let bytes = Buffer.alloc(0)
    socket.on('data', (chunk: Buffer) => {
      bytes = Buffer.concat([bytes, chunk])
      for (let next = take(bytes); next; next = take(bytes)) {
        bytes = Buffer.from(next.rest)
        receive(socket, next.opcode, next.payload)
      }
    })
    socket.write(frame(TEXT, Buffer.from(JSON.stringify({ type: 'hello', num_connections: 1 }))))
    for (const wake of waiting.splice(0)) wake()
  })

  function receive(socket: Duplex, opcode: number, payload: Buffer): void {
    if (opcode === PING) socket.write(frame(PONG, payload))
    if (opcode === CLOSE) {
      open.delete(socket)
      socket.end(frame(CLOSE, payload))
    }
    if (opcode !== TEXT) return
    const { envelope_id: id, payload: body } = JSON.parse(payload.toString('utf8'))
    acknowledged.get(id)?.(body ?? null)
  }

  const send: Socket = (type, payload, attempt, wait) =>
    new Promise((resolve) => {
      const id = randomUUID()
      const timer = setTimeout(() => settle(null), wait)
      const settle = (answer: { body: unknown } | null): void => {
        clearTimeout(timer)
        acknowledged.delete(id)
        resolve(answer)
      }
      acknowledged.set(id, (body) => settle({ body }))
      const retry = attempt === 0 ? {} : { retry_attempt: attempt, retry_reason: 'timeout' }
      // Nobody is there to hear it: it counts as not acknowledged, and is sent again.
      const envelope = { envelope_id: id, type, payload, accepts_response_payload: type !== 'events_api', ...retry }
      const socket = [...open][turn++ % open.size]
      socket?.write(frame(TEXT, Buffer.from(JSON.stringify(envelope))))
    })

  const pings = setInterval(() => {
    for (const socket of open) socket.write(frame(PING, Buffer.from('ping')))
  }, 5_000)
  pings.unref()

  return {
    socket: (): Socket | null => (connections > 0 ? send : null),
    open: () => open.size,
    /** How often the app has connected. */
    connections: () => connections,
    /** The connection breaks, without a word. */
    drop() {
      for (const socket of open) socket.destroy()
      open.clear()
    },
    /** Slack wants the app to connect anew, as it does every few hours. */
    refresh() {
      const told = JSON.stringify({ type: 'disconnect', reason: 'refresh_requested', debug_info: { host: 'stand-in' } })
      for (const socket of open) socket.write(frame(TEXT, Buffer.from(told)))
    },
    /** Resolves when the app has connected. */
    connected: () => new Promise<void>((resolve) => (open.size > 0 ? resolve() : waiting.push(resolve))),
    close() {
      clearInterval(pings)
      for (const socket of open) socket.destroy()
    },
  }
}
