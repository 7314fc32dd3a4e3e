import { type Choice, type Outbound, type SendKey, token } from '../../src/channel.ts'

/** What a connector gets: the message as data, with its buttons' tokens, and in words alone for a platform that shows nothing else. */
export interface Sent {
  version: 1
  /** The message's id: the same on every attempt, also as `webhook-id`. */
  id: string
  /** Your id of the conversation. */
  conversation: string
  /** What your answer gave as `ref` for the message that this one replaces, or in whose thread it belongs. */
  edits?: string
  thread?: string
  /** The message in words alone, its choices numbered. */
  words: string
  message: Message
}

type Message =
  | Plain<Exclude<Outbound, { choices: Choice[] }>>
  | Buttons<Plain<Extract<Outbound, { choices: Choice[] }>>>
type Plain<Kind> = Kind extends unknown ? Omit<Kind, 'edits' | 'thread'> : never
type Buttons<Kind> = Kind extends unknown ? Omit<Kind, 'choices'> & { choices: (Choice & { token: string })[] } : never

/** Outbound → the body that is sent. Pure. */
export function render(conversation: string, outbound: Outbound, { id, edits, thread }: SendKey): Sent {
  const { edits: _edits, thread: _thread, ...message } = outbound
  return {
    version: 1,
    id,
    conversation,
    ...(edits !== undefined && { edits }),
    ...(thread !== undefined && { thread }),
    words: wordsOf(outbound),
    message: 'choices' in message ? { ...message, choices: buttons(id, message) } : message,
  }
}

/** An answered prompt offers nothing any more. */
const buttons = (id: string, { choices, answered }: { choices: Choice[]; answered?: string }) =>
  answered === undefined ? choices.map((choice) => ({ ...choice, token: token(id, choice.id) })) : []

function wordsOf(outbound: Outbound): string {
  switch (outbound.kind) {
    case 'text':
      return outbound.text
    case 'picture':
      return outbound.alt
    case 'prompt': {
      const { text, choices, layout, ends, note, answered } = outbound
      const given = choices.find(({ id }) => id === answered)
      if (given) return `${text}\n✓ ${given.label}`
      const [first, last] = [choices.at(0), choices.at(-1)]
      const scale = ends && first && last ? [`${first.label} = ${ends.low}, ${last.label} = ${ends.high}`] : []
      const listed = layout === 'scale' ? [choices.map(({ label }) => label).join('  ')] : numbered(choices)
      return [text, ...listed, ...scale, ...(note ? [note.text, note.link ?? ''] : [])].filter(Boolean).join('\n')
    }
    case 'card': {
      const { title, facts, quotes, history, choices } = outbound
      const told = facts.map(({ label, value }) => `${label}: ${value}`)
      return [title, ...told, ...quotes.map(({ text }) => `“${text}”`), ...history, ...numbered(choices)].join('\n')
    }
  }
}

const numbered = (choices: Choice[]): string[] => choices.map(({ label }, n) => `${n + 1}. ${label}`)
