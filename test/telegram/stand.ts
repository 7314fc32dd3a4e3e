import { onTestFinished } from 'vitest'
import { createTelegram, type TelegramDeps } from '../../adapters/telegram/telegram.ts'
import type { Inbound, Receipt, Receive } from '../../src/channel.ts'
import { createHttp } from '../../src/http/server.ts'
import { openTelegram, type StandInOptions, TOKEN } from './stand-in/server.ts'

const START = Date.parse('2026-03-02T09:00:00.000Z')

export interface StandOptions {
  mode?: TelegramDeps['mode']
  fault?: StandInOptions['fault']
  deps?: Partial<TelegramDeps>
  /** What becomes of an event; by default it is answered with `state.receipt`. */
  receive?: Receive
}

/** The real adapter with the real SDK, on a server, against the stand-in of Telegram; clock and answers are in the test's hands. */
export async function standTelegram({ mode = 'webhook', fault, deps = {}, receive }: StandOptions = {}) {
  const state: { now: number; receipt: Receipt; receive: Receive } = {
    now: START,
    receipt: { outcome: 'done' },
    receive: receive ?? (async () => state.receipt),
  }
  const inbound: Inbound[] = []
  const logged: { detail: object; message: string }[] = []
  /** Pauses that the adapter made, in milliseconds. The clock moves by them, and nobody waits. */
  const pauses: number[] = []
  const telegram = await openTelegram({ now: () => state.now, ...(fault && { fault }) })
  const server = createHttp((error) => logged.push({ detail: { error }, message: 'the server failed' }))
  const port = await server.listen('127.0.0.1', 0)
  const url = `http://127.0.0.1:${port}`
  const log = (detail: object, message: string) => void logged.push({ detail, message })
  const channel = createTelegram({
    token: TOKEN,
    mode,
    secretToken: null,
    publicUrl: url,
    commands: [],
    apiRoot: telegram.apiRoot,
    log: { info: log, warn: log },
    async pause(ms) {
      pauses.push(ms)
      state.now += ms
      await new Promise((turn) => setImmediate(turn))
    },
    ...deps,
  })
  await channel.start(async (event) => {
    inbound.push(event)
    return state.receive(event)
  }, server.http)
  if (mode === 'webhook' && deps.apiRoot === undefined) await until(() => telegram.updates.hook() !== null)

  let ended: Promise<void> | undefined
  const end = () =>
    (ended ??= (async () => {
      await channel.stop()
      await server.close()
      await telegram.close()
    })())
  onTestFinished(end)
  return { telegram, channel, server, url, state, inbound, logged, pauses, end }
}

/** Resolves as soon as it holds; whoever waits gives the event loop to others. */
export async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((turn) => setImmediate(turn))
}
