import type { View } from './blocks.ts'
import { checkView } from './blocks.ts'
import type { Heard, Kind } from './events.ts'
import { show } from './methods.ts'
import { type Seen, see } from './screen.ts'
import { typed } from './typed.ts'
import { directOf, type Member, openDirect, stamp, trigger, type World } from './world.ts'

type Deliver = (kind: Kind, payload: Record<string, unknown>) => Promise<Heard>
type Modal = Extract<View, { type: 'modal' }>

export interface Person {
  id: string
  /** The direct conversation with the bot. */
  direct: string
  say(words: string, where?: { channel?: string; thread?: string }): Promise<Heard & { ts: string }>
  edit(ts: string, words: string): Promise<Heard>
  share(mimetype: string, caption: string): Promise<Heard>
  mention(channel: string, words: string, thread?: string): Promise<Heard>
  /** Presses the last button of that label on this person's screen. */
  press(label: string, channel?: string): Promise<Heard>
  /** Presses a button of the person's own making. */
  forge(value: string, channel?: string): Promise<Heard>
  command(command: string, words: string, channel?: string): Promise<Heard>
  /** Fills the open window and sends it. @returns the problems by field, empty when it was accepted */
  fill(values: Record<string, string>): Promise<Heard & { errors: Record<string, string> }>
  openHome(tab: 'home' | 'messages'): Promise<Heard>
  pressHome(label: string): Promise<Heard>
  leave(): Promise<Heard>
  rejoin(): Promise<Heard>
  screen(channel?: string): Seen[]
  modal(): Modal | null
  home(): View | null
  /** What only this person was told. */
  whispers(): string[]
}

/** Payloads as Slack sends them, with the fields it documents. */
export function event(world: World, body: Record<string, unknown>, id = `Ev${world.next()}`): Record<string, unknown> {
  const authorizations = [{ enterprise_id: null, team_id: 'T0STANDIN', user_id: world.bot, is_bot: true }]
  const common = { token: 'deprecated', team_id: 'T0STANDIN', api_app_id: 'A0STANDIN', type: 'event_callback' }
  const event_time = Math.floor(world.now() / 1_000)
  return { ...common, event: body, event_id: id, event_time, authorizations, is_ext_shared_channel: false }
}

export function message(
  world: World,
  user: string,
  words: string,
  where: { channel: string; thread?: string; ts?: string },
) {
  const ts = where.ts ?? stamp(world)
  const root = world.messages.find((each) => each.ts === where.thread)
  const threaded = where.thread && { thread_ts: where.thread, parent_user_id: root ? world.bot : 'U0SOMEBODY' }
  const channel_type = where.channel.startsWith('D') ? 'im' : 'channel'
  return {
    type: 'message',
    user,
    ts,
    client_msg_id: `${ts}-client`,
    team: 'T0STANDIN',
    ...typed(words),
    channel: where.channel,
    event_ts: ts,
    channel_type,
    ...threaded,
  }
}

export function pressed(
  world: World,
  user: string,
  value: string,
  action: string,
  where: { channel: string; ts: string } | null,
) {
  const container = where
    ? { type: 'message', message_ts: where.ts, channel_id: where.channel, is_ephemeral: false }
    : { type: 'view', view_id: 'VHOME' }
  const action_ts = stamp(world)
  return {
    type: 'block_actions',
    user: { id: user, username: user.toLowerCase(), team_id: 'T0STANDIN' },
    api_app_id: 'A0STANDIN',
    container,
    trigger_id: trigger(world, user),
    team: { id: 'T0STANDIN', domain: 'stand-in' },
    ...(where && { channel: { id: where.channel, name: 'directmessage' }, message: { ts: where.ts, user: world.bot } }),
    actions: [
      { type: 'button', action_id: action, block_id: 'b1', text: { type: 'plain_text', text: 'x' }, value, action_ts },
    ],
  }
}

export function createPerson(world: World, member: Member, deliver: Deliver): Person {
  const { id } = member
  world.members.set(id, member)
  const direct = directOf(id)
  const home = (channel: string | undefined): string => channel ?? openDirect(world, id)
  const screen = (channel?: string): Seen[] =>
    world.messages.filter((each) => each.channel === (channel ?? direct)).map(see)
  const modal = (): Modal | null => {
    const open = world.modals.get(id)?.view
    return open?.type === 'modal' ? open : null
  }
  const interact = (payload: Record<string, unknown>) => deliver('interactivity', payload)

  /** What the app's answer does to the window: closes it, changes it, or shows what is wrong. Slack refuses problems of no field. */
  function answered(body: unknown, view: Modal): Record<string, string> {
    const answer: Record<string, unknown> = typeof body === 'object' && body !== null ? { ...body } : {}
    const action = answer.response_action
    if (action === undefined || action === 'clear') world.modals.delete(id)
    if (action === 'update') {
      const checked = checkView(answer.view)
      if ('error' in checked) throw new Error(`Slack refuses this view: ${checked.messages.join(' ')}`)
      show(world, id, checked.view)
    }
    if (action !== 'errors') return {}
    const errors: Record<string, string> = { ...Object(answer.errors) }
    const inputs = view.blocks.flatMap((block) => (block.type === 'input' ? [block.block_id] : []))
    if (Object.keys(errors).length === 0 || !Object.keys(errors).every((each) => inputs.includes(each)))
      throw new Error('Slack refuses problems of fields that the form does not have')
    return errors
  }

  function changed(deleted: boolean): Promise<Heard> {
    member.deleted = deleted
    const user = { id, deleted, name: member.name }
    return deliver('events', event(world, { type: 'user_change', user, event_ts: stamp(world) }))
  }

  return {
    id,
    direct,
    async say(words, where = {}) {
      const body = message(world, id, words, { ...where, channel: home(where.channel) })
      return { ...(await deliver('events', event(world, body))), ts: body.ts }
    },
    edit(ts, words) {
      const now = {
        ...message(world, id, words, { channel: home(undefined), ts }),
        edited: { user: id, ts: stamp(world) },
      }
      const body = {
        type: 'message',
        subtype: 'message_changed',
        channel: direct,
        ts: stamp(world),
        message: now,
        hidden: true,
        channel_type: 'im',
        previous_message: { user: id, ts, text: '(before)' },
      }
      return deliver('events', event(world, body))
    },
    share(mimetype, caption) {
      const body = {
        ...message(world, id, caption, { channel: home(undefined) }),
        subtype: 'file_share',
        files: [{ id: 'F1', mimetype, name: 'x' }],
      }
      return deliver('events', event(world, body))
    },
    mention(channel, words, thread) {
      const { channel_type: _, ...said } = message(world, id, words, {
        channel,
        ...(thread !== undefined && { thread }),
      })
      return deliver('events', event(world, { ...said, type: 'app_mention', text: `<@${world.bot}> ${said.text}` }))
    },
    press(label, channel) {
      const found = screen(channel)
        .flatMap((seen) => seen.buttons.map((button) => ({ seen, button })))
        .findLast(({ button }) => button.label === label)
      if (!found) throw new Error(`no button "${label}" on the screen of ${id}`)
      return interact(pressed(world, id, found.button.value, found.button.action, found.seen))
    },
    forge: (value, channel) =>
      interact(pressed(world, id, value, 'choice:0:x', { channel: home(channel), ts: stamp(world) })),
    command: (command, words, channel) =>
      deliver('commands', {
        token: 'deprecated',
        team_id: 'T0STANDIN',
        team_domain: 'stand-in',
        channel_id: home(channel),
        channel_name: 'directmessage',
        user_id: id,
        user_name: id.toLowerCase(),
        command,
        text: words,
        api_app_id: 'A0STANDIN',
        trigger_id: trigger(world, id),
        response_url: 'https://hooks.invalid/',
      }),
    async fill(values) {
      const view = modal()
      if (!view?.submit) throw new Error(`${id} has no form open`)
      const inputs = view.blocks.flatMap((block) => (block.type === 'input' ? [block] : []))
      const state = inputs.map(({ block_id, element }) => {
        const given = values[block_id]
        const value = given === undefined ? null : given
        const typed =
          element.type === 'static_select' ? { selected_option: value === null ? null : { value } } : { value }
        return [block_id, { [element.action_id]: { type: element.type, ...typed } }]
      })
      const missing = inputs.filter(({ block_id, optional }) => optional !== true && !values[block_id])
      if (missing.length > 0)
        throw new Error(`Slack does not send the form without ${missing.map((each) => each.block_id).join(', ')}`)
      const heard = await interact({
        type: 'view_submission',
        team: { id: 'T0STANDIN' },
        user: { id },
        api_app_id: 'A0STANDIN',
        trigger_id: trigger(world, id),
        view: {
          ...view,
          id: world.modals.get(id)?.id,
          team_id: 'T0STANDIN',
          hash: '1',
          state: { values: Object.fromEntries(state) },
        },
        response_urls: [],
      })
      return { ...heard, errors: heard.taken ? answered(heard.body, view) : {} }
    },
    openHome: (tab) =>
      deliver(
        'events',
        event(world, { type: 'app_home_opened', user: id, channel: home(undefined), tab, event_ts: stamp(world) }),
      ),
    pressHome(label) {
      const blocks = world.homes.get(id)?.blocks ?? []
      const button = blocks
        .flatMap((block) => (block.type === 'actions' ? block.elements : []))
        .find(({ text }) => text.text === label)
      if (!button) throw new Error(`no button "${label}" in the home of ${id}`)
      return interact(pressed(world, id, button.value, button.action_id, null))
    },
    leave: () => changed(true),
    rejoin: () => changed(false),
    screen,
    modal,
    home: () => world.homes.get(id) ?? null,
    whispers: () => world.whispers.filter(({ user }) => user === id).map(({ text }) => text),
  }
}
