import { expect, test } from 'vitest';
import { clientAddress } from '#app/server/client-address.ts';

test.each([
  ['the connection counts where no proxy is configured, whatever a header says', '192.0.2.7', '203.0.113.9', 0, '192.0.2.7'],
  ['behind one proxy, the last address in the header counts', '10.0.0.1', '203.0.113.9', 1, '203.0.113.9'],
  ['what a client wrote into the header itself stands further left and is ignored', '10.0.0.1', '1.2.3.4, 203.0.113.9', 1, '203.0.113.9'],
  ['behind two proxies, the last but one counts', '10.0.0.1', '1.2.3.4, 203.0.113.9, 10.0.0.2', 2, '203.0.113.9'],
  ['a header shorter than the row of proxies is not believed', '10.0.0.1', '203.0.113.9', 2, '10.0.0.1'],
  ['no header: the connection counts', '10.0.0.1', undefined, 1, '10.0.0.1'],
  ['an IPv4 address in IPv6 form is the same address', '::ffff:192.0.2.7', undefined, 0, '192.0.2.7'],
  ['a port is no part of it', '10.0.0.1', '203.0.113.9:4711', 1, '203.0.113.9'],
  ['of IPv6 the network counts', '2001:db8:1:2:3:4:5:6', undefined, 0, '2001:db8:1:2::/64'],
  ['of short IPv6 too', '2001:db8::6', undefined, 0, '2001:db8:0:0::/64'],
  ['of IPv6 in brackets too', '10.0.0.1', '[2001:DB8:1:2::6]:4711', 1, '2001:db8:1:2::/64'],
  ['a connection without an address has a name of its own', undefined, undefined, 0, 'unknown'],
])('%s', (_, connection, forwarded, proxies, address) => {
  expect(clientAddress(connection, forwarded, proxies)).toBe(address);
});
