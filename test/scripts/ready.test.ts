import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { cp, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir, userInfo } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

const REPOSITORY = join(import.meta.dirname, '../..')
const BUILDING = 'Building …\n'

/** Works alone for a second and says from when to when. */
const WORKER = `
  import { setTimeout as wait } from 'node:timers/promises'
  import { alone } from './alone.mjs'
  await alone(new URL('..', import.meta.url).pathname.slice(0, -1), async () => {
    const began = Date.now()
    await wait(1_000)
    console.log(began, Date.now())
  })`
/** Acts half a second later on whose the lock is: by then the other works. */
const SLOW_TO_JUDGE = `data:text/javascript,${encodeURIComponent(`
  const { kill } = process
  process.kill = (...of) => {
    process.kill = kill
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 500)
    return kill.apply(process, of)
  }`)}`

let checkout: string
beforeEach(async () => {
  checkout = await mkdtemp(join(tmpdir(), 'afterword-ready-'))
  for (const name of ['scripts', 'package.json', 'package-lock.json', 'tsconfig.json', 'tsconfig.build.json'])
    await cp(join(REPOSITORY, name), join(checkout, name), { recursive: true })
  await symlink(join(REPOSITORY, 'node_modules'), join(checkout, 'node_modules'))
  await write('src/words.ts', `export const hello: string = 'hello'\n`)
  await write('src/main.ts', `import { hello } from './words.ts'\nconsole.log(hello)\n`)
  await write('adapters/web/page/index.html', `<link href="/assets/main.css"><script src="/assets/main.js"></script>`)
  await write('adapters/web/page/main.tsx', `import './main.css'\ndocument.title = String(<p>hello</p>)\n`)
  await write('adapters/web/page/main.css', 'p { color: teal }')
  await write('adapters/web/page/widget.ts', `declare const STYLE: string\nconsole.log(STYLE)\n`)
  await write('adapters/web/page/css/widget.css', 'button { color: teal }')
})
afterEach(() => rm(checkout, { recursive: true, force: true }))

async function write(path: string, text: string): Promise<void> {
  await mkdir(dirname(join(checkout, path)), { recursive: true })
  await writeFile(join(checkout, path), text)
}

const read = (path: string) => readFile(join(checkout, path), 'utf8')

async function run(script: string, env: Record<string, string> = {}) {
  const child = spawn(process.execPath, [join(checkout, script)], { cwd: '/', env: { ...process.env, ...env } })
  let [out, said] = ['', '']
  child.stdout.on('data', (part: Buffer) => {
    out += part.toString()
  })
  child.stderr.on('data', (part: Buffer) => {
    said += part.toString()
  })
  await once(child, 'close')
  return { code: child.exitCode, out, said }
}

const ready = (env?: Record<string, string>) => run('scripts/ready.mjs', env)

describe('ready', () => {
  it('builds the program and its pages, and then has nothing to do', async () => {
    expect(await ready()).toEqual({ code: 0, out: '', said: BUILDING })
    expect((await run('dist/src/main.js')).out).toBe('hello\n')
    expect(await read('dist/adapters/web/page/index.html')).toMatch(
      /^<link href="\/assets\/main\.css\?v=[0-9a-f]{12}"><script src="\/assets\/main\.js\?v=[0-9a-f]{12}">/,
    )
    expect(await read('dist/adapters/web/page/main.css')).toContain('teal')
    expect(await read('dist/adapters/web/page/main.js')).toContain('hello')
    expect(await ready()).toEqual({ code: 0, out: '', said: '' })
  })

  it('builds again when a source has changed, and forgets one that is gone', async () => {
    await ready()
    await write('src/main.ts', `console.log('changed')\n`)
    await rm(join(checkout, 'src/words.ts'))
    expect((await ready()).said).toBe(BUILDING)
    expect((await run('dist/src/main.js')).out).toBe('changed\n')
    expect((await readdir(join(checkout, 'dist/src'))).sort()).toEqual(['main.js', 'main.js.map'])
  })

  it('keeps the last good build when the sources are wrong, and says where', async () => {
    await ready()
    await write('src/words.ts', 'export const hello: string = 5\n')
    const { code, said } = await ready()
    expect(code).toBe(1)
    expect(said).toContain('src/words.ts(1,14)')
    expect(said).toMatch(/The build failed: mend what tsc says above\.\n$/)
    expect((await run('dist/src/main.js')).out).toBe('hello\n')
    expect((await readdir(checkout)).filter((name) => name.startsWith('.dist'))).toEqual([])
  })

  it('builds once when two come at once', async () => {
    const both = await Promise.all([ready(), ready()])
    expect(both.map(({ code }) => code)).toEqual([0, 0])
    expect(both.filter(({ said }) => said.includes(BUILDING))).toHaveLength(1)
    expect((await run('dist/src/main.js')).out).toBe('hello\n')
  })

  it('takes the lock of one who died and of nobody else, however late it acts on what it has read', async () => {
    const name = createHash('sha256').update(`${userInfo().uid} ${checkout}`).digest('hex').slice(0, 16)
    const { pid } = spawnSync(process.execPath, ['--version'])
    await writeFile(join(tmpdir(), `afterword-${name}.lock`), String(pid))
    await write('scripts/worker.mjs', WORKER)
    const both = await Promise.all([
      run('scripts/worker.mjs'),
      run('scripts/worker.mjs', { NODE_OPTIONS: `--import=${SLOW_TO_JUDGE}` }),
    ])
    const [first, second] = both.map(({ out }) => out.split(' ').map(Number)).sort(([a = 0], [b = 0]) => a - b)
    expect(second?.[0]).toBeGreaterThanOrEqual(first?.[1] ?? Number.POSITIVE_INFINITY)
  })

  it('installs what the lockfile asks for and node_modules lacks, packages for development too', async () => {
    const lock = JSON.parse(await read('package-lock.json'))
    const pg = lock.packages['node_modules/pg']
    await write(
      'package-lock.json',
      JSON.stringify({ packages: { ...lock.packages, 'node_modules/pg': { ...pg, version: '0.0.1' } } }),
    )
    await write(
      'npm.js',
      `import { readFileSync, rmSync, mkdirSync, writeFileSync, symlinkSync, readdirSync } from 'node:fs'
       const modules = ${JSON.stringify(join(checkout, 'node_modules'))}
       console.log(process.argv.slice(2).join(' '))
       rmSync(modules)
       mkdirSync(modules)
       for (const name of readdirSync('${REPOSITORY}/node_modules')) symlinkSync('${REPOSITORY}/node_modules/' + name, modules + '/' + name)
       rmSync(modules + '/.package-lock.json')
       writeFileSync(modules + '/.package-lock.json', readFileSync('package-lock.json'))`,
    )
    const env = { npm_execpath: join(checkout, 'npm.js'), NODE_ENV: 'production' }
    const first = await ready(env)
    expect(first.code).toBe(0)
    expect(first.out).toBe('')
    expect(first.said).toContain('ci --include=dev')
    expect(await ready(env)).toEqual({ code: 0, out: '', said: '' })
  })

  it('says in one line that Node is too old, and ends with 2', async () => {
    await write('package.json', JSON.stringify({ type: 'module', engines: { node: '>=99.5' } }))
    const { code, said } = await ready()
    expect(code).toBe(2)
    expect(said).toBe(
      `Afterword needs Node.js 99.5 or newer, and this is ${process.versions.node}: see https://nodejs.org\n`,
    )
  })
})
