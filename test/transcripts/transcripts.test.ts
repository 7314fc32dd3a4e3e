import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { replay } from './runner.ts'

const folder = new URL('.', import.meta.url)
const transcripts = readdirSync(folder).filter((name) => name.endsWith('.txt'))

test.each(transcripts)('%s reads as it is played', (name) => {
  const file = new URL(name, folder)
  const played = replay(readFileSync(file, 'utf8'))
  if (process.env.UPDATE === '1') writeFileSync(file, played)
  expect(readFileSync(file, 'utf8')).toBe(played)
})
