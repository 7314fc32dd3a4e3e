import { createHash, randomUUID } from 'node:crypto'
import { chmod, chown, mkdir, readFile, stat, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { type Owner, run } from './command.ts'
import { exists } from './files.ts'
import { DatabaseUnavailable } from './unavailable.ts'

const SYSTEM = '/var/lib/afterword'

/** Where a folder's server lives and whose it is. `shared` is where a copy of the programs may be kept. */
export type Place = {
  home: string
  data: string
  log: string
  password: string
  shared: string
  owner: Owner | null
}

/** Makes the folder, closed to others, and returns where its lock is: whatever is done to its server is done under that. */
export function lockOf(folder: string): Promise<string> {
  return withRemedy(folder, async (absolute) => {
    await mkdir(absolute, { recursive: true, mode: 0o700 })
    await mkdir(join(absolute, 'postgres.lock'), { recursive: true })
    return join(absolute, 'postgres.lock')
  })
}

/**
 * Finds, or founds, the home of the server that belongs to `folder`. Call it under the folder's lock.
 *
 * An ordinary user's server lives inside the folder. PostgreSQL refuses to run as root, and root's folders may be closed
 * to everybody else, so root's server runs as `nobody` — the one unprivileged user that every system has, and `initdb`
 * insists on a user with a name — in a home of its own under /var/lib/afterword. The folder remembers which: removing the
 * folder forgets the data, moving it does not. In a folder that belongs to an ordinary user, root starts that user's server.
 */
export function place(folder: string): Promise<Place> {
  return withRemedy(folder, async (absolute) => {
    const within = join(absolute, 'postgres')
    const root = process.getuid?.() === 0
    if (!root) return founded(within, absolute, null)
    await mkdir(SYSTEM, { recursive: true })
    await chmod(SYSTEM, 0o755) // the umask may have closed it
    const { uid, gid } = await stat(absolute)
    if (uid !== 0) return founded(within, SYSTEM, { uid, gid })
    return founded(await rememberedHome(absolute), SYSTEM, await nobody())
  })
}

async function withRemedy<T>(folder: string, work: (absolute: string) => Promise<T>): Promise<T> {
  const absolute = resolve(folder)
  try {
    return await work(absolute)
  } catch (error) {
    if (error instanceof DatabaseUnavailable) throw error
    const why = error instanceof Error ? error.message : String(error)
    throw new DatabaseUnavailable('database.no_place', { why, folder: absolute })
  }
}

async function founded(home: string, shared: string, owner: Owner | null): Promise<Place> {
  await mkdir(home, { recursive: true, mode: 0o700 })
  if (owner) await chown(home, owner.uid, owner.gid)
  const at = (name: string) => join(home, name)
  return { home, data: at('data'), log: at('log'), password: at('password'), shared, owner }
}

async function rememberedHome(folder: string): Promise<string> {
  const note = join(folder, 'postgres.home')
  const remembered = (await exists(note)) ? await readFile(note, 'utf8') : ''
  if (remembered !== '' && !(await exists(remembered)))
    throw new DatabaseUnavailable('database.gone', { folder: remembered, note })
  if (remembered !== '') return remembered
  const name = createHash('sha256').update(`${folder}\n${randomUUID()}`).digest('hex').slice(0, 16)
  await mkdir(join(SYSTEM, name), { mode: 0o700 }) // before the note: what is noted and not there is lost
  await writeFile(note, join(SYSTEM, name), { mode: 0o600 })
  return join(SYSTEM, name)
}

async function nobody(): Promise<Owner> {
  const id = async (flag: string) =>
    Number((await run('id', [flag, 'nobody'], { cwd: '/', owner: null })).printed.trim())
  const [uid, gid] = [await id('-u'), await id('-g')]
  if (!(uid > 0 && gid > 0)) throw new DatabaseUnavailable('database.no_nobody')
  return { uid, gid }
}
