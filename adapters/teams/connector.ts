import type { Activity } from 'botbuilder'
import type { Places, TeamsDeps } from './deps.ts'
import { Refused, refusalOf, Unanswered } from './errors.ts'
import { openLogin } from './login.ts'
import { isChannel, isGroup, withoutThread } from './person.ts'

/** Where an activity goes. */
export interface Target {
  service: string
  conversation: string
  /** Teams refuses some messages that do not name it. */
  tenant: string | null
}

export interface Connector {
  /** @returns the activity's id, where Teams tells it. @throws Refused, Unanswered, NotLoggedIn */
  post(target: Target, activity: Partial<Activity>): Promise<string | undefined>
  /** Puts `activity` in the place of the one with that id. @throws as `post` */
  replace(target: Target, id: string, activity: Partial<Activity>): Promise<void>
  /** The chat of the bot with a person, made if there is none. @returns its id. @throws as `post` */
  open(service: string, person: string, tenant: string): Promise<string>
}

/**
 * The Bot Framework's own client, loaded when it is first needed (measured: 470 ms and 55 MB, which a deployment without Teams is spared).
 * Its HTTP is ours: it would log in by itself only at Microsoft's, and try again up to three times by itself, where the outbox
 * does that; a refusal thrown from below, and not returned, is the one thing that it hands through untouched.
 */
export async function openConnector(deps: TeamsDeps, places: Places): Promise<Connector> {
  const { CloudAdapter, ConfigurationBotFrameworkAuthentication } = await import('botbuilder')
  const { appId, timeout = 10_000 } = deps
  const login = openLogin(deps, places)

  type Options = NonNullable<ConstructorParameters<typeof ConfigurationBotFrameworkAuthentication>[4]>
  type HttpClient = NonNullable<Options['httpClient']>

  const httpClient: HttpClient = {
    async sendRequest(request) {
      const token = await login.token()
      const response = await fetch(request.url, {
        method: request.method,
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json; charset=utf-8' },
        body: typeof request.body === 'string' ? request.body : null,
        redirect: 'error', // a redirect would carry the token elsewhere
        signal: AbortSignal.timeout(timeout),
      }).catch((error: unknown) => {
        throw new Unanswered(error)
      })
      if (response.status === 401) login.forget()
      if (!response.ok) throw await refusalOf(response)
      const headers = request.headers.clone()
      headers.set('content-type', 'application/json')
      const bodyAsText = await response.text().catch((error: unknown) => {
        throw new Unanswered(error)
      })
      return { request, status: response.status, headers, bodyAsText }
    },
  }
  const credentials = {
    isValidAppId: async (id: string) => id === appId,
    isAuthenticationDisabled: async () => false,
    createCredentials: async () => ({ signRequest: async <T>(request: T) => request }),
  }
  const adapter = new CloudAdapter(
    new ConfigurationBotFrameworkAuthentication({}, credentials, undefined, undefined, { httpClient }),
  )
  const reference = ({ service, conversation, tenant }: Target) => ({
    channelId: 'msteams',
    serviceUrl: service,
    bot: { id: `28:${appId}`, name: '' },
    conversation: {
      id: conversation,
      ...kindOf(conversation),
      name: '',
      ...(tenant !== null && { tenantId: tenant }),
    },
  })

  return {
    async post(target, activity) {
      let id: string | undefined
      await adapter.continueConversationAsync(appId, reference(target), async (context) => {
        context.activity.id = '' // else it would be sent as a reply to an activity that the SDK has invented
        id = (await context.sendActivity({ type: 'message', ...activity }))?.id
      })
      return id || undefined
    },
    async replace(target, id, activity) {
      await adapter.continueConversationAsync(appId, reference(target), async (context) => {
        await context.updateActivity({ type: 'message', ...activity, id })
      })
    },
    async open(service, person, tenant) {
      let id = ''
      const parameters = {
        isGroup: false,
        bot: { id: `28:${appId}`, name: '' },
        members: [{ id: person, name: '' }],
        tenantId: tenant,
        channelData: { tenant: { id: tenant } },
      }
      await adapter.createConversationAsync(appId, 'msteams', service, '', parameters, async (context) => {
        id = context.activity.conversation.id
      })
      if (id === '') throw new Refused(502, 'no conversation', undefined)
      return id
    },
  }
}

/** Teams tells it of every conversation, and Microsoft's own client for trying out bots wants it back. */
const kindOf = (conversation: string): { isGroup: boolean; conversationType: string } =>
  isGroup(withoutThread(conversation))
    ? { isGroup: true, conversationType: isChannel(conversation) ? 'channel' : 'groupChat' }
    : { isGroup: false, conversationType: 'personal' }
