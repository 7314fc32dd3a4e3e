import { strFromU8, unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { ROUTES } from '../../adapters/slack/http.ts'
import { manifest, SCOPES } from '../../adapters/slack/manifest.ts'
import { appPackage } from '../../adapters/teams/manifest.ts'

const BOT = '7a2c0d5e-7c4b-4b1e-9b56-1f5c2f0b9a11'

/** Width and height stand at a fixed place of every PNG. */
const sizeOf = (png: Uint8Array) => {
  const view = new DataView(png.buffer, png.byteOffset)
  return [view.getUint32(16), view.getUint32(20)]
}

test('the Teams package holds a manifest that is within the limits, and both pictures in their sizes', () => {
  const files = unzipSync(appPackage(BOT, 'https://bot.example/'))
  expect(Object.keys(files).toSorted()).toEqual(['color.png', 'manifest.json', 'outline.png'])
  expect(sizeOf(files['color.png'] ?? new Uint8Array(24))).toEqual([192, 192])
  expect(sizeOf(files['outline.png'] ?? new Uint8Array(24))).toEqual([32, 32])
  const { name, description, bots, id, validDomains } = JSON.parse(
    strFromU8(files['manifest.json'] ?? new Uint8Array()),
  )
  expect(name.short.length).toBeLessThanOrEqual(30)
  expect(description.short.length).toBeLessThanOrEqual(80)
  expect(bots).toMatchObject([{ botId: BOT, scopes: ['personal', 'team', 'groupChat'] }])
  for (const { title, description: said } of bots[0].commandLists[0].commands)
    expect([title.length <= 32, said.length <= 128]).toEqual([true, true])
  expect(id).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/)
  expect(id).not.toBe(BOT)
  expect(validDomains).toEqual(['bot.example'])
  expect(appPackage(BOT, 'https://bot.example/')).toEqual(appPackage(BOT, 'https://bot.example/'))
})

test('the Slack manifest asks for all scopes, and names our addresses only where Slack calls them', () => {
  const [overHttp, socket] = [manifest('https://bot.example/'), manifest(null)].map((text) => JSON.parse(text))
  expect(overHttp.oauth_config.scopes.bot).toEqual(SCOPES)
  expect(overHttp.settings).toMatchObject({
    socket_mode_enabled: false,
    event_subscriptions: { request_url: `https://bot.example${ROUTES.events}` },
    interactivity: { request_url: `https://bot.example${ROUTES.interactivity}` },
  })
  expect(socket.settings.socket_mode_enabled).toBe(true)
  expect(JSON.stringify(socket)).not.toContain('https://')
})
