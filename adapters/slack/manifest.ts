import { ROUTES } from './http.ts'

/** What the bot does in a workspace needs these and no more. Source: each method's page at docs.slack.dev/reference/methods. */
export const SCOPES = [
  'app_mentions:read',
  'channels:history',
  'chat:write',
  'commands',
  'files:read',
  'files:write',
  'groups:history',
  'im:history',
  'im:write',
  'users:read',
]

const EVENTS = ['app_home_opened', 'app_mention', 'message.channels', 'message.groups', 'message.im', 'user_change']

const COMMANDS: [command: string, description: string, hint: string][] = [
  ['/afterword', 'Scores, tasks, help · 评分、任务、帮助', 'scores last 7d by team'],
  ['/scores', 'A score and how sure it is · 评分', 'last 7d by team'],
]

/**
 * The manifest from which Slack makes the app: over HTTP at `publicUrl`, or in Socket Mode where it is null.
 * Source: docs.slack.dev/reference/app-manifest.
 */
export function manifest(publicUrl: string | null): string {
  const url = <Name extends string>(name: Name, route: string) =>
    publicUrl === null ? {} : { [name]: new URL(route, publicUrl).href }
  return `${JSON.stringify(
    {
      display_information: {
        name: 'Afterword',
        description: 'Asks customers how a service went, and closes the loop on every bad experience.',
        background_color: '#176b5b',
      },
      features: {
        app_home: { home_tab_enabled: true, messages_tab_enabled: true, messages_tab_read_only_enabled: false },
        bot_user: { display_name: 'Afterword', always_online: true },
        slash_commands: COMMANDS.map(([command, description, usage_hint]) => ({
          command,
          description,
          usage_hint,
          should_escape: false,
          ...url('url', ROUTES.commands),
        })),
      },
      oauth_config: { scopes: { bot: SCOPES } },
      settings: {
        event_subscriptions: { bot_events: EVENTS, ...url('request_url', ROUTES.events) },
        interactivity: { is_enabled: true, ...url('request_url', ROUTES.interactivity) },
        org_deploy_enabled: false,
        socket_mode_enabled: publicUrl === null,
        token_rotation_enabled: false,
      },
    },
    null,
    2,
  )}\n`
}
