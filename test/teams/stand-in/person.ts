import { type Card, inputsOf, readCard, wordsOf } from './cards.ts'
import { APP } from './issuer.ts'
import { conversationOf, type Posted, stamp, type World } from './world.ts'

export type Json = Record<string, unknown>
/** What Teams did with the bot's answer to an activity. */
export interface Heard {
  status: number
  body: Json | null
}
export type Deliver = (activity: Json) => Promise<Heard>

/** Where somebody acts: in their chat with the bot, or in a group. */
export interface Where {
  in?: string
}

/** One message as a person sees it. */
export interface Seen {
  id: string
  words: string
  buttons: { label: string; token: string | null }[]
  inputs: { id: string; label: string; value: string; options: string[] }[]
  picture: boolean
  edited: boolean
}

export type Person = ReturnType<typeof createPerson>

/** Somebody in front of Teams. `old`: their client knows no `Action.Execute` and presses its fallback. */
export function createPerson(
  world: World,
  service: () => string,
  deliver: Deliver,
  given: { aad: string; name: string; locale: string; old: boolean },
) {
  const { aad, name, locale, old } = given
  const self = {
    id: `29:1${aad.replaceAll('-', '')}`,
    aad,
    name,
    locale,
    conversation: conversationOf(aad),
    installed: true,
  }
  world.people.set(aad, self)

  const kindOf = (place: string) => world.groups.get(place.replace(/;messageid=\d+$/, ''))?.kind ?? 'personal'

  /** What all activities of this person have in common. */
  function activity(type: string, place: string, more: Json = {}): Json {
    const at = new Date(world.now()).toISOString()
    const kind = kindOf(place)
    return {
      type,
      id: stamp(world),
      timestamp: at,
      localTimestamp: at,
      serviceUrl: service(),
      channelId: 'msteams',
      from: { id: self.id, name, aadObjectId: aad },
      recipient: { id: `28:${APP.id}`, name: 'Afterword' },
      conversation: {
        ...(kind !== 'personal' && { isGroup: true }),
        conversationType: kind,
        tenantId: APP.tenant,
        id: place,
      },
      channelData: { tenant: { id: APP.tenant } },
      locale,
      entities: [{ type: 'clientInfo', locale, country: 'TW', platform: 'Windows', timezone: 'Asia/Taipei' }],
      ...more,
    }
  }

  const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

  /** A message as Teams sends it: with the bot's name in front in a group, and the words once more as HTML. */
  function message(
    text: string,
    { in: place = self.conversation, mention = false, quote }: Where & { mention?: boolean; quote?: string } = {},
  ): Json {
    const named = mention ? '<at>Afterword</at> ' : ''
    const reply =
      quote === undefined
        ? ''
        : `<blockquote itemscope="" itemtype="http://schema.skype.com/Reply" itemid="${quote}"><p>…</p></blockquote>`
    const base = activity('message', place)
    return {
      ...base,
      textFormat: 'plain',
      text: `${named}${escaped(text)}${mention ? '\n' : ''}`,
      attachments: [{ contentType: 'text/html', content: `<div>${reply}${named}<div>${escaped(text)}</div></div>` }],
      entities: [
        ...(Array.isArray(base.entities) ? base.entities : []),
        ...(mention
          ? [{ type: 'mention', text: '<at>Afterword</at>', mentioned: { id: `28:${APP.id}`, name: 'Afterword' } }]
          : []),
      ],
    }
  }

  const standing = (place: string): Posted[] =>
    world.messages.filter(({ conversation }) => conversation.startsWith(place))
  const cardOf = ({ card, instead }: Posted): Card | null => instead.get(aad) ?? card

  function screen(place = self.conversation): Seen[] {
    return standing(place).map((posted) => {
      const card = cardOf(posted)
      return {
        id: posted.id,
        words: posted.picture ?? (card ? wordsOf(card) : posted.text),
        buttons: card ? buttonsOf(card) : [],
        inputs: card
          ? inputsOf(card).flatMap((input) =>
              input.isVisible === false || input.id === LIST
                ? []
                : [
                    {
                      id: input.id,
                      label: input.label ?? '',
                      value: input.value ?? '',
                      options: input.type === 'Input.ChoiceSet' ? input.choices.map(({ title }) => title) : [],
                    },
                  ],
            )
          : [],
        picture: posted.picture !== null,
        edited: posted.edits > 0,
      }
    })
  }

  /** The activity of a press on an action of a card, with what its inputs hold. */
  function pressed(posted: Posted, data: Json, inputs: Json): Json {
    const sent = { ...inputs, ...data }
    if (old) return activity('message', posted.conversation, { replyToId: posted.id, value: sent })
    return activity('invoke', posted.conversation, {
      name: 'adaptiveCard/action',
      replyToId: posted.id,
      value: { action: { type: 'Action.Execute', title: '', verb: 'press', data: sent }, trigger: 'manual' },
    })
  }

  /** Shows the answer to a press where it was pressed. */
  function answered(posted: Posted, { status, body }: Heard): void {
    if (old || status !== 200 || body === null) return
    if (body.statusCode !== 200) throw new Error(`no answer to a press: ${JSON.stringify(body)}`)
    if (body.type === 'application/vnd.microsoft.activity.message') {
      if (typeof body.value !== 'string' || body.value === '') throw new Error('an empty line')
      world.toasts.push({ person: aad, text: body.value })
    } else if (body.type === 'application/vnd.microsoft.card.adaptive') posted.instead.set(aad, readCard(body.value))
    else throw new Error(`no kind of answer: ${String(body.type)}`)
  }

  async function send(posted: Posted, data: Json, inputs: Json): Promise<Heard> {
    const heard = await deliver(pressed(posted, data, inputs))
    answered(posted, heard)
    return heard
  }

  const held = (card: Card): Json =>
    Object.fromEntries(inputsOf(card).flatMap(({ id, value }) => (value === undefined ? [] : [[id, value]])))

  return {
    ...self,
    activity,
    message,
    pressed,
    screen,
    say: (text: string, where: Where & { mention?: boolean; quote?: string } = {}) => deliver(message(text, where)),
    edit: (text: string) =>
      deliver({
        ...message(text),
        type: 'messageUpdate',
        channelData: { eventType: 'editMessage', tenant: { id: APP.tenant } },
      }),
    /** Presses a button by its words, or picks them from the list and sends; the last message that offers them. */
    press(label: string, place = self.conversation): Promise<Heard> {
      for (const posted of standing(place).toReversed()) {
        const card = cardOf(posted)
        if (!card) continue
        const inputs = held(card)
        const action = card.actions?.find(({ title }) => title === label)
        if (action) return send(posted, action.data, inputs)
        const choice = listOf(card).find(({ title }) => title === label)
        const last = card.actions?.at(-1)
        if (choice && last) return send(posted, last.data, { ...inputs, [LIST]: choice.value })
      }
      throw new Error(
        `no button "${label}" for ${name}: ${JSON.stringify(screen(place).map(({ buttons }) => buttons))}`,
      )
    },
    /** Fills the open form in, by field, and sends it. */
    fill(values: Record<string, string>, place = self.conversation): Promise<Heard> {
      const posted = standing(place).findLast((each) =>
        inputsOf(cardOf(each) ?? EMPTY).some(({ id }) => id.startsWith('field:')),
      )
      const card = posted && cardOf(posted)
      const [submit] = card?.actions ?? []
      if (!posted || !card || !submit) throw new Error(`no form is open for ${name}`)
      const given = Object.entries(values).map(([id, value]) => [`field:${id}`, value])
      return send(posted, submit.data, { ...held(card), ...Object.fromEntries(given) })
    },
    /** What the open form says is to be mended, by field; what stands above the first field is of none. */
    problems(place = self.conversation): Record<string, string> {
      const open = standing(place).findLast((each) =>
        inputsOf(cardOf(each) ?? EMPTY).some(({ id }) => id.startsWith('field:')),
      )
      const found: Record<string, string> = {}
      let field = ''
      for (const element of (open && cardOf(open))?.body ?? []) {
        if (element.type === 'Input.Text' || element.type === 'Input.ChoiceSet')
          field = element.id.replace(/^field:/, '')
        if (element.type !== 'RichTextBlock') continue
        const said = element.inlines.filter(({ color }) => color === 'Attention').map(({ text }) => text)
        if (said.length > 0) found[field] = said.join(' ')
      }
      return found
    },
    install: () => {
      self.installed = true
      return deliver(activity('installationUpdate', self.conversation, { action: 'add' }))
    },
    joined: () =>
      deliver(
        activity('conversationUpdate', self.conversation, {
          membersAdded: [{ id: `28:${APP.id}` }, { id: self.id, aadObjectId: aad }],
        }),
      ),
    uninstall: () => {
      self.installed = false
      return deliver(activity('installationUpdate', self.conversation, { action: 'remove' }))
    },
    toasts: () => world.toasts.filter((toast) => toast.person === aad).map(({ text }) => text),
  }
}

const EMPTY: Card = {
  $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
  type: 'AdaptiveCard',
  version: '1.5',
  body: [],
  fallbackText: '',
}

/** A list beside the buttons is sent by the last of them. */
const LIST = 'picked'
function listOf(card: Card): { title: string; value: string }[] {
  const list = inputsOf(card).find(({ id }) => id === LIST)
  return list?.type === 'Input.ChoiceSet' ? list.choices : []
}

/** What can be pressed or picked. */
function buttonsOf(card: Card): Seen['buttons'] {
  const list = listOf(card).map(({ title, value }) => ({ label: title, token: value }))
  const actions = card.actions ?? []
  const buttons = (list.length > 0 ? actions.slice(0, -1) : actions).map(({ title, data }) => ({
    label: title,
    token: typeof data.token === 'string' ? data.token : null,
  }))
  return [...buttons, ...list]
}
