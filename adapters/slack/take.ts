import type { webApi } from '@slack/bolt'
import type { Immediate, Inbound, Receipt, Receive } from '../../src/channel.ts'
import { escapedTo } from './cut.ts'
import type { SlackDeps } from './deps.ts'
import { codeOf } from './errors.ts'
import type { Parsed, Scene } from './parsed.ts'
import { type Profile, type Profiles, within } from './profile.ts'
import { formView, homeView, noticeView } from './view.ts'
import { wordsFor } from './words.ts'

/** What Slack is told: taken, with or without a body, or `again` — nothing was stored, send it once more. */
export type Told = { again: false; body?: Record<string, unknown> } | { again: true }

const TAKEN: Told = { again: false }
const AGAIN: Told = { again: true }
/**
 * Slack and the trigger of a press give up after 3,000 ms. A receipt within this leaves time to open its form at once, so no empty one
 * has to stand in for it: that would flash up at every press that opens none. At a later one Slack has shown the press as failed, so what
 * it had to say is whispered when it comes; a form that Slack does not open any more is asked for again, which changes nothing.
 */
const PATIENCE = 2_500
/** Characters of a word to one person. */
const NOTICE = 3_000

interface Handed {
  given: Receipt
  locale: string | undefined
}

/** Where nobody can be whispered to: the bot is not there, or the person has left. */
const ELSEWHERE = ['not_in_channel', 'channel_not_found', 'user_not_in_channel', 'is_archived']
const TOO_LATE = ['expired_trigger_id', 'exchanged_trigger_id', 'trigger_expired', 'trigger_exchanged']

export interface Taker {
  /** Answers after the commit. What goes to Slack beside the answer goes after it. */
  take(parsed: Parsed): Promise<Told>
  /** Resolves when nothing of that is under way. */
  drained(): Promise<void>
}

/** Hands on what was parsed, and shows what the receipt says, each where it happened. */
export function createTaker(deps: SlackDeps, client: webApi.WebClient, profiles: Profiles, receive: Receive): Taker {
  const under = new Set<Promise<void>>()

  function after(work: () => Promise<unknown>): void {
    const done = work()
      .catch(deps.onError)
      .then(() => {
        under.delete(done)
      })
    under.add(done)
  }

  /** What is known of a profile that has changed may be old; asking for it at every such change would use up Slack's patience for others. */
  async function profileOf({ from, body }: Inbound): Promise<Profile> {
    if (body.kind !== 'gone' && body.kind !== 'back') return profiles.of(from.user)
    profiles.forget(from.user)
    return {}
  }

  async function showHome(user: string): Promise<void> {
    const home = await deps.home?.(user)
    if (home) await client.views.publish({ user_id: user, view: homeView(home) })
  }

  /** To one person alone: where they are, or in their direct conversation, from a window or from a channel that we are not in. */
  async function whisper({ channel, thread, user }: Scene, text: string): Promise<void> {
    const say = (where: string, thread_ts?: string) =>
      client.chat.postEphemeral({
        channel: where,
        user,
        text: escapedTo(text, NOTICE),
        ...(thread_ts && { thread_ts }),
      })
    try {
      if (channel !== null) return void (await say(channel, thread ?? undefined))
    } catch (error) {
      if (!ELSEWHERE.includes(codeOf(error))) throw error
    }
    const { channel: direct } = await client.conversations.open({ users: user })
    await say(direct?.id ?? user)
  }

  /** The trigger of a press lives three seconds; who was too slow for it is told so, and presses again. */
  async function open(scene: Scene, view: ReturnType<typeof formView>, locale: string | undefined): Promise<void> {
    try {
      await client.views.open({ trigger_id: scene.trigger ?? '', view })
    } catch (error) {
      if (!TOO_LATE.includes(codeOf(error))) throw error
      await whisper(scene, wordsFor(locale).slow)
    }
  }

  function show(immediate: Immediate, scene: Scene, locale: string | undefined): Told {
    if (scene.kind === 'view') return inForm(immediate, scene, locale)
    if (immediate.kind === 'form') {
      after(() => open(scene, formView(immediate, teamChannel(scene)), immediate.locale))
      return TAKEN
    }
    if (immediate.kind === 'invalid') return TAKEN // only a form can have them
    if (scene.kind === 'command')
      return { again: false, body: { response_type: 'ephemeral', text: escapedTo(immediate.text, NOTICE) } }
    if (scene.kind === 'home') after(() => open(scene, noticeView(immediate.text, locale), locale))
    else after(() => whisper(scene, immediate.text))
    return TAKEN
  }

  /** What a receipt says that comes when Slack has given up on the request. */
  async function tellLate({ given, locale }: Handed, scene: Scene, showsHome: boolean): Promise<void> {
    const { outcome, immediate } = given
    if (showsHome && outcome === 'done') after(() => showHome(scene.user))
    switch (immediate?.kind) {
      case undefined:
        if (scene.kind === 'view' && outcome === 'done') await whisper(scene, wordsFor(locale).saved)
        return
      case 'form':
        return scene.kind === 'view'
          ? whisper(scene, wordsFor(locale).slow)
          : open(scene, formView(immediate, teamChannel(scene)), immediate.locale)
      case 'notice':
        return whisper(scene, immediate.text)
      case 'invalid':
        return whisper(scene, Object.values(immediate.problems).join('\n'))
    }
  }

  return {
    async take(parsed) {
      if (parsed.kind === 'challenge') return { again: false, body: { challenge: parsed.challenge } }
      if (parsed.kind !== 'inbound') return TAKEN
      const { inbound, scene } = parsed
      const showsHome = parsed.showHome || scene.kind === 'home'
      const handed = profileOf(inbound).then(async (profile): Promise<Handed> => {
        const given = await receive({ ...inbound, from: { ...inbound.from, ...profile } })
        return { given, locale: profile.locale }
      })
      const came = await within<Handed, null>(handed, deps.patience ?? PATIENCE, null)
      if (came === null) {
        // It may still be stored. An event that Slack then sends again has the same key and no effect.
        after(async () => tellLate(await handed, scene, showsHome))
        return AGAIN
      }
      const { given, locale } = came
      if (given.outcome === 'retry') return AGAIN
      if (showsHome) after(() => showHome(scene.user))
      return given.immediate ? show(given.immediate, scene, locale) : TAKEN
    },
    async drained() {
      while (under.size > 0) await Promise.all(under)
    },
  }
}

const teamChannel = ({ channel }: Scene): string | null => (channel?.startsWith('D') ? null : channel)

/** A form is answered inside its request: problems under its fields, or another window in its place. */
function inForm(immediate: Immediate, scene: Scene, locale: string | undefined): Told {
  switch (immediate.kind) {
    case 'invalid': {
      // Slack refuses problems of fields that the form does not have.
      const [first] = scene.fields
      const named = Object.entries(immediate.problems).map(([id, problem]) => [
        scene.fields.includes(id) ? id : first,
        problem,
      ])
      if (first === undefined) return { again: false, body: { response_action: 'clear' } }
      return { again: false, body: { response_action: 'errors', errors: Object.fromEntries(named) } }
    }
    case 'notice':
      return { again: false, body: { response_action: 'update', view: noticeView(immediate.text, locale) } }
    case 'form':
      return { again: false, body: { response_action: 'update', view: formView(immediate, teamChannel(scene)) } }
  }
}
