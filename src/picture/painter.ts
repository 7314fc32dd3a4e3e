import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { root } from '../root.ts'
import type { ChartDescription } from '../scores/chart/description.ts'
import type { Result, Task } from './worker.ts'

export interface Painter {
  /** A description → a PNG, two dots a pixel, fewer where a side would be longer than `side` dots. @throws when it cannot be drawn on this machine */
  png(chart: ChartDescription, side?: number): Promise<Uint8Array>
  /** A description → an SVG document. @throws likewise */
  svg(chart: ChartDescription): Promise<string>
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
  const waiting = new Map<number, { resolve(result: Result): void; reject(error: Error): void }>()
  const made = new Map<string, Promise<Uint8Array>>()
  const drawn = new Map<string, Promise<string>>()
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
      if ('error' in result) task?.reject(new Error(result.error))
      else task?.resolve(result)
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

  function draw(task: Omit<Task, 'id'>): Promise<Result> {
    clearTimeout(idle)
    return new Promise((resolve, reject) => {
      const id = ++tasks
      waiting.set(id, { resolve, reject })
      const thread = started()
      thread.ref()
      thread.postMessage({ id, ...task } satisfies Task)
    })
  }

  return {
    png: (chart, side) =>
      remember(made, [chart, side], async () => {
        const result = await draw({ chart, as: 'png', ...(side !== undefined && { side }) })
        if (!('png' in result)) throw new Error('the drawing thread gave no PNG')
        return result.png
      }),
    svg: (chart) =>
      remember(drawn, chart, async () => {
        const result = await draw({ chart, as: 'svg' })
        if (!('svg' in result)) throw new Error('the drawing thread gave no SVG')
        return result.svg
      }),
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

/** What was made of this (as JSON) before, else what `make` makes of it; a failure is not remembered. */
function remember<T>(known: Map<string, Promise<T>>, of: unknown, make: () => Promise<T>): Promise<T> {
  const key = JSON.stringify(of)
  const before = known.get(key)
  if (before !== undefined) return before
  const made = make()
  known.set(key, made)
  made.catch(() => known.delete(key))
  const [oldest] = known.keys()
  if (known.size > KEPT && oldest !== undefined) known.delete(oldest)
  return made
}
