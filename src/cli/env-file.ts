/** The text of an environment file with `settings` in it: in place where they stand already, else at its end. The rest stays as it is. */
export function withSettings(text: string, settings: Record<string, string | undefined>): string {
  const left = new Map(Object.entries(settings))
  const kept = text.split('\n').map((line) => {
    const name = /^\s*(?:export\s+)?([A-Za-z_]\w*)\s*=/.exec(line)?.[1] ?? ''
    const value = left.get(name)
    if (value === undefined) return line
    left.delete(name)
    return setting(name, value)
  })
  const added = [...left].flatMap(([name, value]) => (value === undefined ? [] : [setting(name, value)]))
  return `${[...kept.join('\n').trimEnd().split('\n'), ...added].filter((line, n) => n > 0 || line !== '').join('\n')}\n`
}

/** Quoted where a reader of such files would take something for a comment or an end; single quotes take everything as it stands. */
const setting = (name: string, value: string): string =>
  /^[\w.,:/+@%=-]*$/.test(value) ? `${name}=${value}` : `${name}='${value}'`
