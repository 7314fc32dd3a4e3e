import { rm } from 'node:fs/promises'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build } from 'esbuild'

/** Bundles a TypeScript file, runs it in this process, and leaves nothing behind. */
export async function runTypeScript(entry) {
  const out = fileURLToPath(new URL(`../../node_modules/.afterword-run-${process.pid}.mjs`, import.meta.url))
  await build({
    entryPoints: [fileURLToPath(entry)],
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    outfile: out,
    logLevel: 'error',
  })
  try {
    await import(pathToFileURL(out).href)
  } finally {
    await rm(out, { force: true })
  }
}
