/** Something that somebody will do. `who` does one thing at a time. */
export interface Event {
  at: number
  who: string
  act: () => Promise<void>
}

/** What is still to happen, earliest first; of two at once the one that was entered first. */
export function createAgenda() {
  const heap: { event: Event; entered: number }[] = []
  let entered = 0
  const before = (a: number, b: number): boolean => {
    const [x, y] = [heap[a], heap[b]]
    if (!x || !y) return false
    return x.event.at - y.event.at < 0 || (x.event.at === y.event.at && x.entered < y.entered)
  }
  const swap = (a: number, b: number) => {
    const [x, y] = [heap[a], heap[b]]
    if (x && y) [heap[a], heap[b]] = [y, x]
  }
  return {
    add(event: Event) {
      let at = heap.push({ event, entered: entered++ }) - 1
      for (let up = (at - 1) >> 1; at > 0 && before(at, up); at = up, up = (at - 1) >> 1) swap(at, up)
    },
    /** When the next thing happens; null when nothing will. */
    next: (): number | null => heap[0]?.event.at ?? null,
    take(): Event | undefined {
      swap(0, heap.length - 1)
      const first = heap.pop()
      for (let at = 0; ; ) {
        const [left, right] = [2 * at + 1, 2 * at + 2]
        const least = before(right, left) ? right : left
        if (!before(least, at)) break
        swap(least, at)
        at = least
      }
      return first?.event
    },
  }
}

export type Agenda = ReturnType<typeof createAgenda>
