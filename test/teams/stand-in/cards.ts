/** Which Adaptive Cards Teams takes, by the letter: known elements and properties only, the library's own checks, and Teams' limits. */
import { createRequire } from 'node:module'
import { z } from 'zod'

/** As much of the library as is used: what its package offers to `import` does not load in Node, and its bundle has no types. */
interface Library {
  Versions: { v1_5: unknown }
  SerializationContext: new (version: unknown) => { eventCount: number; getEventAt(n: number): { message: string } }
  HostConfig: new (config: object) => object
  AdaptiveCard: new () => {
    hostConfig: object
    parse(json: unknown, context: unknown): void
    validateProperties(): { validationEvents: { message: string }[] }
  }
}
const require = createRequire(import.meta.url)
const adaptivecards: Library = require('adaptivecards/dist/adaptivecards.js')

/** Bytes of a card; images do not count. Source: the size that every client of Teams has always taken. */
const MOST_BYTES = 28_000
const MOST_ACTIONS = 6

const data = z.record(z.string(), z.unknown())
const style = z.enum(['default', 'positive', 'destructive'])
const submit = z.strictObject({
  type: z.literal('Action.Submit'),
  title: z.string().min(1),
  data,
  style: style.optional(),
})
const openUrl = z.strictObject({ type: z.literal('Action.OpenUrl'), url: z.url(), title: z.string().optional() })
const Execute = z
  .strictObject({
    type: z.literal('Action.Execute'),
    title: z.string().min(1).max(200),
    verb: z.string().min(1),
    data,
    style: style.optional(),
    fallback: submit,
  })
  .refine(
    ({ title, data: own, fallback }) =>
      title === fallback.title && JSON.stringify(own) === JSON.stringify(fallback.data),
    {
      message: 'an older client would press something else',
    },
  )

const spacing = z.enum(['None', 'Small', 'Default', 'Medium', 'Large']).optional()
const TextRun = z.strictObject({
  type: z.literal('TextRun'),
  text: z.string().min(1),
  weight: z.enum(['Lighter', 'Default', 'Bolder']).optional(),
  size: z.enum(['Small', 'Default', 'Medium', 'Large']).optional(),
  color: z.enum(['Default', 'Accent', 'Good', 'Warning', 'Attention']).optional(),
  isSubtle: z.boolean().optional(),
  highlight: z.boolean().optional(),
  selectAction: openUrl.optional(),
})
const RichText = z.strictObject({
  type: z.literal('RichTextBlock'),
  inlines: z.array(TextRun).min(1),
  spacing,
  separator: z.boolean().optional(),
})
const input = {
  id: z.string().min(1),
  label: z.string().min(1).optional(),
  isRequired: z.boolean().optional(),
  errorMessage: z.string().min(1).optional(),
  placeholder: z.string().min(1).optional(),
  isVisible: z.boolean().optional(),
  value: z.string().optional(),
}
const InputText = z.strictObject({
  type: z.literal('Input.Text'),
  ...input,
  isMultiline: z.boolean().optional(),
  maxLength: z.int().positive().optional(),
})
const ChoiceSet = z.strictObject({
  type: z.literal('Input.ChoiceSet'),
  ...input,
  style: z.enum(['compact', 'expanded']).optional(),
  choices: z.array(z.strictObject({ title: z.string().min(1), value: z.string().min(1) })).min(1),
})
const Container = z.strictObject({
  type: z.literal('Container'),
  style: z.enum(['default', 'emphasis']).optional(),
  spacing,
  items: z.array(RichText).min(1),
})
const Element = z.discriminatedUnion('type', [RichText, Container, InputText, ChoiceSet])
export const Card = z.strictObject({
  $schema: z.literal('http://adaptivecards.io/schemas/adaptive-card.json'),
  type: z.literal('AdaptiveCard'),
  version: z.literal('1.5'),
  body: z.array(Element).min(1),
  actions: z.array(Execute).min(1).max(MOST_ACTIONS).optional(),
  fallbackText: z.string().min(1),
})
export type Card = z.infer<typeof Card>

/** A card as Teams reads it. @throws Error with what is wrong */
export function readCard(json: unknown): Card {
  const size = Buffer.byteLength(JSON.stringify(json))
  if (size > MOST_BYTES) throw new Error(`MessageSizeTooBig: ${size} bytes`)
  const read = Card.safeParse(json)
  if (!read.success) throw new Error(z.prettifyError(read.error))
  const ids = inputsOf(read.data).map(({ id }) => id)
  if (new Set(ids).size < ids.length) throw new Error('two inputs with one id')
  const complaints = libraryOf(json)
  if (complaints.length > 0) throw new Error(complaints.join('; '))
  return read.data
}

/** What Microsoft's own renderer complains about. */
function libraryOf(json: unknown): string[] {
  const context = new adaptivecards.SerializationContext(adaptivecards.Versions.v1_5)
  const card = new adaptivecards.AdaptiveCard()
  card.hostConfig = new adaptivecards.HostConfig({ actions: { maxActions: MOST_ACTIONS } })
  card.parse(json, context)
  const parsing = Array.from({ length: context.eventCount }, (_, n) => context.getEventAt(n).message)
  return [...parsing, ...card.validateProperties().validationEvents.map(({ message }) => message)]
}

type Input = Extract<Card['body'][number], { type: 'Input.Text' | 'Input.ChoiceSet' }>
export const inputsOf = ({ body }: Card): Input[] =>
  body.filter((element) => element.type === 'Input.Text' || element.type === 'Input.ChoiceSet')

/** All words of a card that a person reads, in reading order. */
export const wordsOf = ({ body }: Card): string =>
  body
    .flatMap((element) => {
      if (element.type === 'RichTextBlock') return [element.inlines.map(({ text }) => text).join('')]
      if (element.type === 'Container')
        return element.items.map(({ inlines }) => inlines.map(({ text }) => text).join(''))
      return element.isVisible === false ? [] : [element.label ?? '']
    })
    .join('\n')
