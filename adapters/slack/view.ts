import type { types } from '@slack/bolt'
import { type Content, type Field, type Immediate, readToken } from '../../src/channel.ts'
import { type Block, footnote, header, LIMITS, paragraph, plain, rows } from './blocks.ts'
import { renderCard } from './card.ts'
import { cut, visible } from './cut.ts'
import type { Home } from './deps.ts'
import { ChannelId } from './person.ts'
import { wordsFor } from './words.ts'

type Form = Extract<Immediate, { kind: 'form' }>
type Card = Extract<Content, { kind: 'card' }>

/** What a form remembers: its token, and the team channel in which its card stands (none for a direct conversation). */
const writeMetadata = (token: string, channel: string | null): string => [token, channel ?? ''].join(' ').trim()

/** What a form remembered, or null when it is none of ours. Total. */
export function readMetadata(text: string): { token: string; channel: string | null } | null {
  const [token = '', channel, ...more] = text.split(' ')
  if (readToken(token) === null || more.length > 0) return null
  if (channel === undefined) return { token, channel: null }
  const id = ChannelId.safeParse(channel)
  return id.success ? { token, channel: id.data } : null
}

/** A form as a modal; `channel` is where its card stands. */
export function formView(form: Form, channel: string | null): types.ModalView {
  return {
    type: 'modal',
    callback_id: 'form',
    private_metadata: writeMetadata(form.token, channel),
    title: plain(form.title, LIMITS.title),
    submit: plain(form.submit, LIMITS.title, 'OK'),
    close: plain(wordsFor(form.locale).cancel, LIMITS.title),
    blocks: form.fields.slice(0, LIMITS.viewBlocks).flatMap(input),
  }
}

/** A window that only tells something. */
export function noticeView(text: string, locale: string | undefined): types.ModalView {
  const { notice, close } = wordsFor(locale)
  return {
    type: 'modal',
    title: plain(notice, LIMITS.title),
    close: plain(close, LIMITS.title),
    blocks: [{ type: 'section', text: plain(text, LIMITS.text) }],
  }
}

/** A field is a block under its own id, by which its value comes back and its problem is shown. A choice among nothing is left out. */
function input({ id, label, kind, required, options = [], hint, value }: Field): types.InputBlock[] {
  const offered = options.filter((option) => option.id !== '' && option.id.length <= LIMITS.optionValue)
  if (kind === 'select' && offered.length === 0) return []
  return [
    {
      type: 'input',
      block_id: id,
      optional: !required,
      label: plain(label, LIMITS.hint, id),
      element: kind === 'select' ? select(offered, value) : written(kind === 'long-text', value),
      ...(hint !== undefined && visible(hint).trim() !== '' && { hint: plain(hint, LIMITS.hint) }),
    },
  ]
}

const written = (multiline: boolean, value: string | undefined): types.PlainTextInput => ({
  type: 'plain_text_input',
  action_id: 'value',
  multiline,
  max_length: LIMITS.input,
  ...(value !== undefined && { initial_value: cut(visible(value), LIMITS.input) }),
})

/** A menu holds 100; longer ones are parted into groups of so many, named by their first and last. */
function select(options: NonNullable<Field['options']>, value: string | undefined): types.StaticSelect {
  const all = options.map(({ id, label }) => ({ text: plain(label, LIMITS.option, id), value: id }))
  const initial = all.find((option) => option.value === value)
  const groups = rows(all, LIMITS.options).slice(0, LIMITS.options)
  const nameOf = (group: typeof all) =>
    `${cut(group[0]?.text.text ?? '', 30)} – ${cut(group.at(-1)?.text.text ?? '', 30)}`
  const offered =
    all.length <= LIMITS.options
      ? { options: all }
      : { option_groups: groups.map((group) => ({ label: plain(nameOf(group), LIMITS.option), options: group })) }
  return { type: 'static_select', action_id: 'value', ...offered, ...(initial && { initial_option: initial }) }
}

/** A member of staff's App Home: as many cards as it holds, the first ones. */
export function homeView({ title, empty, cards, count, locale }: Home): types.HomeView {
  const blocks: Block[] = [header(title)]
  let shown = 0
  for (const { id, card } of cards) {
    const next: Block[] = [{ type: 'divider' }, ...renderCard(quiet(card), id)]
    if (blocks.length + next.length >= LIMITS.viewBlocks) break
    blocks.push(...next)
    shown += 1
  }
  const left = count - shown
  const end =
    cards.length === 0
      ? paragraph(cut(visible(empty), LIMITS.text))
      : left > 0
        ? footnote(wordsFor(locale).more(left), LIMITS.hint)
        : []
  return { type: 'home', blocks: [...blocks, ...end] }
}

/** In a list the last words and the last move are enough. */
const quiet = (card: Card): Card => ({ ...card, quotes: card.quotes.slice(-1), history: card.history.slice(-1) })
