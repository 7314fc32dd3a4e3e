import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import { root } from '../../src/root.ts'

/** What somebody at the keyboard reads, and then types. `\r` is Enter, `\x03` Ctrl-C. */
export type Typed = [reads: string | RegExp, types: string]

/** Runs the built command line in a terminal of its own, in the folder `cwd`. @returns how it ended, and everything that stood on the screen */
export function atTerminal(
  cwd: string,
  args: string[],
  env: Record<string, string>,
  typed: Typed[],
): Promise<{ code: number | null; out: string }> {
  const command = [process.execPath, join(root, 'dist/src/cli.js'), ...args].map((word) => `'${word}'`).join(' ')
  const child = spawn('script', ['--quiet', '--return', '--command', command, '/dev/null'], {
    cwd,
    env: { PATH: process.env.PATH, TERM: 'xterm', ...env },
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const left = [...typed]
  let out = ''
  let unread = ''
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    out += chunk
    unread += stripVTControlCharacters(chunk)
    const [next] = left
    if (next === undefined || unread.search(next[0]) < 0) return
    left.shift()
    unread = ''
    child.stdin.write(next[1])
  })
  return new Promise((resolve) => {
    child.on('close', (code) => resolve({ code, out: stripVTControlCharacters(out) }))
  })
}
