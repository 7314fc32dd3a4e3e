import type { Locale } from '../locale.ts'
import { fold } from '../text/fold.ts'
import { language, tellsNoScript } from '../text/language.ts'

type Command = 'scores' | 'verbatims' | 'keywords' | 'tasks' | 'help'

interface CommandWords {
  readonly command: Command
  /** Only say which command it is, and are taken off. */
  readonly heads: readonly string[]
  /** Say something to the command as well, and stay: "csat last week". */
  readonly subjects: readonly string[]
}

/** What a message to the bot may begin with; Traditional script, case and full width are levelled before the match. */
export const COMMANDS: readonly CommandWords[] = [
  {
    command: 'scores',
    heads: ['scores', 'score', '满意度', '得分', '评分', '分数', '成绩'],
    subjects: [
      'csat',
      'nps',
      'ces',
      'satisfaction',
      '客户满意度',
      '顾客满意度',
      '净推荐值',
      '推荐值',
      '费力度',
      '客户费力度',
      '便捷度',
      '推荐意愿',
      'trend',
      'ranking',
      '趋势',
      '走势',
    ],
  },
  {
    command: 'verbatims',
    heads: [
      'verbatims',
      'verbatim',
      'comments',
      'customer words',
      '客户原话',
      '顾客原话',
      '原话',
      '客户留言',
      '留言',
      '评论',
    ],
    subjects: [],
  },
  {
    command: 'keywords',
    heads: ['keywords', 'key words', 'top words', 'words', '关键词', '关键字', '热词', '高频词'],
    subjects: [],
  },
  {
    command: 'tasks',
    heads: [
      'tasks',
      'task',
      'my tasks',
      'overdue tasks',
      'my overdue tasks',
      '任务',
      '任务列表',
      '我的任务',
      '逾期任务',
      '超时任务',
      '我的逾期任务',
      '待办',
      '待办事项',
      '我的待办',
    ],
    subjects: [],
  },
  { command: 'help', heads: ['help', 'commands', '?', '帮助', '说明', '指令', '命令'], subjects: [] },
]

interface Head {
  command: Command
  word: string
  subject: boolean
}

const HEADS: readonly Head[] = COMMANDS.flatMap(({ command, heads, subjects }) => [
  ...heads.map((word) => ({ command, word: fold(word).text, subject: false })),
  ...subjects.map((word) => ({ command, word: fold(word).text, subject: true })),
]).sort((a, b) => b.word.length - a.word.length)

const RUNS_ON: readonly Command[] = ['scores', 'verbatims', 'keywords']
const LETTER = /[\p{L}\p{N}_]/u
const HAN = /\p{Script=Han}/u

/** The head a folded text begins with and where it ends, or null. */
function headOf(folded: string): { head: Head; end: number } | null {
  const start = /^\s*\/?\s*/.exec(folded)?.[0].length ?? 0
  for (const head of HEADS) {
    if (!folded.startsWith(head.word, start)) continue
    const end = start + head.word.length
    const after = folded.charAt(end)
    // "满意度近7天" runs on as Chinese does; "任务完成了吗" is talk, not a command.
    const runsOn = RUNS_ON.includes(head.command) && HAN.test(head.word)
    if (runsOn || !LETTER.test(after)) return { head, end }
  }
  return null
}

/** The command a message begins with, with or without its slash, in either language and script; null if it is none. */
export function commandOf(text: string): Command | null {
  return headOf(fold(text).text)?.head.command ?? null
}

/** How many UTF-16 units of the text are its command word ("/scores", "满意度") and say nothing else; 0 if there are none. */
export function headLength(text: string): number {
  const folded = fold(text)
  const found = headOf(folded.text)
  if (!found || found.head.subject) return 0
  // In a Telegram group a command may name its bot: "/scores@afterword_bot".
  const bot = /^@\w+/.exec(folded.text.slice(found.end))?.[0].length ?? 0
  return folded.end(found.end + bot - 1)
}

/** What is called the same in every language. */
const METRICS = /\b(?:csat|nps|ces)\b/gi

/** The language that a question is in, and its answer: Chinese in either script, English words, else the asker's own, as is a script that no character tells. */
export function languageOf(text: string, own: Locale = 'en'): Locale {
  if (HAN.test(text) && own !== 'en' && tellsNoScript(text)) return own
  if (HAN.test(text)) return language(text) === 'zh-Hant' ? 'zh-Hant' : 'zh-Hans'
  return /[a-z]{2}/i.test(text.slice(headLength(text)).replace(METRICS, '')) ? 'en' : own
}
