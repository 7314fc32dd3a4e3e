/** What this browser keeps of `name`, or null; a browser that keeps nothing (private windows) is no error. */
export function kept(name: string): string | null {
  try {
    return localStorage.getItem(`afterword.${name}`)
  } catch (error) {
    if (error instanceof DOMException) return null
    throw error
  }
}

/** Keeps `value` under `name` in this browser where it lets us; null forgets it. */
export function keep(name: string, value: string | null): void {
  try {
    if (value === null) localStorage.removeItem(`afterword.${name}`)
    else localStorage.setItem(`afterword.${name}`, value)
  } catch (error) {
    if (!(error instanceof DOMException)) throw error
  }
}
