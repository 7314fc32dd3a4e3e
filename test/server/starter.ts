// A process of its own that holds a server: tells what it sees as JSON lines, and releases when its input ends.
import { embeddedServer } from '../../src/store/server/embedded.ts'
import { say } from '../../src/words/say.ts'

const tell = (what: object) => process.stdout.write(`${JSON.stringify(what)}\n`)
const [folder = '.', durable] = process.argv.slice(2)

try {
  const server = await embeddedServer({
    folder,
    tell: (id, values) => tell({ said: say('en', id, values) }),
    ...(durable === 'durable' ? {} : { durable: false }),
  })
  tell({ url: server.url, adopted: server.adopted })
  process.stdin.resume().once('end', async () => {
    await server.release()
    tell({ released: true })
  })
} catch (error) {
  tell({ error: error instanceof Error ? error.message : String(error) })
  process.exitCode = 1
}
