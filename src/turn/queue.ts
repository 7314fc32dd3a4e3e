/** One thing at a time for each name, in order of arrival; different names never wait for each other. */
export function createQueue() {
  const tails = new Map<string, Promise<unknown>>()
  return {
    run<T>(name: string, work: () => Promise<T>): Promise<T> {
      const before = tails.get(name)
      const mine = before === undefined ? work() : before.then(work, work)
      const tail = mine.catch(() => undefined)
      tails.set(name, tail)
      void tail.then(() => {
        if (tails.get(name) === tail) tails.delete(name)
      })
      return mine
    },
    /** Resolves when everything that is queued now has ended. */
    async drained(): Promise<void> {
      await Promise.all(tails.values())
    },
    size: () => tails.size,
  }
}

export type Queue = ReturnType<typeof createQueue>
