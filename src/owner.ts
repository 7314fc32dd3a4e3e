/** Whoever can read the terminal of the embedded default owns the machine, and so the bot. */
export const OWNER = {
  id: 'owner',
  name: 'Owner',
  roles: ['agent', 'lead', 'manager', 'admin'],
  teams: [],
  locale: null,
}
