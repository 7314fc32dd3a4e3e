/** The story in a terminal, at a pace at which it can be read: real bot, real PostgreSQL, Telegram and Slack as stand-ins on this machine. */
import { chown, mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { styleText } from 'node:util'
import { embeddedServer } from '../../src/store/server/embedded.ts'
import { PLATFORMS } from './platforms.ts'
import { openScene } from './scene.ts'
import { story, type Teller } from './story.ts'
import { shown } from './transcript.ts'
import { CUSTOMER, type CustomerLocale, STAFF, type StaffLocale } from './words.ts'

interface Telling {
  customer: CustomerLocale
  staff: StaffLocale
  intro: (who: { customer: string; staff: string }) => string
  outro: (ms: string) => string
}

const ENGLISH: Telling = {
  customer: 'en',
  staff: 'en',
  intro: ({ customer, staff }) =>
    `One bad experience, from the first question to the manager’s score. ${customer} is a customer on Telegram; ${staff} work in Slack. Both are stand-ins on this machine, and everything else is real: the bot, the SDKs, the database. It takes about a minute.`,
  outro: (ms) => `The card stood in Slack ${ms} ms after the customer’s last word. 中文版：npm run demo:channels -- zh`,
}
const CHINESE: Telling = {
  customer: 'zh-Hant',
  staff: 'zh-Hans',
  intro: ({ customer, staff }) =>
    `一次不满意的体验，从第一个问题到主管看到的分数。${customer}是 Telegram 上的客户，${staff}在 Slack 里工作。Telegram 和 Slack 由本机的替身扮演，机器人、SDK 和数据库都是真的。全程约一分钟。`,
  outro: (ms) => `客户说完最后一句 ${ms} 毫秒后，任务卡片就到了 Slack。In English: npm run demo:channels`,
}

/** Milliseconds to read what somebody does, and each new message. */
const DEED = 700
const MESSAGE = 350

const styled = process.stdout.isTTY && !process.env.NO_COLOR
const style = (format: Parameters<typeof styleText>[0], text: string) => (styled ? styleText(format, text) : text)

/** `signal` ends the story at the next thing told. */
function tellerOf(signal: AbortSignal): Teller {
  let doer = ''
  return {
    async chapter(title) {
      console.log(`\n\n${style(['bold', 'underline'], title)}`)
      await pause(DEED, undefined, { signal })
    },
    async does(who, what) {
      doer = who
      const [first = '', ...more] = what.split('\n')
      console.log(`\n${style(['bold', 'cyan'], who)} ${first}`)
      for (const line of more) console.log(`  ${line}`)
      await pause(DEED, undefined, { signal })
    },
    async sees(who, news) {
      if (who !== doer) console.log(`\n${style('dim', `(${who})`)}`)
      for (const each of news) {
        for (const line of shown(each)) console.log(`  ${line}`)
        await pause(MESSAGE, undefined, { signal })
      }
    },
  }
}

/** Tells the story once and leaves nothing behind, also when it is interrupted. */
export async function demo(language: string | undefined): Promise<void> {
  const { customer, staff, intro, outro } = language?.startsWith('zh') ? CHINESE : ENGLISH
  const { first, second, lead, manager } = STAFF[staff].names
  const interrupted = new AbortController()
  process.once('SIGINT', () => interrupted.abort())
  const names = new Intl.ListFormat(staff).format([first, second, lead, manager])
  console.log(intro({ customer: CUSTOMER[customer].name, staff: names }))

  const undo: (() => Promise<void>)[] = []
  try {
    const folder = await temporaryFolder()
    undo.push(() => rm(join(folder, '..'), { recursive: true, force: true }))
    const server = await embeddedServer({ folder, durable: false, tell: () => undefined })
    undo.push(() => server.release())
    const { telegram, slack } = PLATFORMS
    const scene = await openScene({ customers: telegram, staff: slack, locale: staff, databaseUrl: server.url })
    undo.push(scene.close)
    const { card } = await story(scene, { customer, staff }, tellerOf(interrupted.signal))
    console.log(`\n\n${style('bold', outro(card.toFixed(0)))}\n`)
  } catch (error) {
    if (!interrupted.signal.aborted) throw error
    process.exitCode = 130
  } finally {
    for (const step of undo.reverse()) await step()
  }
}

const NOBODY = 65_534

/** Under root the database runs as nobody, who must be able to reach its folder; else its data would stay outside of it. */
async function temporaryFolder(): Promise<string> {
  const parent = await mkdtemp(join(tmpdir(), 'afterword-demo-'))
  const folder = join(parent, '.afterword')
  await mkdir(folder)
  if (process.getuid?.() === 0) for (const path of [parent, folder]) await chown(path, NOBODY, NOBODY)
  return folder
}
