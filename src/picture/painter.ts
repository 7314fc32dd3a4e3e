import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { root } from '../root.ts'
import type { ChartDescription } from '../scores/chart/description.ts'
import type { Result } from './worker.ts'

export interface Painter {
  /** A description → a PNG, two dots a pixel. @throws when it cannot be drawn on this machine */
  png(chart: ChartDescription): Promise<Uint8Array>
  close(): Promise<void>
}

/** A thread without work for this long goes, and 150 MB with it. */
const IDLE = 60_000
/** Kept for readers who come back to a conversation: 20–40 kB each. */
const KEPT = 48

/** Threads run what was built, whoever starts them: Node 20 cannot run the sources. */
const workerFile = (): string => join(root, 'dist', 'src', 'picture', 'worker.js')

/** Draws in a thread of its own, which starts with the first picture and ends when none is wanted any more. */
export function createPainter(): Painter {
  const waiting = new Map<number, { resolve(png: Uint8Array): void; reject(error: Error): void }>()
  const made = new Map<string, Promise<Uint8Array>>()
  let worker: Worker | undefined
  let idle: NodeJS.Timeout | undefined
  let tasks = 0

  function started(): Worker {
    if (worker) return worker
    const thread = new Worker(workerFile())
    thread.unref()
    thread.on('message', (result: Result) => {
      const task = waiting.get(result.id)
      waiting.delete(result.id)
      if (waiting.size === 0) rest(thread)
      if ('png' in result) task?.resolve(result.png)
      else task?.reject(new Error(result.error))
    })
    const lost = (error: Error) => {
      if (worker === thread) worker = undefined
      for (const { reject } of waiting.values()) reject(error)
      waiting.clear()
    }
    thread.on('error', lost)
    thread.on('exit', () => worker === thread && lost(new Error('the drawing thread ended')))
    worker = thread
    return thread
  }

  function rest(thread: Worker): void {
    thread.unref()
    idle = setTimeout(() => {
      if (waiting.size > 0 || worker !== thread) return
      worker = undefined
      void thread.terminate()
    }, IDLE)
    idle.unref()
  }

  function draw(chart: ChartDescription): Promise<Uint8Array> {
    clearTimeout(idle)
    return new Promise((resolve, reject) => {
      const id = ++tasks
      waiting.set(id, { resolve, reject })
      const thread = started()
      thread.ref()
      thread.postMessage({ id, chart })
    })
  }

  return {
    png(chart) {
      const key = JSON.stringify(chart)
      const known = made.get(key)
      if (known !== undefined) return known
      const drawn = draw(chart)
      made.set(key, drawn)
      drawn.catch(() => made.delete(key))
      const [oldest] = made.keys()
      if (made.size > KEPT && oldest !== undefined) made.delete(oldest)
      return drawn
    },
    async close() {
      clearTimeout(idle)
      const thread = worker
      worker = undefined
      for (const { reject } of waiting.values()) reject(new Error('the drawing thread was closed'))
      waiting.clear()
      await thread?.terminate()
    },
  }
}
