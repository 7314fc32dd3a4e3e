import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { SIGNALS } from '../../src/text/kinds.ts'

const Label = z.enum(['negative', 'neutral', 'positive'])

/** One labelled service comment of the development set; `frozen` ones were written before the rules and never tuned on. */
export const Verbatim = z.object({
  id: z.string(),
  frozen: z.boolean(),
  language: z.enum(['en', 'zh-Hans', 'zh-Hant']),
  text: z.string(),
  label: Label,
  themes: z.record(z.string(), Label),
  signals: z.array(z.enum(SIGNALS)),
})
export type Verbatim = z.infer<typeof Verbatim>

/** JSON lines → rows of a shape. */
export function readRows<T>(file: URL | string, shape: z.ZodType<T>): T[] {
  const lines = readFileSync(file, 'utf8').split('\n')
  return lines.filter((line) => line !== '').map((line) => shape.parse(JSON.parse(line)))
}
