import { expect, test } from 'vitest'
import { COMMANDS, commandOf, languageOf } from '../../src/scores/command.ts'

test.each([
  ['/scores last 7d by team', 'scores'],
  ['Scores', 'scores'],
  ['/score', 'scores'],
  ['满意度 近7天 按班组', 'scores'],
  ['滿意度近7天依團隊', 'scores'],
  ['/得分', 'scores'],
  ['／評分　上週', 'scores'],
  ['csat this week team refunds', 'scores'],
  ['NPS', 'scores'],
  ['淨推薦值 上個月', 'scores'],
  ['/tasks', 'tasks'],
  ['my tasks', 'tasks'],
  ['任务', 'tasks'],
  ['/任務', 'tasks'],
  ['待辦', 'tasks'],
  ['help', 'help'],
  ['?', 'help'],
  ['？', 'help'],
  ['帮助', 'help'],
  ['說明', 'help'],
  ['scorecard', null],
  ['taskforce', null],
  ['任务完成了吗', null],
  ['helpful, thanks', null],
  ['hello', null],
  ['', null],
  ['last week', null],
] as const)('%s → %s', (text, command) => {
  expect(commandOf(text)).toBe(command)
})

test('every word listed is known, with a slash and without', () => {
  for (const { command, heads, subjects } of COMMANDS) {
    for (const word of [...heads, ...subjects]) {
      expect([commandOf(word), commandOf(`/${word}`), commandOf(` ${word.toUpperCase()} `)]).toEqual([
        command,
        command,
        command,
      ])
    }
  }
})

test.each([
  ['csat 本月', 'zh-Hant', 'zh-Hant'],
  ['csat 本月', 'zh-Hans', 'zh-Hans'],
  ['csat 本月', 'en', 'zh-Hans'],
  ['满意度 本月', 'zh-Hant', 'zh-Hans'],
  ['滿意度 本月', 'zh-Hans', 'zh-Hant'],
  ['csat last week', 'zh-Hant', 'en'],
  ['csat', 'zh-Hant', 'zh-Hant'],
] as const)('%s by who reads %s is answered in %s', (text, own, answered) => {
  expect(languageOf(text, own)).toBe(answered)
})
