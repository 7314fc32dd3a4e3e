import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../../src/root.ts'
import { generated } from './generated.ts'

for (const { path, content } of generated()) {
  writeFileSync(join(root, path), content)
  console.log(path)
}
