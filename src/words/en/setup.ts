export const setup = {
  'setup.line': '{mark} {name}: {said}',
  'setup.ask': '{where}\n{variable}',
  'setup.ask_again': '{where} Enter keeps what is set.\n{variable}',
  'setup.ask_optional_again': '{where} Enter keeps what is set, a dash (-) empties it.\n{variable}',
  'setup.made': '{variable} was made up for you.',
  'setup.kept': '{variable} is set already; it is kept.',
  'setup.missing': '{variable} is missing. {where}',
  'setup.takeaway': 'Written: {file}. {what}',
  'setup.written': 'Written to {file}, readable by you alone: {variables}.',
  'setup.not_written': 'Nothing was written. Mend what is marked ✗ and run the command again.',
  'setup.again': 'Nothing was written. Answer again what is marked ✗; Enter keeps the rest, Ctrl-C stops.',
  'setup.stopped': 'Stopped; no setting was kept.',
  'setup.next': 'Restart the bot. `npm run --silent afterword -- doctor` shows how it stands.',
  'setup.wrong': '{variable} {problem}',
  'setup.refused': '{platform} does not accept {variable} ({reason}). Copy it anew, whole, from where it is shown.',
  'setup.away': '{platform} did not answer ({reason}). Check the network and any proxy; then run the command again.',
  'setup.failed': '{platform} refused ({reason}).',

  'setup.telegram.token':
    'In Telegram, write /newbot to @BotFather; the token is in its answer (for an existing bot: /token).',
  'setup.telegram.secret':
    'For web hooks: 16–256 letters and digits of your choice. Left empty, the bot asks Telegram itself, which is simpler.',
  'setup.telegram.is': 'The token is good; the bot is {bot}.',
  'setup.telegram.refused':
    'Telegram does not accept TELEGRAM_BOT_TOKEN. Copy it anew from @BotFather (/token); an older one ends with /revoke.',
  'setup.telegram.hook': 'Telegram calls {wanted}.',
  'setup.telegram.hook_elsewhere':
    'Telegram does not call {wanted} yet. Start the bot: it says so to Telegram. If it runs, check PUBLIC_URL.',
  'setup.telegram.hook_fails':
    'Telegram cannot deliver to {wanted} ({error}); {waiting} updates wait. Check that the address is reachable with a valid certificate.',
  'setup.telegram.done': 'Telegram has the menu of commands and knows where updates go.',

  'setup.slack.public':
    'The public https address of the bot. Left empty, the bot connects to Slack itself (Socket Mode) and needs none.',
  'setup.slack.manifest':
    'At https://api.slack.com/apps choose “Create New App”, “From a manifest”, and paste it. Then “Install to Workspace”.',
  'setup.slack.token': 'In the app’s settings, “OAuth & Permissions”: the Bot User OAuth Token, xoxb-…',
  'setup.slack.app':
    'In the app’s settings, “Basic Information”, “App-Level Tokens”: make one with the scope connections:write, xapp-…',
  'setup.slack.secret': 'In the app’s settings, “Basic Information”: the Signing Secret.',
  'setup.slack.is': 'The token is good; the bot is {user} in {team}.',
  'setup.slack.scopes':
    'The app lacks the scopes {scopes}. Add them under “OAuth & Permissions”, install the app again, and copy the new token.',
  'setup.slack.socket': 'Socket Mode opens.',
  'setup.slack.signed': 'Slack answers, and the clocks agree, so its signatures hold.',
  'setup.slack.clock':
    'This machine’s clock differs from Slack’s by {seconds} seconds; from 300 on signatures are refused. Set it by NTP.',
  'setup.slack.done': 'Invite the bot to the channels where it should answer: /invite @Afterword.',

  'setup.teams.id':
    'In the Azure portal, make an “Azure Bot” (single tenant). Under “Configuration”: the Microsoft App ID.',
  'setup.teams.public': 'The public https address of the bot, which Teams calls.',
  'setup.teams.secret': 'At the same place “Manage Password”, “New client secret”: its value, not its id.',
  'setup.teams.tenant':
    'At the same place, the App Tenant ID. Only an older multi-tenant bot has none: then leave it empty.',
  'setup.teams.package':
    'In Teams choose “Apps”, “Manage your apps”, “Upload an app”, and upload it; for everybody, an administrator does.',
  'setup.teams.is': 'Microsoft accepts the app id and its secret.',
  'setup.teams.refused':
    'Microsoft does not accept the app. Check TEAMS_APP_ID and TEAMS_TENANT_ID, and that TEAMS_APP_PASSWORD is the value of a client secret that has not expired.',
  'setup.teams.done':
    'In the Azure portal, under “Configuration”, set the messaging endpoint to {wanted}, and add the channel “Microsoft Teams”.',

  'setup.webhook.url': 'The address of your connector, to which messages go; see docs/webhook.md.',
  'setup.webhook.secret': 'The Standard Webhooks secret of both sides, whsec_…; left empty, one is made.',
  'setup.webhook.answers': '{host} answers.',
  'setup.webhook.done': 'Give the same WEBHOOK_SECRET to your connector.',

  'doctor.settings': 'Settings',
  'doctor.setting': '{problem}',
  'doctor.settings_good': 'The environment, {file} and the flows are as they should be.',
  'doctor.database': 'Database',
  'doctor.database_embedded': 'The bot brings its own PostgreSQL, in {folder}.',
  'doctor.database_good': 'PostgreSQL {version} answers.',
  'doctor.database_old': 'PostgreSQL {version} is too old; 15 or newer is needed.',
  'doctor.database_away': 'PostgreSQL does not answer ({reason}). Check DATABASE_URL, the network and the server.',
  'doctor.public': 'Address',
  'doctor.public_good': 'The bot answers at {url}.',
  'doctor.public_none':
    'PUBLIC_URL is not set: platforms cannot call the bot. Needed only for web hooks and the web chat.',
  'doctor.public_away':
    'The bot does not answer at {url} ({reason}). Start it, and check the proxy and its certificate; {url} must lead to port {port}.',
  'doctor.off': 'Not set up. `npm run --silent afterword -- setup {name}` does it.',
  'doctor.good': 'All is well.',
  'doctor.bad': '{count, plural, one {One thing} other {# things}} to mend, marked ✗.',
} as const
