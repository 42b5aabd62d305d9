import { isIPv4, isIPv6 } from 'node:net';

const MAPPED_IPV4 = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i;

/** The network an address lies in, so that nobody's whereabouts are kept: /24 of IPv4, /48 of IPv6; null if it is none. */
export function ipPrefix(address: string | undefined): string | null {
  const ip = address?.replace(MAPPED_IPV4, '$1') ?? '';
  if (isIPv4(ip)) return `${ip.split('.').slice(0, 3).join('.')}.0/24`;
  return isIPv6(ip) ? `${leadingGroups(ip, 3)}::/48` : null;
}

/** What a limit counts as one place: an IPv4 address, or the /64 that one IPv6 household has. */
export function networkOf(address: string): string {
  const ip = address.replace(MAPPED_IPV4, '$1');
  return isIPv6(ip) ? `${leadingGroups(ip, 4)}::/64` : ip;
}

function leadingGroups(ipv6: string, count: number): string {
  const [head = '', tail] = (ipv6.split('%')[0] ?? '').split('::');
  const before = head.split(':').filter(Boolean);
  const after = (tail ?? '').split(':').filter(Boolean);
  const zeros = Array<string>(Math.max(0, 8 - before.length - after.length)).fill('0');
  const groups = [...before, ...zeros, ...after].slice(0, count);
  return groups.map((group) => Number.parseInt(group, 16).toString(16)).join(':');
}
