/** What several processes share and may be lost at any time: hints that there is something to fetch. */
export interface Fleet {
  /** Tells everybody who listens to `topic`; nobody may hear it. */
  publish(topic: string): void
  /** @returns a function that ends the subscription */
  subscribe(topic: string, hear: () => void): () => void
  close(): Promise<void>
}

/** For one process: nothing leaves its memory. */
export function memoryFleet(): Fleet {
  const topics = new Map<string, Set<() => void>>()
  return {
    publish(topic) {
      for (const hear of topics.get(topic) ?? []) hear()
    },
    subscribe(topic, hear) {
      const heard = topics.get(topic) ?? new Set()
      topics.set(topic, heard.add(hear))
      return () => {
        heard.delete(hear)
        if (heard.size === 0 && topics.get(topic) === heard) topics.delete(topic)
      }
    },
    close: async () => topics.clear(),
  }
}
