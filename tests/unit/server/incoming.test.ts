import { once } from 'node:events';
import { connect } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { bodyLimitOf } from '#app/server/body-limits.ts';
import { echo, ours, page, wire } from './wire.ts';

const kilobyte = 'x'.repeat(1024);

describe('a form', () => {
  test('arrives whole, with its method, address and headers', async () => {
    const { ask, port, calls } = await wire(echo);
    const headers = { ...ours, 'Content-Type': 'application/x-www-form-urlencoded' };
    const { text } = await ask({ method: 'POST', path: '/a/b?c=d', headers, body: ['option=', 'b&key=ü'] });
    expect(text).toBe('option=b&key=ü');
    expect(calls[0]?.method).toBe('POST');
    expect(calls[0]?.url).toBe(`http://127.0.0.1:${port}/a/b?c=d`);
    expect(calls[0]?.headers.get('Content-Type')).toBe('application/x-www-form-urlencoded');
  });

  test('of 256 KB is taken', async () => {
    const { ask } = await wire(echo);
    const { status, body } = await ask({ method: 'POST', headers: ours, body: Array(256).fill(kilobyte) });
    expect([status, body.length]).toEqual([200, 256 * 1024]);
  });

  test('that says it is longer is refused unread', async () => {
    const { ask, calls } = await wire(echo);
    const body = [...Array(256).fill(kilobyte), 'x'];
    const { status, text } = await ask({ method: 'POST', headers: { ...ours, 'Content-Length': 256 * 1024 + 1 }, body });
    expect(status).toBe(413);
    expect(text).toContain('too long to send');
    expect(calls).toEqual([]);
  });

  test('that is longer without saying so is refused all the same', async () => {
    const { ask, calls, log } = await wire(echo);
    const { status } = await ask({ method: 'POST', headers: ours, body: [...Array(256).fill(kilobyte), 'x'] });
    expect(status).toBe(413);
    expect(calls).toEqual([]);
    expect(log.filter(({ level }) => level !== 'info')).toEqual([]);
  });

  test('that is far too long is refused in the hearing of a sender who listens only when all is sent', async () => {
    const { port } = await wire(echo);
    const socket = connect(port, '127.0.0.1').pause();
    const chunk = `10000\r\n${'x'.repeat(0x10000)}\r\n`;
    socket.write('POST / HTTP/1.1\r\nHost: here\r\nSec-Fetch-Site: same-origin\r\nTransfer-Encoding: chunked\r\n\r\n');
    for (let sent = 0; sent < 320; sent++) if (!socket.write(chunk)) await once(socket, 'drain');
    socket.end('0\r\n\r\n').resume();
    const [first] = await once(socket, 'data');
    expect(String(first)).toMatch(/^HTTP\/1\.1 413 /);
    socket.destroy();
  });

  test('that breaks off in the middle reaches no page and no log', async () => {
    const { port, log, calls, ask } = await wire(echo);
    const socket = connect(port, '127.0.0.1');
    const head = 'POST / HTTP/1.1\r\nHost: here\r\nSec-Fetch-Site: same-origin\r\nContent-Length: 100\r\n\r\nopt';
    await new Promise<void>((resolve) => socket.write(head, () => resolve()));
    await pause(20);
    socket.destroy();
    await pause(20);
    expect((await ask({ method: 'POST', headers: ours, body: ['still there'] })).text).toBe('still there');
    expect(calls).toHaveLength(1);
    expect(log.filter(({ level }) => level !== 'info')).toEqual([]);
  });
});

test.each([
  ['/sign-in', 16],
  ['/account?done=1', 16],
  ['/passkeys', 64],
  ['/attempts/one', 256],
  ['/teach/one/people', 3072],
  ['/teach/one/people/../../sign-in', 256],
])('a form to %s may have %i KB and not a byte more', (address, kilobytes) => {
  expect(bodyLimitOf(address)).toBe(kilobytes * 1024);
});

describe('an address', () => {
  test('that begins with two slashes stays on this site', async () => {
    const { ask, port, calls } = await wire(page);
    await ask({ path: '//evil.example/x' });
    expect(calls[0]?.url).toBe(`http://127.0.0.1:${port}//evil.example/x`);
  });

  test('that cannot be one gets 400 and no log line', async () => {
    const { ask, calls, log } = await wire(page);
    const { status } = await ask({ headers: { Host: 'not a host' } });
    expect(status).toBe(400);
    expect(calls).toEqual([]);
    expect(log.filter(({ level }) => level !== 'info')).toEqual([]);
  });
});
