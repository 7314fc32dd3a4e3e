import { BlockList, isIP } from 'node:net'

/** Loopback, private, link-local and unique local addresses: this machine, its network, its proxies. */
const NEAR = new BlockList()
for (const [net, prefix] of [
  ['127.0.0.0', 8],
  ['10.0.0.0', 8],
  ['172.16.0.0', 12],
  ['192.168.0.0', 16],
  ['169.254.0.0', 16],
  ['100.64.0.0', 10], // shared by carriers, and by the proxies of some clouds
] as const)
  NEAR.addSubnet(net, prefix, 'ipv4')
for (const [net, prefix] of [
  ['::1', 128],
  ['fe80::', 10],
  ['fc00::', 7],
] as const)
  NEAR.addSubnet(net, prefix, 'ipv6')

/**
 * Who asks, by network address: that of the connection, or, where it came through proxies of our own network, the first public one
 * that they tell of (`X-Forwarded-For`, read from its end, so that nobody on the internet can write themselves another; whose own
 * address is one of a near network can, as if they were a proxy). Null when there is none: then it tells nobody apart. An IPv6
 * household has 2^64 addresses and is one peer.
 */
export function peerOf(connection: string | undefined, forwarded: string | undefined): string | null {
  const path = [...(forwarded ?? '').split(','), connection ?? ''].map(plain)
  for (const address of path.reverse()) {
    const version = isIP(address)
    if (version === 0) return null
    if (NEAR.check(address, version === 6 ? 'ipv6' : 'ipv4')) continue
    return version === 6 ? networkOf(address) : address
  }
  return null
}

/** An address without what proxies write around it: a port, the brackets of IPv6, its form for IPv4. */
const plain = (written: string): string =>
  written
    .trim()
    .replace(/^\[(.*)\](?::\d+)?$/, '$1')
    .replace(/^([\d.]+):\d+$/, '$1')
    .replace(/^::ffff:/i, '')

/** The first 64 bits of an IPv6 address. */
function networkOf(address: string): string {
  const [head = '', tail] = address.split('::')
  const front = head.split(':').filter(Boolean)
  const back = (tail ?? '').split(':').filter(Boolean)
  const zeros = tail === undefined ? 0 : 8 - front.length - back.length
  const groups = [...front, ...Array<string>(zeros).fill('0'), ...back]
  return groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':')
}
