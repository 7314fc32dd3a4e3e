/**
 * What the full story (story.ts) needs of a chat platform, so that it runs for every pair of platforms. A platform joins it with
 * one file that drives its stand-in and makes a `Platform` of it, and one line in `platforms.ts`.
 *
 *   platform   a stand-in that runs: made before the bot, closed after it.
 *   side       one person in front of it. What they do goes over real HTTP to the bot; what they see is what the stand-in shows.
 *
 * The order: the platform is opened; `staff` is called for everybody who works here, since `afterword.yaml` names them; the bot
 * starts with `env`; `connect` is called; then `customer` for each customer; then they act.
 *
 * Every act resolves when the platform has the bot's acknowledgement, and throws when a person could not do that: there is no such
 * button, no form is open, the bot refused. What the bot sends comes whenever it comes: `screen`, `form` and `notices` tell how it
 * stands now, and the story asks again until it has come. A driver imports nothing of `adapters/` and decides nothing. Where the
 * answer to a request tells what to show to whoever acted (web, webhook), `replies.ts` has that half of a member of staff.
 */

export interface Person {
  /** The customer's id in the owner's systems, or the id in `afterword.yaml`: letters, no spaces. */
  id: string
  name: string
  /** `en`, `zh-Hans` or `zh-Hant`; the platform's own notation is the driver's. */
  locale: string
}

/** One message as it stands on a person's screen now. */
export interface Seen {
  /** The platform's reference: the same after the message has been replaced in place. */
  id: string
  /** Everything to be read, in reading order, one thing a line. */
  words: string
  /** Labels of the buttons that can be pressed now, in order. None once a question is answered. */
  buttons: string[]
  /** The message in whose thread it stands; null in the conversation itself, and where there are no threads. */
  under: string | null
}

export interface Side {
  /** Writes into their conversation with the bot. For staff also commands: `/scores today`. */
  say(words: string): Promise<void>
  /** Presses the button of this label on the newest message that offers it. */
  press(label: string): Promise<void>
  /** The bot's messages, oldest first. */
  screen(): Seen[]
}

export interface CustomerSide extends Side {
  /** What the trigger says of them: `address` where the bot may write first, nothing where they come by a link. */
  address: string | undefined
  /** Comes by the link that the trigger answered with. Only where `address` is undefined. */
  open(link: string): Promise<void>
}

export interface StaffSide extends Side {
  /** The person's id on the platform, as `identities` of `afterword.yaml` takes it. */
  user: string
  /** The form that a press has opened, or null. `fields` are ids, in order. */
  form(): { title: string; fields: string[] } | null
  /** Fills in the open form by field id (a choice by its id) and sends it. @returns problems by field; none: it is accepted and closed */
  fill(values: Record<string, string>): Promise<Record<string, string>>
  /** What only this person was told after a press, oldest first. */
  notices(): string[]
}

/** The bot at work. */
export interface Running {
  /** Without a slash at the end. */
  origin: string
  /** A key by which this member of staff signs in on the web page, once. */
  key(staff: string): Promise<string>
}

export interface Platform {
  /** As the bot calls the channel. */
  channel: string
  /** Environment variables by which the bot finds the stand-in. */
  env: Record<string, string>
  staff(person: Person): StaffSide
  /** Resolves when both sides are ready: the bot has found the platform, and the platform the bot. */
  connect(bot: Running): Promise<void>
  customer(person: Person): Promise<CustomerSide>
  /** How often the bot was told that it sends too much. */
  refusals(): number
  close(): Promise<void>
}

/** Resolves as soon as `find` gives something other than null; throws, saying `what` was waited for, when it has not after `LONGEST`. */
export async function until<T>(what: () => string, find: () => T | null): Promise<T> {
  const end = performance.now() + LONGEST
  for (;;) {
    const found = find()
    if (found !== null) return found
    if (performance.now() > end) throw new Error(`this never came: ${what()}`)
    await new Promise((again) => setTimeout(again, AGAIN))
  }
}

/** Telegram takes one message a second in a chat, and a stage of the story has at most five. */
const LONGEST = 30_000
/** Several stories look at their screens at once, on two cores. */
const AGAIN = 20
