/** Where the site around the chat keeps things for us. */
interface Elsewhere {
  all: Map<string, string>
  write: () => void
}

let elsewhere: Elsewhere | null = null

/**
 * From now on things are kept by the site around the chat: browsers deny a frame of another site its own storage, as they block its
 * cookies. `kept` is what was written before.
 */
export function keepElsewhere(kept: Record<string, string>, write: (all: Record<string, string>) => void): void {
  const all = new Map(Object.entries(kept))
  elsewhere = { all, write: () => write(Object.fromEntries(all)) }
}

/** What this browser keeps of `name`, or null; a browser that keeps nothing (private windows) is no error. */
export function kept(name: string): string | null {
  if (elsewhere !== null) return elsewhere.all.get(name) ?? null
  try {
    return localStorage.getItem(`afterword.${name}`)
  } catch (error) {
    if (error instanceof DOMException) return null
    throw error
  }
}

/** Keeps `value` under `name` in this browser where it lets us. */
export function keep(name: string, value: string): void {
  if (elsewhere !== null) {
    if (elsewhere.all.get(name) === value) return
    elsewhere.all.set(name, value)
    elsewhere.write()
    return
  }
  try {
    localStorage.setItem(`afterword.${name}`, value)
  } catch (error) {
    if (!(error instanceof DOMException)) throw error
  }
}
