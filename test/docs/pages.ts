import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../../src/root.ts'

export interface Block {
  /** What stands behind the fence: sh, yaml, js. */
  language: string
  code: string
}

export interface Page {
  /** From the root: docs/flows.md. */
  path: string
  text: string
  blocks: Block[]
}

const FENCED = /^```(\w+)\n([\s\S]*?)^```$/gm

/** Everything that is written for people, in the order in which they read it. */
export const pages: Page[] = [
  'README.md',
  'README.zh-CN.md',
  'CHANGELOG.md',
  ...readdirSync(join(root, 'docs'))
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`),
].map((path) => {
  const text = readFileSync(join(root, path), 'utf8')
  const blocks = [...text.matchAll(FENCED)].map(([, language = '', code = '']) => ({ language, code: code.trim() }))
  return { path, text, blocks }
})

/** The page without its code, where a bracket is no link. */
export const prose = ({ text }: Page): string => text.replace(FENCED, '').replace(/`[^`\n]*`/g, '')
