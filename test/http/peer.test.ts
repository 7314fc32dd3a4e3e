import { expect, test } from 'vitest'
import { peerOf } from '../../src/http/peer.ts'

test.each([
  ['a customer straight from the internet', '203.0.113.9', undefined, '203.0.113.9'],
  ['who writes themselves another address', '203.0.113.9', '198.51.100.1', '203.0.113.9'],
  ['behind a proxy on this machine', '127.0.0.1', '203.0.113.9', '203.0.113.9'],
  ['behind two proxies of our network', '::ffff:10.0.0.2', '203.0.113.9, 192.168.3.4', '203.0.113.9'],
  ['who writes a false beginning before a proxy', '172.18.0.1', '8.8.8.8, 203.0.113.9', '203.0.113.9'],
  ['behind a proxy that writes the port', '127.0.0.1', '203.0.113.9:51234, 10.0.0.7:80', '203.0.113.9'],
  ['the same with IPv6', '127.0.0.1', '[2001:db8:1:2::9]:443', '2001:db8:1:2'],
  ['IPv6 in brackets without a port', '127.0.0.1', '[2001:db8:1:2::9]', '2001:db8:1:2'],
  ['a household with IPv6', '2001:db8:1:2:aaaa::1', undefined, '2001:db8:1:2'],
  ['the same household', '::1', '2001:0db8:1:2::9', '2001:db8:1:2'],
  ['this machine', '::1', undefined, null],
  ['a proxy that names nobody', '10.1.2.3', undefined, null],
  ['a neighbour behind a proxy of ours', '127.0.0.1', '192.168.7.7', null],
  ['nonsense', '127.0.0.1', 'unknown', null],
  ['a connection that is gone', undefined, undefined, null],
])('%s', (_who, connection, forwarded, peer) => {
  expect(peerOf(connection, forwarded)).toBe(peer)
})
