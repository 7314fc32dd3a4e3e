import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { root } from '../../src/root.ts'

export interface Ran {
  code: number | null
  out: string
  err: string
}

/** Runs the built command line, as `npm run afterword --` does. */
export function run(args: string[], options: { input?: string; env?: Record<string, string> } = {}): Promise<Ran> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [join(root, 'dist/src/cli.js'), ...args], {
      cwd: root,
      env: {
        PATH: process.env.PATH,
        AFTERWORD_ENV_FILE: '',
        AFTERWORD_CONFIG: 'test/turn/afterword.yaml',
        ...options.env,
      },
    })
    let [out, err] = ['', '']
    child.stdout.on('data', (chunk) => {
      out += chunk
    })
    child.stderr.on('data', (chunk) => {
      err += chunk
    })
    child.on('close', (code) => resolve({ code, out, err }))
    child.stdin.end(options.input ?? '')
  })
}
