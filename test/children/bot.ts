// The real bot as a process of its own, for tests that kill it: tells its address as one JSON line.
import { pino } from 'pino'
import { loadConfig } from '../../src/config.ts'
import { startBot } from '../../src/main.ts'

const config = loadConfig()
const log = pino({ level: config.env.LOG_LEVEL, base: null }, pino.destination(2))
const { url } = await startBot(config, 'chaos', () => undefined, log)
process.stdout.write(`${JSON.stringify({ url })}\n`)
