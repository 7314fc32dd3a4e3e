import { spawn } from 'node:child_process'

/** The operating system's user that a server runs as, when it is not the one we run as. */
export type Owner = { uid: number; gid: number }

/** How a command ended: its exit code (null when a signal ended it) and what it printed. */
export type Ended = { code: number | null; printed: string }

/**
 * Runs a program to its end, as `owner` if one is given, and without the caller's environment: the tokens that the bot
 * gets there are none of a database's business. Rejects when the program cannot be run at all. `detached` output goes
 * nowhere, because a server that inherits a pipe keeps it open for its whole life.
 */
export function run(
  program: string,
  args: readonly string[],
  options: { cwd: string; owner: Owner | null; detached?: boolean },
): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      cwd: options.cwd,
      env: cleanEnvironment(),
      stdio: options.detached ? 'ignore' : ['ignore', 'pipe', 'pipe'],
      windowsHide: true,
      ...(options.owner ?? {}),
    })
    let printed = ''
    const collect = (part: Buffer) => {
      printed += part.toString()
    }
    child.stdout?.on('data', collect)
    child.stderr?.on('data', collect)
    child.once('error', reject)
    child.once('close', (code) => resolve({ code, printed }))
  })
}

function cleanEnvironment(): NodeJS.ProcessEnv {
  const kept = ['PATH', 'SystemRoot', 'TEMP', 'TMP', 'TMPDIR', 'ComSpec'] as const
  const env: NodeJS.ProcessEnv = { LC_ALL: 'C', TZ: 'UTC' }
  for (const name of kept) if (process.env[name] !== undefined) env[name] = process.env[name]
  return env
}
