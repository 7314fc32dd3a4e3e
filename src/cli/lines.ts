import { createInterface } from 'node:readline'
import { z } from 'zod'
import { says } from './says.ts'
import { UsageError } from './usage.ts'

const lineSchema = z.object({ id: z.union([z.string(), z.number()]), text: z.string() })

/** One JSON `{id, text}` a line on standard input → what `read` makes of it, a line each, in the same order. */
export async function eachLine(read: (text: string) => object): Promise<void> {
  let number = 0
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
    number++
    if (line.trim() === '') continue
    const { id, text } = parse(line, number)
    if (!process.stdout.write(`${JSON.stringify({ id, ...read(text) })}\n`)) {
      await new Promise((resolve) => process.stdout.once('drain', resolve))
    }
  }
}

function parse(line: string, number: number): z.infer<typeof lineSchema> {
  let value: unknown
  try {
    value = JSON.parse(line)
  } catch {
    throw new UsageError(says('usage.line_not_json', { number }))
  }
  const parsed = lineSchema.safeParse(value)
  if (!parsed.success) throw new UsageError(says('usage.line', { number }))
  return parsed.data
}
