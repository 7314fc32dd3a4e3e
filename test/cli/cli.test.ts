import { expect, test } from 'vitest'
import { publish } from '../../src/store/flows.ts'
import { stand } from '../turn/stand.ts'
import { run } from './run.ts'

test('--help lists what there is; bad use exits with 2 and one clear line', async () => {
  const help = await run(['--help'])
  expect(help).toMatchObject({ code: 0 })
  for (const command of ['start', 'flows', 'understand', 'analyze', 'scores', 'erase', 'recount', 'key'])
    expect(help.out).toContain(command)
  expect(await run(['frobnicate'])).toMatchObject({ code: 2 })
  expect(await run(['understand', '--scale', 'csat9'])).toMatchObject({ code: 2 })
  expect(await run(['understand', '--scale', 'csat5'], { input: 'not json\n' })).toMatchObject({
    code: 2,
    err: expect.stringMatching(/^line 1: /),
  })
})

test.each([
  ['en_GB.UTF-8', 'Commands:', /^There is no command strat\. .* Did you mean start\?\n$/, /^PostgreSQL does not take/],
  ['zh_CN.UTF-8', '命令：', /^没有命令 strat。.*您是不是要用 start？\n$/, /^PostgreSQL 不接受连接/],
  ['zh_TW.UTF-8', '指令：', /^沒有指令 strat。.*您是不是要用 start？\n$/, /^PostgreSQL 不接受連線/],
])('the language of the terminal is spoken: %s', async (LANG, title, unknown, away) => {
  const help = await run(['--help'], { env: { LANG } })
  expect(help).toMatchObject({ code: 0, out: expect.stringContaining(title), err: '' })
  expect(await run(['strat'], { env: { LANG } })).toEqual({ code: 2, out: '', err: expect.stringMatching(unknown) })
  const env = { LANG, DATABASE_URL: 'postgres://nobody@127.0.0.1:9/x' }
  expect(await run(['recount'], { env })).toEqual({ code: 1, out: '', err: expect.stringMatching(away) })
})

test('the help of a command says in the language of the terminal how it is used', async () => {
  const { out } = await run(['--help'], { env: { LANG: 'zh_TW.UTF-8' } })
  expect(out).toContain('用法： afterword [選項] [指令]')
  expect(out).toMatch(/^ {2}sample \[選項\] {2,}為空的紀錄/m)
  expect(out).not.toMatch(/\[options\]|\[command\]/)
})

test.each([
  [['key', '--role', 'king'], /agent, lead, manager, admin/],
  [['understand'], /--scale/],
  [['understand', '--scale'], /--scale/],
  [['themes', 'test'], /file/],
  [['key', '--rle'], /--rle.*--role/],
  [['flows', 'schema', 'more'], /--help/],
  [['setup', 'fax'], /fax.*slack/],
])('what is wrong with %j is said in one line', async (words, says) => {
  const ran = await run(words)
  expect(ran).toEqual({ code: 2, out: '', err: expect.stringMatching(says) })
  expect(ran.err.trim().split('\n')).toHaveLength(1)
})

test('understand and analyze answer line by line, in the same order, and nothing else', async () => {
  const lines = [
    '{"id":"a","text":"4 out of 5 but slow"}',
    '{"id":"b","text":"五分"}',
    '{"id":3,"text":"多久能退款？"}',
  ].join('\n')
  const read = await run(['understand', '--scale', 'csat5'], { input: lines })
  const answers = read.out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
  expect(answers.map(({ id, value }) => [id, value])).toEqual([
    ['a', 4],
    ['b', 5],
    [3, null],
  ])
  expect(Object.keys(answers[0])).toEqual(['id', 'value', 'comment'])
  const seen = await run(['analyze'], { input: '{"id":"x","text":"客服态度很差，等了一个小时，电话13812345678"}' })
  const analysis = JSON.parse(seen.out)
  expect(Object.keys(analysis)).toEqual(['id', 'language', 'sentiment', 'themes', 'signals', 'redacted'])
  expect(analysis).toMatchObject({ id: 'x', language: 'zh-Hans', sentiment: { label: 'negative' } })
  expect(analysis.redacted).not.toContain('13812345678')
})

test('flows check says that the shipped flows are in order, and what is wrong with others', async () => {
  expect(await run(['flows', 'check'])).toMatchObject({ code: 0, out: expect.stringContaining('csat') })
  expect(await run(['flows', 'check', 'nowhere.yaml'])).toMatchObject({
    code: 2,
    err: expect.stringContaining('no such file'),
  })
})

test('wrong configuration is told all at once, with exit 2', async () => {
  const started = await run(['start'], {
    env: { PORT: 'x', AFTERWORD_WEBHOOK_SECRET: 'y', AFTERWORD_CONFIG: 'nowhere.yaml' },
  })
  expect(started.code).toBe(2)
  expect(started.err.trim().split('\n')).toHaveLength(3)
})

test('a PostgreSQL that is not there, or lets nobody in, is told with the remedy and without its password', async () => {
  const { url } = await stand()
  const wrong = new URL(url)
  wrong.password = 'a-secret-word'
  const nobody = new URL(wrong)
  nobody.port = '9'
  for (const [{ href }, code] of [
    [wrong, '28P01'],
    [nobody, 'ECONNREFUSED'],
  ] as const) {
    const ran = await run(['recount'], { env: { DATABASE_URL: href } })
    expect(ran).toEqual({ code: 1, out: '', err: expect.stringMatching(`^PostgreSQL .*${code}.*DATABASE_URL.*\n$`) })
    expect(ran.err).not.toContain('a-secret-word')
  }
})

test('scores, erase and recount work on the record', async () => {
  const bot = await stand()
  await publish(bot.database, bot.setting.flows.all(), bot.at())
  for (let i = 0; i < 6; i++) {
    await bot.ask(`c${i}`, { endedAt: new Date(Date.now() - 60_000).toISOString(), id: `now-${i}` })
    if (bot.screen(`c${i}`).length > 0) await bot.press(`c${i}`, i < 4 ? '5' : '1')
  }
  await bot.say('c5', 'the agent shouted at me')
  const env = { DATABASE_URL: bot.url }
  const scores = await run(['scores', 'last 7d by team'], { env })
  expect(scores).toMatchObject({ code: 0, out: expect.stringContaining('CSAT') })
  const json = JSON.parse((await run(['scores', '满意度 近7天', '--json'], { env })).out)
  expect(json.total.n).toBe(6)
  expect(await run(['scores', 'last 7 dyas'], { env })).toMatchObject({ code: 2, err: expect.stringContaining('dyas') })
  const narrowed = await run(['scores', 'channel test last 7d', '--json'], { env })
  expect(JSON.parse(narrowed.out)).toMatchObject({
    total: { n: 6, response: { asked: 6 } },
    narrowed: [{ labels: ['test'] }],
  })
  expect(await run(['scores', 'tasks'], { env })).toMatchObject({ code: 2, err: expect.stringContaining('tasks') })

  expect(await run(['erase', 'nobody'], { env })).toMatchObject({ code: 2 })
  expect(await run(['erase', 'id-c5'], { env })).toMatchObject({ code: 0 })
  const words = await bot.rows(
    "select 1 from message where content::text like '%shouted%' union all select 1 from verbatim where text like '%shouted%'",
  )
  expect(words).toEqual([])
  expect(await bot.rows('select count(*) from contact')).toEqual([{ count: 5 }])
  expect(await run(['recount'], { env })).toMatchObject({ code: 0, out: expect.stringContaining('no difference') })
  expect(JSON.parse((await run(['scores', 'csat last 7d', '--json'], { env })).out).total.n).toBe(6)

  await bot.rows('update counts set v4 = v4 + 1')
  expect(await run(['recount'], { env })).toMatchObject({ code: 1, out: expect.stringContaining('mended') })
  expect(await run(['recount'], { env })).toMatchObject({ code: 0 })
})
