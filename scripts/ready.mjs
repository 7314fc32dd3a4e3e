// Runs before every npm script: installs the packages and builds the program, each only if something is missing or has
// changed. Says what it does on standard error, so that a command's own output stays clean.
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { alone } from './alone.mjs'
import { build, isBuilt } from './build.mjs'

const root = dirname(dirname(fileURLToPath(import.meta.url)))

/** Whether node_modules holds what the lockfile asks for: npm leaves its own account of what it installed there. */
function isInstalled() {
  const account = join(root, 'node_modules', '.package-lock.json')
  if (!existsSync(account)) return false
  const wanted = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages
  const installed = JSON.parse(readFileSync(account, 'utf8')).packages
  return Object.entries(wanted).every(([path, { version, integrity, optional }]) => {
    const there = installed[path]
    if (path === '' || (optional && !there)) return true // packages for other platforms
    return there && there.version === version && there.integrity === integrity
  })
}

function install() {
  console.error('Installing the packages (npm ci); the first time takes a minute …')
  const args = ['ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund']
  const npm = process.env.npm_execpath // the npm that runs us, as a script
  const { status } = npm?.endsWith('.js')
    ? spawnSync(process.execPath, [npm, ...args], { cwd: root, stdio: ['ignore', 2, 2] })
    : spawnSync('npm', args, { cwd: root, stdio: ['ignore', 2, 2], shell: process.platform === 'win32' })
  if (status !== 0)
    throw new Error('The packages could not be installed: see what npm says above, then run the command again.')
}

async function ready() {
  if (!isInstalled()) install()
  if (isBuilt(root)) return
  console.error('Building …')
  await build(root)
}

function tooOld() {
  const { engines } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  const [major = 0, minor = 0] = engines.node.match(/\d+/g).map(Number)
  const [ourMajor = 0, ourMinor = 0] = process.versions.node.split('.').map(Number)
  return ourMajor < major || (ourMajor === major && ourMinor < minor) ? `${major}.${minor}` : null
}

const needed = tooOld()
if (needed) {
  console.error(
    `Afterword needs Node.js ${needed} or newer, and this is ${process.versions.node}: see https://nodejs.org`,
  )
  process.exitCode = 2
} else if (!(isInstalled() && isBuilt(root))) {
  await alone(root, ready).catch((error) => {
    console.error(error.message)
    process.exitCode = 1
  })
}
