/** The methods of the Web API that a bot like this one calls, each as strict as Slack's. */
import { type Block, checkBlocks, checkView, type View } from './blocks.ts'
import { openDirect, type Posted, stamp, type World } from './world.ts'

export type Arguments = Record<string, string>
export type Answer = ({ ok: true } & Record<string, unknown>) | { ok: false; error: string; messages?: string[] }

const no = (error: string, messages: string[] = []): Answer => ({ ok: false, error, messages })

const parsed = (json: string | undefined): unknown => {
  try {
    return JSON.parse(json ?? '')
  } catch {
    return // Slack says the same of what is missing and of what cannot be read
  }
}

/** Who may be written to, and where. */
function place(world: World, id: string | undefined): string | Answer {
  if (id === undefined || id === '') return no('invalid_arguments', ['[ERROR] missing required field: channel'])
  const channel = world.channels.get(id)
  if (!channel) return no('channel_not_found')
  if (channel.archived) return no('is_archived')
  return id
}

function words(given: Arguments): { text: string; blocks: Block[] } | Answer {
  const text = given.text ?? ''
  if (given.blocks === undefined) return text === '' ? no('no_text') : { text, blocks: [] }
  const checked = checkBlocks(parsed(given.blocks))
  if ('error' in checked) return no(checked.error, checked.messages)
  if (checked.blocks.length === 0 && text === '') return no('no_text')
  return text.length > 40_000 ? no('msg_too_long') : { text, blocks: checked.blocks }
}

function post(world: World, given: Arguments): Answer {
  const channel = place(world, given.channel)
  if (typeof channel !== 'string') return channel
  const said = words(given)
  if ('ok' in said) return said
  const thread = given.thread_ts ?? null
  if (thread !== null && !/^\d+\.\d+$/.test(thread)) return no('invalid_thread_ts')
  const message: Posted = { channel, ts: stamp(world), ...said, thread, picture: null, edits: 0 }
  world.messages.push(message)
  return {
    ok: true,
    channel,
    ts: message.ts,
    message: { type: 'message', user: world.bot, ts: message.ts, text: said.text },
  }
}

/** Only one's own messages can be changed; those of people are not in this list. */
function update(world: World, given: Arguments): Answer {
  const channel = place(world, given.channel)
  if (typeof channel !== 'string') return channel
  const message = world.messages.find((each) => each.channel === channel && each.ts === given.ts)
  if (!message) return no(given.ts ? 'message_not_found' : 'invalid_arguments')
  if (message.picture !== null) return no('cant_update_message')
  const said = words(given)
  if ('ok' in said) return said
  Object.assign(message, said, { edits: message.edits + 1 })
  return { ok: true, channel, ts: message.ts, text: said.text }
}

function whisper(world: World, given: Arguments): Answer {
  const channel = place(world, given.channel)
  if (typeof channel !== 'string') return channel
  const user = given.user ?? ''
  if (!world.channels.get(channel)?.members.has(user)) return no('user_not_in_channel')
  const said = words(given)
  if ('ok' in said) return said
  world.whispers.push({ channel, user, text: said.text })
  return { ok: true, message_ts: stamp(world) }
}

function spend(world: World, id: string | undefined): { user: string } | Answer {
  const trigger = world.triggers.get(id ?? '')
  if (!trigger) return no('invalid_trigger_id')
  if (trigger.used) return no('exchanged_trigger_id')
  if (world.now() > trigger.until) return no('expired_trigger_id')
  trigger.used = true
  return { user: trigger.user }
}

/** A view as it stands on somebody's screen. */
export function show(world: World, user: string, view: View, id = `V${world.next()}`): { id: string; view: View } {
  const shown = { id, view }
  if (view.type === 'modal') world.modals.set(user, shown)
  else world.homes.set(user, view)
  return shown
}

function openView(world: World, given: Arguments): Answer {
  const checked = checkView(parsed(given.view))
  if ('error' in checked) return no(checked.error, checked.messages)
  if (checked.view.type !== 'modal') return no('invalid_arguments')
  const spent = spend(world, given.trigger_id)
  if ('ok' in spent) return spent
  const { id } = show(world, spent.user, checked.view)
  return { ok: true, view: { ...checked.view, id, hash: `${world.next()}` } }
}

function updateView(world: World, given: Arguments): Answer {
  const checked = checkView(parsed(given.view))
  if ('error' in checked) return no(checked.error, checked.messages)
  const [user] = [...world.modals].find(([, { id }]) => id === given.view_id) ?? []
  if (user === undefined) return no('not_found')
  const { id } = show(world, user, checked.view, given.view_id)
  return { ok: true, view: { ...checked.view, id } }
}

function publish(world: World, given: Arguments): Answer {
  const checked = checkView(parsed(given.view))
  if ('error' in checked) return no(checked.error, checked.messages)
  const user = given.user_id ?? ''
  if (!world.members.has(user)) return no('user_not_found')
  if (checked.view.type !== 'home') return no('invalid_arguments')
  show(world, user, checked.view)
  return { ok: true, view: checked.view }
}

function open(world: World, given: Arguments): Answer {
  const user = given.users ?? ''
  const member = world.members.get(user)
  if (!member) return no('user_not_found')
  if (member.deleted) return no('user_disabled')
  return { ok: true, channel: { id: openDirect(world, user) } }
}

function profile(world: World, given: Arguments): Answer {
  if (!world.scopes.has('users:read')) return no('missing_scope')
  const member = world.members.get(given.user ?? '')
  if (!member) return no('user_not_found')
  const locale = given.include_locale === 'true' ? { locale: member.locale } : {}
  return { ok: true, user: { id: member.id, real_name: member.name, deleted: member.deleted, ...locale } }
}

function uploadUrl(world: World, given: Arguments, origin: string): Answer {
  const length = Number(given.length)
  if (!given.filename || !Number.isInteger(length) || length < 1) return no('invalid_arguments')
  if ((given.alt_text ?? '').length > 1_000) return no('alt_txt_too_large')
  const id = `F${world.next()}`
  world.files.set(id, { length, bytes: null, shared: null, looks: 0 })
  return { ok: true, file_id: id, upload_url: `${origin}/upload/${id}` }
}

function complete(world: World, given: Arguments): Answer {
  const files = parsed(given.files)
  const [file] = Array.isArray(files) ? files : []
  const { id, title } = file ?? {}
  const stored = world.files.get(id)
  if (!stored?.bytes) return no('file_not_found')
  const channel = place(world, given.channel_id)
  if (typeof channel !== 'string') return channel
  const picture = String(title ?? '')
  const text = given.initial_comment ?? ''
  if (picture.length > 255 || text.length > 40_000) return no('invalid_arguments')
  const ts = stamp(world)
  stored.shared = { channel, ts }
  world.messages.push({
    channel,
    ts,
    text,
    blocks: [],
    thread: given.thread_ts ?? null,
    picture,
    edits: 0,
  })
  return { ok: true, files: [{ id, title }] }
}

/** Slack shares a file some time after it has said so. */
function fileInfo(world: World, given: Arguments): Answer {
  if (!world.scopes.has('files:read')) return no('missing_scope')
  const id = given.file ?? ''
  const stored = world.files.get(id)
  if (!stored) return no('file_not_found')
  stored.looks += 1
  const { shared, looks } = stored
  const shares = shared && looks > 1 ? { private: { [shared.channel]: [{ ts: shared.ts, reply_count: 0 }] } } : {}
  return { ok: true, file: { id, shares } }
}

/** One call, after it was let in. */
export function call(world: World, method: string, given: Arguments, origin: string): Answer {
  switch (method) {
    case 'auth.test':
      return { ok: true, user_id: world.bot, team_id: 'T0STANDIN', bot_id: 'B0STANDIN' }
    case 'conversations.open':
      return open(world, given)
    case 'chat.postMessage':
      return post(world, given)
    case 'chat.update':
      return update(world, given)
    case 'chat.postEphemeral':
      return whisper(world, given)
    case 'views.open':
      return openView(world, given)
    case 'views.update':
      return updateView(world, given)
    case 'views.publish':
      return publish(world, given)
    case 'users.info':
      return profile(world, given)
    case 'files.getUploadURLExternal':
      return uploadUrl(world, given, origin)
    case 'files.info':
      return fileInfo(world, given)
    case 'files.completeUploadExternal':
      return complete(world, given)
    default:
      return no('unknown_method')
  }
}
