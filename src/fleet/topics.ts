/** Who in this process listens to what. */
export function topics() {
  const listeners = new Map<string, Set<() => void>>()
  const tell = (topic: string): void => {
    for (const hear of [...(listeners.get(topic) ?? [])]) hear()
  }
  return {
    tell,
    /** Everybody may have missed something. */
    tellAll(): void {
      for (const topic of [...listeners.keys()]) tell(topic)
    },
    subscribe(topic: string, hear: () => void): () => void {
      const mine = () => hear() // the same function may listen twice
      const all = listeners.get(topic) ?? new Set()
      listeners.set(topic, all.add(mine))
      return () => {
        all.delete(mine)
        if (all.size === 0 && listeners.get(topic) === all) listeners.delete(topic)
      }
    },
    clear: () => listeners.clear(),
  }
}
