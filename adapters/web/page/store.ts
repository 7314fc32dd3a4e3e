import { useEffect, useRef, useState } from 'preact/hooks'

/** A value that others can watch. */
export interface Store<T> {
  get(): T
  set(change: (value: T) => T): void
  watch(look: () => void): () => void
}

export function store<T>(initial: T): Store<T> {
  let value = initial
  const watchers = new Set<() => void>()
  return {
    get: () => value,
    set(change) {
      const next = change(value)
      if (Object.is(next, value)) return
      value = next
      for (const look of watchers) look()
    },
    watch(look) {
      watchers.add(look)
      return () => watchers.delete(look)
    },
  }
}

/** The value of `source` in a component, drawn anew when it changes. */
export function useStore<T>(source: Store<T>): T {
  const [, redraw] = useState({})
  const value = source.get()
  const drawn = useRef(value)
  drawn.current = value
  useEffect(() => {
    if (!Object.is(source.get(), drawn.current)) redraw({}) // changed between the drawing and this
    return source.watch(() => redraw({}))
  }, [source])
  return value
}
