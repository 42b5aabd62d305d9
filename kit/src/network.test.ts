import { expect, test } from 'vitest';
import { ipPrefix, networkOf } from './network.ts';

test.each([
  ['203.0.113.77', '203.0.113.0/24', '203.0.113.77'],
  ['::ffff:203.0.113.77', '203.0.113.0/24', '203.0.113.77'],
  ['2001:0DB8:7:8:1:2:3:4', '2001:db8:7::/48', '2001:db8:7:8::/64'],
  ['2001:db8::1', '2001:db8:0::/48', '2001:db8:0:0::/64'],
  ['::1', '0:0:0::/48', '0:0:0:0::/64'],
  ['fe80::1%eth0', 'fe80:0:0::/48', 'fe80:0:0:0::/64'],
])('%s lies in %s and counts as %s', (address, prefix, network) => {
  expect(ipPrefix(address)).toBe(prefix);
  expect(networkOf(address)).toBe(network);
});

test.each([undefined, '', 'localhost', '1.2.3', ':::'])('%s lies nowhere', (address) => {
  expect(ipPrefix(address)).toBeNull();
});
