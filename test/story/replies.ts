import { z } from 'zod'
import type { StaffSide } from './sides.ts'

const immediateSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('form'),
    token: z.string(),
    title: z.string(),
    fields: z.array(z.object({ id: z.string() })),
  }),
  z.object({ kind: z.literal('invalid'), problems: z.record(z.string(), z.string()) }),
  z.object({ kind: z.literal('notice'), text: z.string() }),
])
const receiptSchema = z.object({ outcome: z.enum(['done', 'seen']), immediate: immediateSchema.optional() })
type Immediate = z.infer<typeof immediateSchema>

export type Deed = { kind: 'text'; text: string } | { kind: 'press'; token: string } | Filled
type Filled = { kind: 'form'; token: string; values: Record<string, string> }

/** Where the bot's answer to a request is the receipt itself: what it shows to whoever acted. `post` sends and gives the response. */
export function createReplies(post: (deed: Deed) => Promise<Response>) {
  const notices: string[] = []
  let form: Extract<Immediate, { kind: 'form' }> | null = null

  async function act(deed: Deed): Promise<Immediate | undefined> {
    const response = await post(deed)
    if (!response.ok) throw new Error(`the bot did not take it (${response.status})`)
    const { immediate } = receiptSchema.parse(await response.json())
    if (immediate?.kind === 'form') form = immediate
    if (immediate?.kind === 'notice') notices.push(immediate.text)
    return immediate
  }

  const staff: Pick<StaffSide, 'form' | 'fill' | 'notices'> = {
    form: () => form && { title: form.title, fields: form.fields.map(({ id }) => id) },
    async fill(values) {
      if (form === null) throw new Error('no form is open')
      const immediate = await act({ kind: 'form', token: form.token, values })
      if (immediate?.kind === 'invalid') return immediate.problems
      form = null
      return {}
    },
    notices: () => notices,
  }
  return { act, staff }
}
