import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { generated } from '../../scripts/docs/generated.ts'
import { root } from '../../src/root.ts'

test.each(generated())('$path is as the code says; if not, run: npm run docs', ({ path, content }) => {
  expect(readFileSync(join(root, path), 'utf8')).toBe(content)
})
