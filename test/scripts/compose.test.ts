import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'
import { loadConfig } from '../../src/config.ts'
import { environmentJsonSchema } from '../../src/environment.ts'

const root = join(import.meta.dirname, '../..')
const text = (name: string) => readFileSync(join(root, name), 'utf8')

const service = z.strictObject({
  build: z.string().optional(),
  image: z.string(),
  init: z.boolean().optional(),
  restart: z.literal('unless-stopped'),
  stop_grace_period: z.string().optional(),
  env_file: z.string().optional(),
  environment: z.record(z.string(), z.union([z.string(), z.number()])).default({}),
  command: z.array(z.string()).optional(),
  ports: z.array(z.string()).default([]),
  configs: z.array(z.object({ source: z.string(), target: z.string() })).default([]),
  volumes: z.array(z.string()).default([]),
  shm_size: z.string().optional(),
  depends_on: z.record(z.string(), z.object({ condition: z.string() })).default({}),
  healthcheck: z
    .object({ test: z.array(z.string()), interval: z.string(), timeout: z.string(), retries: z.number().optional() })
    .optional(),
})
const compose = z
  .looseObject({
    services: z.record(z.string(), service),
    configs: z.record(z.string(), z.object({ content: z.string() })),
    volumes: z.record(z.string(), z.null()),
  })
  .parse(parse(text('compose.yaml'), { merge: true }))

const services = Object.entries(compose.services)
const bots = services.filter(([, { build }]) => build !== undefined)
const schema = z.object({ properties: z.record(z.string(), z.unknown()) })

test('two bots with the same settings, each of which there is, share one record and one Redis', () => {
  expect(bots.map(([name]) => name)).toEqual(['bot-1', 'bot-2'])
  const [one, two] = bots.map(([, bot]) => bot)
  if (!one) throw new Error('no bot')
  expect(one).toEqual(two)
  expect(one.init).toBe(true)
  const known = Object.keys(schema.parse(environmentJsonSchema()).properties)
  expect(known).toEqual(expect.arrayContaining(Object.keys(one.environment)))
  const given = Object.entries(one.environment).map(([name, value]) => [
    name,
    String(value)
      .replace(/\$\{\w+:-([^}]*)\}/g, '$1')
      .replace(/\$\{\w+:\?[^}]*\}/g, 'abc123'),
  ])
  const { env } = loadConfig(Object.fromEntries(given), join(root, 'test'))
  expect(env.AFTERWORD_PROCESSES).toBe(bots.length)
  expect(new URL(env.DATABASE_URL ?? '').hostname).toBe('postgres')
  expect(new URL(env.REDIS_URL ?? '').hostname).toBe('redis')
})

test('every name leads to something, and every service tells whether it is well', () => {
  const names = Object.keys(compose.services)
  for (const [name, { depends_on, volumes, configs, healthcheck, build }] of services) {
    expect(names, name).toEqual(expect.arrayContaining(Object.keys(depends_on)))
    for (const volume of volumes) expect(Object.keys(compose.volumes), name).toContain(volume.split(':')[0])
    for (const { source } of configs) expect(Object.keys(compose.configs), name).toContain(source)
    expect(healthcheck !== undefined || build !== undefined, name).toBe(true) // the bots' is in the Dockerfile
  }
})

test('the door leads to both bots at their port, takes out who is not ready, and shows nobody the figures', () => {
  const port = /^ENV PORT=(\d+)$/m.exec(text('Dockerfile'))?.[1]
  const { content } = compose.configs.door ?? { content: '' }
  expect(content).toContain(`reverse_proxy ${bots.map(([name]) => `${name}:${port}`).join(' ')} {`)
  expect(content).toContain('health_uri /readyz')
  expect(content).toContain('path /metrics /readyz')
})

test('no secret stands in the file: they come from .env', () => {
  const secret = services.flatMap(([, { environment }]) =>
    Object.entries(environment).filter(([name]) => /PASSWORD|TOKEN|SECRET|DATABASE_URL/.test(name)),
  )
  expect(secret.length).toBeGreaterThan(0)
  for (const [, value] of secret) expect(value).toMatch(/^(postgres:\/\/afterword:)?\$\{POSTGRES_PASSWORD/)
  expect(text('.dockerignore').split('\n')).toContain('.env')
  expect(bots.map(([, { env_file }]) => env_file)).toEqual(['.env', '.env'])
})
