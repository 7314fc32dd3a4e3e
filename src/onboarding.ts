/** What `setup` and `doctor` know of a platform: each adapter that has something to set up gives one such account of itself. */
import type { Values, WordId } from './words/say.ts'

/** Settings by the names of their environment variables. */
export type Given = Readonly<Record<string, string | undefined>>

/** A setting that a person is asked for. */
export interface Ask {
  variable: string
  /** Where it is to be found. */
  where: WordId
  /** Not shown while it is typed. */
  secret: boolean
  /** May be left empty. `make` then fills it in, where it is anybody's choice. */
  needed: boolean
  make?(): string
}

/** One thing that was looked at; where it is not good, the text names the remedy. No text holds a secret. */
export interface Finding {
  good: boolean
  says: WordId
  values?: Values
  /** Worth a look, though all works. */
  minor?: true
  /** Tells of the bot at work and not of the settings, so they are kept all the same. */
  atWork?: true
}

/** Something that the owner takes to the platform, such as an app's manifest. */
export interface Takeaway {
  file: string
  content: string | Uint8Array
  /** What to do with it. */
  says: WordId
}

export interface Onboarding {
  /** The channel's name. */
  name: string
  /** The setting whose presence turns the channel on. */
  key: string
  /** The form of the ids under which it knows people and rooms, with an example; left out: any. */
  ids?: { form: RegExp; example: string }
  /** What is asked before there is anything to take to the platform, and what only the platform then gives. */
  first: Ask[]
  next(given: Given): Ask[]
  takeaways(given: Given): Takeaway[]
  /** Tries the settings on the platform; changes nothing there. */
  check(given: Given): Promise<Finding[]>
  /** Puts on the platform what belongs there; called when all is good. */
  finish(given: Given): Promise<Finding[]>
}
