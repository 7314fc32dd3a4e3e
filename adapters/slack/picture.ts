import type { webApi } from '@slack/bolt'
import { z } from 'zod'
import { cut, escapedTo, visible } from './cut.ts'
import type { Pause } from './deps.ts'
import { Ts } from './person.ts'

/**
 * Characters of a file's title, which stands above it, and of its description for who cannot see it (`alt_txt_too_large`). Words that are
 * too long for the description stand above the picture in full. Source: docs.slack.dev/reference/methods/files.getUploadURLExternal.
 */
const TITLE = 255
const DESCRIPTION = 1_000
/** Slack cuts a message at 40,000. */
const ABOVE = 12_000

/** Slack shares a file when it has looked into it, mostly within a second (node-slack-sdk 2260). */
const LOOKS = 8
const BETWEEN = 400

const Shares = z.record(z.string(), z.array(z.object({ ts: Ts })))
const File = z.object({ id: z.string(), shares: z.object({ public: Shares, private: Shares }).partial().catch({}) })
const Uploaded = z.object({ files: z.array(z.object({ files: z.array(File) })) })

export interface Picture {
  channel: string
  png: string
  alt: string
  thread: { thread_ts?: string }
}

/**
 * Puts a picture into a conversation, and waits a little until it stands there, so that what follows comes behind it.
 * @returns its time; null where Slack does not tell: it takes too long, or the app may not read files (scope `files:read`)
 * @throws what the upload throws
 */
export async function putPicture(client: webApi.WebClient, picture: Picture, pause: Pause): Promise<string | null> {
  const { channel, png, alt, thread } = picture
  const words = visible(alt).trim()
  const named = { filename: 'afterword.png', alt_text: cut(words, DESCRIPTION), title: cut(words, TITLE) }
  const above = words.length > DESCRIPTION ? { initial_comment: escapedTo(words, ABOVE) } : {}
  const upload = { channel_id: channel, file: Buffer.from(png, 'base64'), ...named, ...above }
  const { thread_ts } = thread
  const answer = await client.files.uploadV2(thread_ts === undefined ? upload : { ...upload, thread_ts })
  const [file] = Uploaded.safeParse(answer).data?.files.flatMap(({ files }) => files) ?? []
  return file === undefined ? null : (timeIn(file, channel) ?? (await look(client, file.id, channel, pause)))
}

async function look(client: webApi.WebClient, id: string, channel: string, pause: Pause): Promise<string | null> {
  try {
    for (let looks = 0; looks < LOOKS; looks++) {
      const { file } = await client.files.info({ file: id })
      const read = File.safeParse(file)
      const ts = read.success ? timeIn(read.data, channel) : null
      if (ts !== null) return ts
      await pause(BETWEEN)
    }
    return null
  } catch {
    return null // the picture is there; only what it may be referred to by is not known
  }
}

const timeIn = ({ shares }: z.infer<typeof File>, channel: string): string | null =>
  (shares.public?.[channel] ?? shares.private?.[channel])?.[0]?.ts ?? null
