import { pino } from 'pino'
import { loadConfig } from '../config.ts'
import { startBot } from '../main.ts'
import { analyze } from '../text/analyze.ts'

/** Starts the bot, says what it is doing, and stops it in order on Ctrl-C, which npm may hand on a second time. */
export async function start(version: string): Promise<void> {
  const asked = new Promise<NodeJS.Signals>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, resolve)
  })
  const config = loadConfig()
  const say = (line: string) => console.log(line)
  const log = pino(
    { level: config.env.LOG_LEVEL, base: null, timestamp: pino.stdTimeFunctions.isoTime },
    pino.destination(2),
  )
  say(`Afterword ${version} is starting.`)
  const bot = await startBot(config, version, say, log)
  say(`Channels: ${bot.channels.join(', ')}.`)
  say(`Ready: ${bot.url}`)
  say('Press Ctrl-C to stop.')
  analyze('') // reads its words and weights now, and not while the first customer waits
  say(`${(await asked) === 'SIGINT' ? '\n' : ''}Stopping: finishing what is under way.`)
  await bot.stop()
  say('Stopped.')
}
