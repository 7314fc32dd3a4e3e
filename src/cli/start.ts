import { pino } from 'pino'
import { loadConfig } from '../config.ts'
import { startBot } from '../main.ts'
import { analyze } from '../text/analyze.ts'
import type { Tell } from '../words/say.ts'
import { says } from './says.ts'

/** Starts the bot, says what it is doing, and stops it in order on Ctrl-C, which npm may hand on a second time. */
export async function start(version: string): Promise<void> {
  const asked = new Promise<NodeJS.Signals>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, resolve)
  })
  const config = loadConfig()
  const tell: Tell = (id, values) => console.log(says(id, values))
  const log = pino(
    { level: config.env.LOG_LEVEL, base: null, timestamp: pino.stdTimeFunctions.isoTime },
    pino.destination(2),
  )
  tell('cli.starting', { version })
  const bot = await startBot(config, version, tell, log)
  tell('cli.channels', { channels: bot.channels.join(', ') })
  tell('cli.ready', { url: bot.url })
  tell('cli.press')
  analyze('') // reads its words and weights now, and not while the first customer waits
  if ((await asked) === 'SIGINT') console.log() // behind ^C
  tell('cli.stopping')
  await bot.stop()
  tell('cli.stopped')
}
