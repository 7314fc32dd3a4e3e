/** What the page itself says, in English; the other languages carry the same ids. */
export const en = {
  title: 'Afterword',
  chatTitle: 'Your feedback',
  language: 'Language',
  theme: 'Appearance',
  themes: { auto: 'System theme', light: 'Light theme', dark: 'Dark theme' },
  panes: 'Conversations',
  earlier: 'Show earlier messages',
  newest: 'Newest messages',
  unreachable: 'The server cannot be reached at the moment. Nothing is lost: please try again.',
  lost: 'Connection lost. Reconnecting…',
  connecting: 'Connecting…',
  close: 'Close',
  copied: 'Copied',
  copy: 'Copy',

  customer: {
    name: 'Customer',
    about: 'What your customer sees',
    fresh: 'New customer',
    language: 'Customer’s language',
    log: 'Conversation with the customer',
    empty: 'No messages yet',
    emptyHint: 'End a service above, and the question arrives here.',
    greeting: 'Welcome',
    greetingHint: 'After a service we ask here how it went; it takes a minute. You can also just write to us.',
    write: 'Write a message',
    send: 'Send',
    sending: 'Sending',
    again: 'Send again',
    notSent: 'Not sent.',
    answered: (answer: string) => `Your answer: ${answer}`,
    you: 'You',
    bot: 'Afterword',
  },

  trigger: {
    name: 'End a service',
    agent: 'Agent',
    team: 'Team',
    press: 'A service has just ended',
    agents: { anna: 'Anna', ben: 'Ben', lin: 'Lin' },
    teams: { support: 'Support', refunds: 'Refunds' },
    visitor: (mark: string) => `Visitor ${mark}`,
    locked: 'Ending a service takes a manager’s key.',
  },

  agent: {
    name: 'Agent',
    about: 'Follow-ups that need somebody',
    list: 'Tasks',
    empty: 'Nothing to follow up',
    emptyHint: 'When a customer is unhappy, the task appears here at once.',
    groups: { todo: 'To do', waiting: 'Waiting for the customer', done: 'Done' },
    tones: { urgent: 'Urgent', open: 'Open', waiting: 'Waiting', done: 'Done' },
    todo: (n: number) => (n === 1 ? '1 task to do' : `${n} tasks to do`),
    said: 'The customer’s words',
    history: 'History',
    facts: 'Details',
    actions: 'What to do',
  },

  manager: {
    name: 'Manager',
    about: 'Ask how things are going',
    log: 'Conversation with the manager',
    empty: 'Ask in plain words',
    emptyHint: 'A score comes with the number of answers and how certain it is.',
    write: 'Ask for a score',
    send: 'Ask',
    examples: 'Examples',
    chips: ['/scores last 7d by team', '/scores last 30d', '/tasks', '/help'],
  },

  data: {
    open: 'Data as a table',
    what: 'Group',
    value: 'Score',
    interval: '95% interval',
    n: 'Answers',
  },

  locked: {
    title: 'For staff only',
    how: 'Get a key with this command, then open the address it prints:',
    refused: 'This key has been used or has expired. Get a new one with this command:',
    unreachable: 'The server cannot be reached. Trying again…',
  },

  form: {
    required: 'required',
    choose: 'Please choose',
    cancel: 'Cancel',
    sending: 'Sending…',
  },
}

export type Words = typeof en
