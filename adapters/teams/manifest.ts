import { createHash } from 'node:crypto'
import { strToU8, zipSync } from 'fflate'
import { icons } from './icons.ts'

const COMMANDS: [title: string, description: string][] = [
  ['scores', 'A score and how sure it is: scores last 7d by team · 评分'],
  ['tasks', 'What is open · 任务'],
  ['help', 'What you can ask · 帮助'],
]

/**
 * The app package that is uploaded to Teams: manifest and icons in a zip. The same id gives the same package.
 * Source: learn.microsoft.com, “Public developer app manifest schema”.
 */
export function appPackage(appId: string, publicUrl: string): Uint8Array {
  const { origin, host } = new URL(publicUrl)
  const manifest = {
    $schema: 'https://developer.microsoft.com/json-schemas/teams/v1.19/MicrosoftTeams.schema.json',
    manifestVersion: '1.19',
    version: '1.0.0',
    id: derivedId(appId),
    name: { short: 'Afterword', full: 'Afterword customer feedback' },
    description: {
      short: 'How a service went, and what to do about it.',
      full: 'Asks customers how a service went, hands every bad experience to somebody until it is put right, and tells managers their scores.',
    },
    developer: { name: host.slice(0, 32), websiteUrl: origin, privacyUrl: origin, termsOfUseUrl: origin },
    icons: { color: 'color.png', outline: 'outline.png' },
    accentColor: '#176B5B',
    bots: [
      {
        botId: appId,
        scopes: ['personal', 'team', 'groupChat'],
        supportsFiles: false,
        isNotificationOnly: false,
        commandLists: [
          {
            scopes: ['personal', 'team', 'groupChat'],
            commands: COMMANDS.map(([title, description]) => ({ title, description })),
          },
        ],
      },
    ],
    validDomains: [host],
  }
  const files = { 'manifest.json': strToU8(JSON.stringify(manifest, null, 2)), ...icons }
  return zipSync(files, { mtime: new Date('2026-01-01T00:00:00Z') })
}

/** The app's own id has to differ from the bot's: a UUID (version 8) of the bot's. */
function derivedId(appId: string): string {
  const hex = createHash('sha256').update(`afterword teams app ${appId.toLowerCase()}`).digest('hex')
  return hex.replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12}).*$/, '$1-$2-8$3-8$4-$5')
}
