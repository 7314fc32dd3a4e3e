import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'

/** For tests: no sandbox because containers run them as root, no QUIC and no background traffic because nothing leaves. */
export const CHROMIUM_FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

const CHROMIUM = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome.exe', 'msedge.exe']
const APPLICATIONS = [
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
]

/**
 * Path of a Chromium to drive, or null where none is installed: then one line names the `tests` that are not run, and
 * with CI=true it throws, because there every test must run.
 */
export function chromium(tests: string): string | null {
  return required('Chromium', [...onPath(CHROMIUM), ...APPLICATIONS], tests)
}

/** Path of a Redis server, on the same terms. */
export const redisServer = (tests: string): string | null => required('redis-server', onPath(['redis-server']), tests)

/** A terminal for a program that asks: `script` of util-linux, on the same terms. */
export const terminal = (tests: string): string | null =>
  process.platform === 'linux' ? required('script', onPath(['script']), tests) : null

function required(what: string, candidates: readonly string[], tests: string): string | null {
  const found = candidates.find(isExecutable)
  if (found) return found
  if (process.env.CI === 'true')
    throw new Error(`${what} is not installed, and with CI=true every test must run: ${tests}`)
  console.info(`Not run without ${what}: ${tests}`)
  return null
}

function onPath(names: readonly string[]): string[] {
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean)
  return names.flatMap((name) => folders.map((folder) => join(folder, name)))
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}
