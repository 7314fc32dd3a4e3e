/** Block Kit as Slack checks it: required fields, lengths, counts, and nothing unknown. Source: docs.slack.dev/reference/block-kit. */
import { z } from 'zod'

const textOf = (max: number) => z.string().min(1).max(max)
const plain = (max: number) =>
  z.strictObject({ type: z.literal('plain_text'), text: textOf(max), emoji: z.boolean().optional() })
const mrkdwn = (max: number) =>
  z.strictObject({ type: z.literal('mrkdwn'), text: textOf(max), verbatim: z.boolean().optional() })
const either = (max: number) => z.discriminatedUnion('type', [plain(max), mrkdwn(max)])

const id = z.string().min(1).max(255)
const button = z.strictObject({
  type: z.literal('button'),
  text: plain(75),
  action_id: id,
  value: z.string().max(2_000),
  style: z.enum(['primary', 'danger']).optional(),
})
const style = z.strictObject({ bold: z.boolean().optional(), italic: z.boolean().optional() }).optional()
const rich = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('text'), text: textOf(3_000), style }),
  z.strictObject({ type: z.literal('link'), url: textOf(3_000), text: z.string().optional(), style }),
])
const richPart = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('rich_text_section'), elements: z.array(rich).min(1) }),
  z.strictObject({ type: z.literal('rich_text_quote'), elements: z.array(rich).min(1) }),
])
const option = z.strictObject({ text: plain(75), value: z.string().min(1).max(150) })
const unique = (values: string[]): boolean => new Set(values).size === values.length

const block_id = id.optional()
const header = z.strictObject({ type: z.literal('header'), text: plain(150), block_id })
const section = z
  .strictObject({
    type: z.literal('section'),
    text: either(3_000).optional(),
    fields: z.array(either(2_000)).min(1).max(10).optional(),
    block_id,
  })
  .refine(({ text, fields }) => text !== undefined || fields !== undefined, 'no text')
const context = z.strictObject({
  type: z.literal('context'),
  elements: z.array(either(3_000)).min(1).max(10),
  block_id,
})
const divider = z.strictObject({ type: z.literal('divider'), block_id })
const actions = z.strictObject({
  type: z.literal('actions'),
  elements: z
    .array(button)
    .min(1)
    .max(25)
    .refine((all) => unique(all.map(({ action_id }) => action_id)), 'action_id is not unique'),
  block_id,
})
const richText = z.strictObject({ type: z.literal('rich_text'), elements: z.array(richPart).min(1), block_id })
const input = z.strictObject({
  type: z.literal('input'),
  block_id: id,
  optional: z.boolean().optional(),
  label: plain(2_000),
  hint: plain(2_000).optional(),
  element: z.discriminatedUnion('type', [
    z.strictObject({
      type: z.literal('plain_text_input'),
      action_id: id,
      multiline: z.boolean().optional(),
      max_length: z.int().min(1).max(3_000).optional(),
      initial_value: z.string().max(3_000).optional(),
    }),
    z
      .strictObject({
        type: z.literal('static_select'),
        action_id: id,
        options: z.array(option).min(1).max(100).optional(),
        option_groups: z
          .array(z.strictObject({ label: plain(75), options: z.array(option).min(1).max(100) }))
          .min(1)
          .max(100)
          .optional(),
        initial_option: option.optional(),
      })
      .refine(
        ({ options, option_groups }) => (options === undefined) !== (option_groups === undefined),
        'options or groups',
      ),
  ]),
})

const shown = [header, section, context, divider, actions, richText] as const
const known = (blocks: { block_id?: string | undefined }[]) => unique(blocks.flatMap(({ block_id: own }) => own ?? []))
const Blocks = z.array(z.discriminatedUnion('type', shown)).max(50).refine(known, 'block_id is not unique')
const ViewBlocks = z
  .array(z.discriminatedUnion('type', [...shown, input]))
  .max(100)
  .refine(known, 'block_id is not unique')

export type Block = z.infer<typeof Blocks>[number]

const View = z
  .discriminatedUnion('type', [
    z.strictObject({
      type: z.literal('modal'),
      title: plain(24),
      submit: plain(24).optional(),
      close: plain(24).optional(),
      callback_id: z.string().max(255).optional(),
      private_metadata: z.string().max(3_000).optional(),
      blocks: ViewBlocks,
    }),
    z.strictObject({ type: z.literal('home'), blocks: ViewBlocks, private_metadata: z.string().max(3_000).optional() }),
  ])
  .refine(
    (view) => view.type === 'home' || view.submit !== undefined || !view.blocks.some(({ type }) => type === 'input'),
    'submit',
  )
  .refine((view) => Buffer.byteLength(JSON.stringify(view)) <= 250_000, 'view_too_large')
export type View = z.infer<typeof View>

/** Blocks of a message, or Slack's error. */
export function checkBlocks(json: unknown): { blocks: Block[] } | { error: string; messages: string[] } {
  const read = Blocks.safeParse(json)
  if (!read.success) return { error: 'invalid_blocks', messages: pointers(read.error) }
  // Measured by others at 13,172 characters of JSON with two blocks and 13,297 with one.
  const size = JSON.stringify(read.data).length + 125 * read.data.length
  return size > 13_200 ? { error: 'msg_blocks_too_long', messages: [] } : { blocks: read.data }
}

/** A view, or Slack's error. */
export function checkView(json: unknown): { view: View } | { error: string; messages: string[] } {
  const read = View.safeParse(json)
  return read.success ? { view: read.data } : { error: 'invalid_arguments', messages: pointers(read.error) }
}

const pointers = (error: z.ZodError): string[] =>
  error.issues.map(({ path, message }) => `[ERROR] ${message} [json-pointer:/${path.map(String).join('/')}]`)
