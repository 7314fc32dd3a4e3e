import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import { ConfigError, loadConfig } from '../src/config.ts'
import { root } from '../src/root.ts'

const UUID = '01234567-89ab-4def-8123-456789abcdef'

function folder(yaml?: string): string {
  const path = mkdtempSync(join(tmpdir(), 'afterword-config-'))
  if (yaml !== undefined) writeFileSync(join(path, 'afterword.yaml'), yaml)
  return path
}

function problems(yaml: string, environment: Record<string, string> = {}): string[] {
  try {
    loadConfig(environment, folder(yaml))
  } catch (error) {
    if (error instanceof ConfigError) return error.problems
    throw error
  }
  return []
}

test('without a file and without an environment everything has a value that works', () => {
  const config = loadConfig({}, folder())
  expect(config).toMatchObject({
    programme: { timeZone: 'UTC' },
    targets: { minimumN: 5 },
    env: { PORT: 8080, HOST: '127.0.0.1' },
  })
})

test.each(['Asia/Taipei', 'America/New_York', 'UTC'])(
  'where the owner names no zone, that of the machine counts: %s',
  (zone) => {
    vi.stubEnv('TZ', zone)
    onTestFinished(() => void vi.unstubAllEnvs())
    expect(loadConfig({}, folder()).programme.timeZone).toBe(zone)
    expect(loadConfig({}, folder('programme: { timeZone: Asia/Tokyo }')).programme.timeZone).toBe('Asia/Tokyo')
  },
)

test('every problem is told at once, with its line, its path and the remedy', () => {
  const yaml = [
    'programme: { name: Acme, timeZone: Mars/Olympus }',
    'teams:',
    '  refunds: { lead: nobody, calendar: moon }',
    'colour: red',
    'rules:',
    '  - when: { csat: { lte: 2 } }',
    '    open: { severity: dreadful, firstContact: soon }',
  ].join('\n')
  const told = problems(yaml, { PORT: 'eighty', DATABASE_URL: 'mysql://x' })
  expect(told.join('\n')).toMatch(/afterword\.yaml:1:26 programme\.timeZone: .*Asia\/Shanghai/)
  expect(told.join('\n')).toMatch(/afterword\.yaml:7:13 rules\.0\.open\.severity/)
  expect(told.join('\n')).toMatch(/afterword\.yaml:7:33 rules\.0\.open\.firstContact/)
  expect(told.join('\n')).toMatch(/colour/)
  expect(told).toContain('environment: PORT must be a whole number from 0 to 65535')
  expect(told.join('\n')).toMatch(/DATABASE_URL must begin with postgres:\/\//)
})

test('names that lead nowhere are told', () => {
  const told = problems(
    'teams:\n  refunds: { lead: nobody, calendar: moon }\nstaff:\n  bo: { roles: [agent], teams: [sales] }',
  )
  expect(told).toEqual([
    'afterword.yaml:2:14 teams.refunds.lead: there is no staff “nobody”. Add it, or mend the name.',
    'afterword.yaml:2:28 teams.refunds.calendar: there is no calendar “moon”. Add it, or mend the name.',
    'afterword.yaml:4:25 staff.bo.teams: there is no team “sales”. Add it, or mend the name.',
  ])
})

test('a rule on a team or a theme that is none is told, as it would never hold', () => {
  const yaml = (team: string, theme: string) =>
    `teams: { leeds: {} }\nrules:\n  - { when: { team: ${team} }, open: { severity: high } }\n  - { when: { theme: [price, ${theme}] }, open: { severity: high } }`
  expect(problems(yaml('leeds', 'delivery'))).toEqual([])
  expect(problems(yaml('leedz', 'delivery'))).toEqual([
    'afterword.yaml:3:15 rules.0.when.team: there is no team “leedz”. Add it, or mend the name.',
  ])
  expect(problems(yaml('leeds', 'weather'))).toEqual([
    'afterword.yaml rules.1.when.theme: there is no theme “weather”. Add it, or mend the name.',
  ])
})

test.each([
  ['asking: { cooldown: 24 }', /asking\.cooldown: not a length of time\. Write a number and a unit/],
  [
    'calendars: { uk: { timeZone: Europe/London, holidays: [25.12.2026] } }',
    /holidays\.0: not a date\. Write it as 2026-12-25/,
  ],
  [
    'staff: { bo: { roles: [agent, king] } }',
    /staff\.bo\.roles\.1: roles has a value that is not offered\. Use one of agent,/,
  ],
  [
    'staff: { bo: { roles: [agent], identities: { slack: 12345678 } } }',
    /identities\.slack: .*Give a text; digits need quotes, as in "12345678"\./,
  ],
  ['staff: { bo: { roles: agent } }', /roles: .*Give a list, as in \[agent\]\./],
  ['asking: { sample: 50% }', /sample: .*Give a number, such as 0\.5\./],
  ['targets: { responseRate: 60 }', /responseRate: .*Give at most 1; a half is 0\.5\./],
  [
    'targets: { grades: { high: 80, medium: 85 } }',
    /targets\.grades: medium must be below high\. Lower the one or raise the other\./,
  ],
  ['targets: { grades: { high: 101 } }', /grades\.high: .*Give at most 100/],
  ['programme: { timeZone: Taipei }', /timeZone: .*Asia\/Taipei/],
  ['programme: { privacy: acme.example }', /privacy: no whole address\. Write it with https:\/\//],
  [
    'rules: [{ when: { signal: chrn }, open: { severity: high } }]',
    /rules\.0\.when\.signal: signal has a value that is not offered\. Use one of .*churn/,
  ],
  [
    'rules: [{ when: { signal: [legal, chrn] }, open: { severity: high } }]',
    /rules\.0\.when\.signal\.1: signal has a value that is not offered\. Use one of .*churn/,
  ],
])('%s is told with its remedy', (yaml, says) => {
  expect(problems(yaml)).toEqual([expect.stringMatching(says)])
})

test('two people cannot be one and the same on a channel', () => {
  const bo = (id: string) => `  ${id}: { roles: [agent], identities: { slack: U1, web: ${id} } }`
  expect(problems(['staff:', bo('bo'), bo('li')].join('\n'))).toEqual([
    'afterword.yaml:3:39 staff.li.identities.slack: “U1” on slack is bo already. Remove one.',
  ])
})

test('a file that is not YAML is told by its line', () => {
  expect(problems('programme: { name: "Acme }')[0]).toMatch(
    /^afterword\.yaml:1:27: not readable as YAML: .*\. Mend this line; put texts with a colon, a brace or a comma into quotes\.$/,
  )
})

test('whoever starts it in Chinese is told in Chinese', () => {
  const yaml = 'programme: { timeZone: Mars }\nteams:\n  refunds: { lead: nobody }\ncolour: red'
  expect(problems(yaml, { LANG: 'zh_CN.UTF-8', PORT: 'eighty', SLACK_BOT_TOKEN: 'x' })).toEqual([
    'afterword.yaml:1:14 programme.timeZone: 不是 IANA 时区。请写成 Asia/Shanghai 这样。',
    'afterword.yaml:4:1 colour: 不认识的条目“colour”。请删去，或改正拼写。',
    '环境变量：PORT 须为 0 到 65535 的整数',
    '环境变量：SLACK_BOT_TOKEN 须以 xoxb- 开头',
  ])
  expect(problems('teams:\n  refunds: { lead: nobody }', { LC_ALL: 'zh_TW.UTF-8', TEAMS_APP_ID: UUID })).toEqual([
    'afterword.yaml:2:14 teams.refunds.lead: 沒有名為「nobody」的員工。請補上，或改正名稱。',
    '環境變數：TEAMS_APP_ID 還需要 TEAMS_APP_PASSWORD，即同一應用程式的用戶端密碼',
  ])
})

test.each(['README.md', 'README.zh-CN.md'])(
  'whoever leads the team of %s can end a service and sees its tasks',
  (readme) => {
    const [, example = ''] =
      /```yaml\n(# yaml-language-server[^`]*)```/.exec(readFileSync(join(root, readme), 'utf8')) ?? []
    const { teams, staff } = loadConfig({}, folder(example))
    expect(staff[teams.refunds?.lead ?? '']).toMatchObject({ roles: ['lead', 'manager'], identities: { web: 'mei' } })
  },
)

test('an address that is none is told in Chinese too', () => {
  expect(problems('programme: { privacy: acme.example }', { LANG: 'zh_TW.UTF-8' })).toEqual([
    'afterword.yaml:1:14 programme.privacy: 不是完整的網址。請連同 https:// 一起寫，例如 https://acme.example/privacy。',
  ])
})

test('a secret is never repeated in a problem', () => {
  expect(problems('', { AFTERWORD_API_TOKEN: 'short-secret' }).join()).not.toContain('short-secret')
})

test('a problem names the owner’s file, whatever it is called', () => {
  const path = folder()
  writeFileSync(join(path, 'ours.yaml'), 'rules: [{ when: { theme: weather }, open: { severity: high } }]')
  expect(() => loadConfig({ AFTERWORD_CONFIG: 'ours.yaml' }, path)).toThrow(
    'ours.yaml rules.0.when.theme: there is no theme “weather”. Add it, or mend the name.',
  )
})
