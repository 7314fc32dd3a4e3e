export const bot = {
  'bot.idle':
    'Thanks for writing. There is no open question for you right now; after your next service I will ask how it went.',
  'bot.stranger': 'These commands are for our staff. If you work here, please ask an administrator for access.',
  'bot.expired_button': 'That button no longer does anything.',
  'bot.failed': 'Sorry, something went wrong on our side. Your message is kept, and somebody will look at it.',
  'bot.unreadable': 'Sorry, I can only read text. Could you write it in words?',
  'bot.help':
    'You can ask:\n• {scores}\n• {scores_by}\n• {verbatims}\n• {keywords}\n• tasks — what is open\n• help — this list\nScores come with the number of answers (n) and a 95% interval. Periods: today, yesterday, last 7d, this month, 2026-10-01..2026-10-31. Break down by team, agent, channel, flow, day, week or month.',
  'bot.not_allowed': 'Your role does not include this. Ask an administrator if you need it.',
  'bot.tasks_none': 'Nothing is open.',
  'bot.tasks_own': 'yours',
  'bot.tasks_overdue': 'overdue',
  'bot.tasks_none_such': 'None such is open.',
  'bot.tasks_title': '{count, plural, one {# open task} other {# open tasks}}',
  'bot.link': 'Within ten minutes, write this to me on your other channel:\nlink {code}',
  'bot.link_alone': 'Only you may see the code: write link to me in a direct message.',
  'bot.linked': 'Done. I know you here now; your tasks and commands work on this channel too.',
  'bot.linked_elsewhere':
    'You are now known on {channel} too. If that was not you, have it withdrawn at once by whoever runs me: afterword key --withdraw {id}',
  'bot.link_unknown':
    'This code is not known, or it is used or too old. Ask for a new one by writing link where I know you already.',
  'bot.thread_edit': 'The customer has what you first wrote; a change does not reach them. Write it again here.',
  'bot.thread_file': 'A file does not reach the customer: only words do.',
  'bot.thread_caption': 'The customer has your words, without the file: files do not reach them.',
  'bot.menu.help': 'What you can do here',
  'bot.menu.human': 'Ask for a person',
  'bot.menu.skip': 'Skip this question',
  'bot.menu.stop': 'End the questions',
  'bot.menu.unsubscribe': 'Be asked no more',
} as const
