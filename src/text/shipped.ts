import { existsSync, readFileSync } from 'node:fs'

/** Path inside the package → its URL, from `src` and from `dist/src` alike: the package's root is where package.json lies. */
export function packageFile(path: string, from = import.meta.url): URL {
  let folder = new URL('.', from)
  while (!existsSync(new URL('package.json', folder))) {
    const parent = new URL('..', folder)
    if (parent.href === folder.href) throw new Error(`${path} is missing: no package.json above ${from}`)
    folder = parent
  }
  return new URL(path, folder)
}

/** What comes with the product at `path` inside the package. Whoever asks keeps it: this reads each time. */
export const readShipped = (path: string): Buffer => readFileSync(packageFile(path))

/** Where the shipped taxonomy lies. */
export const TAXONOMY = 'flows/taxonomy.yaml'
