import { type Content, token } from '../../src/channel.ts'
import type { Frame } from '../web/stand.ts'
import type { Shown } from './channel.ts'

/** Reads a stream up to the row `last` and shows it as the page does: an edit stands where the edited message stood. */
export async function readWeb(events: { next(): Promise<Frame | null> }, last: number): Promise<Shown[]> {
  const places = new Map<string, Shown>()
  const names = new Map<string, string>()
  for (let seq = 0; seq < last; ) {
    const frame = await events.next()
    if (frame === null) throw new Error('the stream ended early')
    if (frame.event !== 'message') continue
    const row: { id: string; seq: number; content: Content & { edits?: string } } = JSON.parse(frame.data ?? '')
    const place = names.get(row.content.edits ?? '') ?? row.id
    names.set(row.id, place)
    places.set(place, show(row.id, row.content))
    seq = row.seq
  }
  return [...places.values()]
}

function show(id: string, content: Content): Shown {
  const button = (choice: { id: string; label: string }) => ({ label: choice.label, token: token(id, choice.id) })
  switch (content.kind) {
    case 'text':
      return { words: content.text, buttons: [], picture: false }
    case 'prompt': {
      const answer = content.choices.find((choice) => choice.id === content.answered)
      const around = [content.text, content.ends?.low, content.ends?.high, content.note?.text, answer?.label]
      return { words: around.join('\n'), buttons: answer ? [] : content.choices.map(button), picture: false }
    }
    case 'card': {
      const facts = content.facts.flatMap(({ label, value }) => [label, value])
      const words = [content.title, ...facts, ...content.quotes.map(({ text }) => text), ...content.history]
      return { words: words.join('\n'), buttons: content.choices.map(button), picture: false }
    }
    case 'picture':
      return { words: content.alt, buttons: [], picture: content.png !== '' }
  }
}
