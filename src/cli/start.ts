import { pino } from 'pino'
import { loadConfig } from '../config.ts'
import { startBot } from '../main.ts'

/** Starts the bot, says what it is doing, and stops it in order on Ctrl-C. */
export async function start(version: string): Promise<void> {
  const config = loadConfig()
  const say = (line: string) => console.log(line)
  const log = pino(
    { level: config.env.LOG_LEVEL, base: null, timestamp: pino.stdTimeFunctions.isoTime },
    pino.destination(2),
  )
  say(`Afterword ${version} is starting.`)
  const bot = await startBot(config, version, say, log)
  say(`Ready: ${bot.url}`)
  say('Press Ctrl-C to stop.')

  let stopping = false
  const stop = async (signal: string) => {
    if (stopping) return
    stopping = true
    say(`${signal === 'SIGINT' ? '\n' : ''}Stopping: finishing what is under way.`)
    await bot.stop()
    say('Stopped.')
  }
  await new Promise<void>((resolve, reject) => {
    for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => void stop(signal).then(resolve, reject))
  })
}
