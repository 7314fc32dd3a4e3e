/** All that the Teams channel needs of the rest of the product. */
export interface TeamsDeps {
  /** Id of the bot's app registration (a GUID), the audience of what Teams sends. */
  appId: string
  /** Its client secret. */
  appPassword: string
  /** The tenant of the app registration; null: an older multi-tenant bot, which writes only to who has written or installed it. */
  tenant: string | null
  /** Where log-in, signing keys and the connector are found instead of at Microsoft's; ends with a slash. */
  apiUrl?: string
  /** Milliseconds since the epoch. */
  now(): number
  /** What failed after the platform had been answered. Holds no words of a person and no secret. */
  onError(error: unknown): void
  /** Milliseconds until a call to Microsoft is given up; 10,000 by default. */
  timeout?: number
}

/** Microsoft's addresses, or those of a stand-in. Source: the Bot Connector authentication page at learn.microsoft.com. */
export interface Places {
  login: string
  openId: string
  /** Where a conversation is opened with somebody of whom only the id is known; it serves all regions. */
  service: string
}

export const placesOf = ({ apiUrl, tenant }: Pick<TeamsDeps, 'apiUrl' | 'tenant'>): Places => ({
  login: `${apiUrl ?? 'https://login.microsoftonline.com/'}${tenant ?? 'botframework.com'}/oauth2/v2.0/token`,
  openId: `${apiUrl ?? 'https://login.botframework.com/'}v1/.well-known/openidconfiguration`,
  service: `${apiUrl ?? 'https://smba.trafficmanager.net/'}teams/`,
})
