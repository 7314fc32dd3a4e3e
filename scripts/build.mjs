// Makes dist/: the program by tsc, the web pages by esbuild.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { alone } from './alone.mjs'

const SOURCES = ['src', 'adapters', 'test/bench', 'test/children', 'scripts/build.mjs', 'flows/taxonomy.yaml']
const SETTINGS = ['package-lock.json', 'tsconfig.json', 'tsconfig.build.json']
const PAGE = 'adapters/web/page'

/**
 * Whether dist/ was built from the sources as they are now, by their names, sizes and times.
 * @param {string} root the checkout
 */
export function isBuilt(root) {
  const mark = join(root, 'dist', '.built')
  return existsSync(mark) && readFileSync(mark, 'utf8') === fingerprint(root)
}

/**
 * Builds beside dist/ and then takes its place, so that whoever runs meanwhile sees a whole build, old or new.
 * Call it `alone`. Throws when tsc or esbuild finds an error; dist/ then stays as it was.
 * @param {string} root the checkout
 */
export async function build(root) {
  const mark = fingerprint(root) // before the build: what is changed during it will be built next time
  for (const name of readdirSync(root)) {
    if (name.startsWith('.dist-')) rmSync(join(root, name), { recursive: true, force: true })
  }
  const out = join(root, `.dist-${process.pid}`)
  const tsc = join(root, 'node_modules', 'typescript', 'bin', 'tsc')
  const compiled = spawnSync(process.execPath, [tsc, '-p', join(root, 'tsconfig.build.json'), '--outDir', out], {
    cwd: root,
    stdio: ['ignore', 2, 2],
  })
  if (compiled.status !== 0) {
    rmSync(out, { recursive: true, force: true })
    throw new Error('The build failed: mend what tsc says above.')
  }
  const words = join(out, 'src', 'text', 'precompile.js')
  if (existsSync(words)) {
    const { status } = spawnSync(process.execPath, [words], { cwd: root, stdio: ['ignore', 2, 2] })
    if (status !== 0) throw new Error('The build failed: mend what is said above of the words.')
  }
  if (existsSync(join(root, PAGE))) await bundlePages(join(root, PAGE), join(out, PAGE))
  writeFileSync(join(out, '.built'), mark)
  const dist = join(root, 'dist')
  const old = join(root, `.dist-${process.pid}-old`)
  if (existsSync(dist)) renameSync(dist, old)
  renameSync(out, dist)
  rmSync(old, { recursive: true, force: true })
}

/**
 * Every script that an HTML file asks for at /assets/ is built, and its address gets the version of its content; and the widget, which
 * other sites ask for under an address that stays.
 */
async function bundlePages(from, to) {
  const { build: bundle } = await import('esbuild')
  const pages = readdirSync(from).filter((name) => name.endsWith('.html'))
  const read = (name) => readFileSync(join(from, name), 'utf8')
  const scripts = pages.flatMap((name) =>
    [...read(name).matchAll(/"\/assets\/([\w-]+)\.js"/g)].map(([, script]) => script),
  )
  const settings = { outdir: to, bundle: true, minify: true, target: 'es2022', logLevel: 'warning' }
  await bundle({
    ...settings,
    entryPoints: [...new Set(scripts)].map((script) => join(from, `${script}.tsx`)),
    sourcemap: 'linked',
    format: 'esm',
    jsx: 'automatic',
    jsxImportSource: 'preact',
  })
  const style = await bundle({ ...settings, entryPoints: [join(from, 'css', 'widget.css')], write: false })
  const define = { STYLE: JSON.stringify(style.outputFiles[0].text) }
  await bundle({ ...settings, entryPoints: [join(from, 'widget.ts')], format: 'iife', charset: 'utf8', define })
  const version = (file) =>
    existsSync(join(to, file))
      ? `?v=${createHash('sha256')
          .update(readFileSync(join(to, file)))
          .digest('hex')
          .slice(0, 12)}`
      : ''
  for (const name of pages) {
    const html = read(name).replaceAll(/"\/assets\/([\w.-]+)"/g, (_, file) => `"/assets/${file}${version(file)}"`)
    writeFileSync(join(to, name), html)
  }
}

function fingerprint(root) {
  const hash = createHash('sha256')
  const add = (path) => {
    const { size, mtimeMs } = statSync(path)
    hash.update(`${relative(root, path)} ${size} ${mtimeMs}\n`)
  }
  const walk = (folder) => {
    for (const entry of readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const path = join(folder, entry.name)
      if (entry.isDirectory()) walk(path)
      else add(path)
    }
  }
  for (const source of SOURCES) {
    const path = join(root, source)
    if (!existsSync(path)) continue
    if (statSync(path).isDirectory()) walk(path)
    else add(path)
  }
  for (const setting of SETTINGS) add(join(root, setting))
  return hash.digest('hex')
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const root = dirname(dirname(fileURLToPath(import.meta.url)))
  await alone(root, () => build(root)).catch((error) => {
    console.error(error.message)
    process.exitCode = 1
  })
}
