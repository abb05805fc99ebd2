/** Where a request comes from, for limits on how often one place may try. */

/**
 * Returns the address of the client. With `proxies` = 0 it is the connection's own, and X-Forwarded-For is not looked at: whoever sends a
 * request can write it. Behind n proxies of ours each has added the address that it saw at the end of that header, so the client's is
 * the nth from the end; where the header is shorter, it did not come through them all and the connection's address counts.
 * IPv6 addresses count by their first 64 bits, since one household has all of them.
 */
export function clientAddress(connection: string | undefined, forwardedFor: string | undefined, proxies: number): string {
  const hops = (forwardedFor ?? '').split(',').map((hop) => hop.trim());
  const address = (proxies > 0 && hops[hops.length - proxies]) || connection || 'unknown';
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '').replace(/^\[|\](:\d+)?$/g, '');
  return plain.includes(':') && !plain.includes('.') ? network(plain) : plain.replace(/:\d+$/, '');
}

/** The first four groups of an IPv6 address, `::` written out. */
function network(address: string): string {
  const [head = '', tail] = address.toLowerCase().split('%')[0]?.split('::') ?? [];
  const groups = (part: string | undefined) => (part ? part.split(':') : []);
  const [before, after] = [groups(head), groups(tail)];
  const zeros = tail === undefined ? [] : Array.from({ length: Math.max(0, 8 - before.length - after.length) }, () => '0');
  return `${[...before, ...zeros, ...after].slice(0, 4).join(':')}::/64`;
}
