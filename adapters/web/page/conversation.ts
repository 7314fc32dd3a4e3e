import { newKey } from './key.ts'
import { apply, EMPTY, type Log, prepend, put } from './log.ts'
import { type Body, type Outcome, poster, reach, read } from './post.ts'
import { type Store, store } from './store.ts'
import { type Link, listen } from './stream.ts'
import { type Form, type Logged, logged, past, token } from './wire.ts'

/** What is open in the dialog: the form, what has to be mended by field id, whether it is on its way, and why it could not be sent. */
export interface OpenForm {
  form: Form
  problems: Record<string, string>
  sending: boolean
  failure: string | null
}

export interface View {
  log: Log
  link: Link
  /** Whether an earlier part is on its way. */
  fetching: boolean
  /** Ids of messages of which a choice was pressed and not yet answered. */
  pressed: ReadonlyMap<string, string>
  form: OpenForm | null
  /** A word to the one who pressed; `n` tells two alike apart. */
  notice: { n: number; text: string } | null
}

/** One conversation with the bot: what is seen of it, and what a person can do in it. */
export interface Conversation {
  view: Store<View>
  open(): Promise<void>
  say(text: string): Promise<void>
  again(slot: string): Promise<void>
  /** Brings the part of the past before what is known. */
  earlier(): Promise<void>
  press(message: string, choice: string): Promise<void>
  submit(values: Record<string, string>): Promise<void>
  dismiss(): void
  hush(): void
  close(): void
}

interface Party {
  /**
   * How the requests prove who writes: the customer's bearer token; nothing for staff, whose cookie goes by itself. What is said before
   * that is known goes out after it. `onWait` is told, in the server's words or in none, while it cannot be had.
   */
  enter(onWait: (message: string) => void): Promise<Record<string, string>>
  language: () => string
  /** What to say when the server cannot be reached. */
  unreachable: () => string
  now: () => string
}

/** Follows the conversation of `party` until it is closed. */
export function converse(party: Party): Conversation {
  const view = store<View>({
    log: EMPTY,
    link: 'connecting',
    fetching: false,
    pressed: new Map(),
    form: null,
    notice: null,
  })
  const change = (part: Partial<View>) => view.set((old) => ({ ...old, ...part }))
  const notify = (text: string) => {
    if (text !== '') view.set((old) => ({ ...old, notice: { n: (old.notice?.n ?? 0) + 1, text } }))
  }
  const headers = party.enter((message) => {
    if (message === '') change({ link: 'lost' })
    notify(message)
  })
  const post = poster(headers, party.language, notify)
  const close = listen({
    headers,
    known: () => Math.max(view.get().log.seq, view.get().log.first), // what is pinned stands before the first
    onBegin: (first) => view.set((old) => ({ ...old, log: { ...old.log, first } })),
    onEvents: (events) => view.set((old) => ({ ...old, log: apply(old.log, events) })),
    onLink: (link) => change({ link }),
  })

  /** What every answer may bring along; the words for what went wrong, or null when nothing did. */
  const settle = (outcome: Outcome): string | null => {
    if (outcome.kind === 'lost') return party.unreachable()
    if (outcome.kind === 'refused') return outcome.message || party.unreachable()
    if (outcome.kind === 'locked') {
      change({ link: 'locked' })
      return party.unreachable()
    }
    const { immediate } = outcome.receipt
    if (immediate?.kind === 'form') {
      change({ form: { form: immediate, problems: {}, sending: false, failure: null }, notice: null })
    }
    if (immediate?.kind === 'notice') notify(immediate.text)
    return null
  }

  const send = async (slot: string, text: string): Promise<void> => {
    const at = party.now()
    view.set((old) => ({ ...old, log: put(old.log, { kind: 'said', slot, at, text, state: 'sending' }) }))
    const problem = settle(await post({ text }, slot))
    const said = { kind: 'said', slot, at, text } as const
    const after =
      problem === null ? ({ ...said, state: 'sent' } as const) : ({ ...said, state: 'failed', problem } as const)
    view.set((old) => ({ ...old, log: put(old.log, after) }))
  }

  const tell = async (body: Body): Promise<void> => {
    const problem = settle(await post(body))
    if (problem !== null) notify(problem)
  }

  return {
    view,
    close,
    open: () => tell({ open: true }),
    say: (text) => send(newKey(), text),
    async again(slot) {
      const said = view.get().log.awaiting.find((one) => one.slot === slot)
      if (said?.state === 'failed') await send(slot, said.text)
    },
    async earlier() {
      const { log, fetching } = view.get()
      if (fetching || log.first === 0) return
      change({ fetching: true })
      const response = await reach(`/chat/messages?before=${log.first + 1}`, {
        headers: { ...(await headers), 'Accept-Language': party.language() },
      })
      const told = response?.ok === true ? past.safeParse(await read(response)) : null
      change({ fetching: false })
      if (told?.success !== true) return notify(party.unreachable())
      const { after, messages } = told.data
      view.set((old) => ({ ...old, log: prepend(old.log, messages.flatMap(known), after) }))
    },
    async press(message, choice) {
      if (view.get().pressed.has(message)) return // the second click of a double click
      view.set((old) => ({ ...old, pressed: new Map(old.pressed).set(message, choice) }))
      await tell({ token: token(message, choice) })
      view.set((old) => ({ ...old, pressed: new Map([...old.pressed].filter(([id]) => id !== message)) }))
    },
    async submit(values) {
      const open = view.get().form
      if (open === null || open.sending) return
      change({ form: { ...open, sending: true, problems: {}, failure: null } })
      const outcome = await post({ token: open.form.token, values })
      const immediate = outcome.kind === 'done' ? outcome.receipt.immediate : undefined
      if (immediate?.kind === 'invalid')
        return change({ form: { ...open, problems: immediate.problems, failure: null } })
      change({ form: null })
      const failure = settle(outcome)
      if (failure !== null) change({ form: { ...open, problems: {}, failure } })
    },
    dismiss: () => change({ form: null }),
    hush: () => change({ notice: null }),
  }
}

function known(row: unknown): Logged[] {
  const told = logged.safeParse(row)
  return told.success ? [told.data] : []
}
