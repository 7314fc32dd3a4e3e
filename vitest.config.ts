import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

// Read by a process as it starts: the local Teams speaks https, as the real one does.
process.env.NODE_EXTRA_CA_CERTS = fileURLToPath(new URL('test/teams/stand-in/authority.pem', import.meta.url))

// Without a word of the owner the machine's zone counts: it is the same on every machine that runs the tests.
process.env.TZ = 'UTC'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/setup.ts'],
    // Much of the time is waiting: for browsers, for platforms' paces, for processes that start.
    maxWorkers: 3,
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
})
