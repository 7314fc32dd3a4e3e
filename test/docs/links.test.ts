import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { root } from '../../src/root.ts'
import { pages, prose } from './pages.ts'

const LINK = /\]\(([^)\s]+)\)/g

/** How GitHub makes an anchor of a heading. */
const anchor = (heading: string): string =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .trim()
    .replaceAll(' ', '-')

const anchorsOf = (path: string): string[] =>
  [...readFileSync(join(root, path), 'utf8').matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) => anchor(heading))

test.each(pages)('every link of $path leads somewhere', (page) => {
  const broken = [...prose(page).matchAll(LINK)]
    .map(([, link = '']) => link)
    .filter((link) => !/^https?:/.test(link))
    .filter((link) => {
      const [file = '', heading] = link.split('#')
      const target = file === '' ? page.path : join(dirname(page.path), file)
      if (!existsSync(join(root, target))) return true
      return heading !== undefined && !anchorsOf(target).includes(heading)
    })
  expect(broken).toEqual([])
})

test('every page can be reached from the README', () => {
  const reached = new Set(['README.md'])
  for (const path of reached) {
    const page = pages.find((each) => each.path === path)
    for (const [, link = ''] of page ? prose(page).matchAll(LINK) : []) {
      const target = join(dirname(path), link.split('#')[0] ?? '')
      if (pages.some((each) => each.path === target)) reached.add(target)
    }
  }
  expect(pages.map(({ path }) => path).filter((path) => !reached.has(path))).toEqual([])
})
