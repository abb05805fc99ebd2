import { mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { build, createServer, type HotPayload, type ViteDevServer } from 'vite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { courses } from '#app/course/vite-plugin.ts';
import { courseWith } from './course-folder.ts';

let root: string;
let server: ViteDevServer | undefined;

beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'site-'));
  mkdirSync(path.join(root, 'content'));
  renameSync(courseWith({}), path.join(root, 'content', 'good'));
  writeFileSync(
    path.join(root, 'entry.js'),
    "import courses from 'virtual:courses';\nexport const titles = courses.map((course) => course.title);\n",
  );
});

afterEach(async () => {
  await server?.close();
  server = undefined;
  rmSync(root, { recursive: true, force: true });
});

async function built(ssr: boolean): Promise<string> {
  const result = await build({
    root,
    configFile: false,
    logLevel: 'silent',
    plugins: [courses('content')],
    build: { write: false, ssr, minify: false, rollupOptions: { input: path.join(root, 'entry.js'), preserveEntrySignatures: 'strict' } },
  });
  if (Array.isArray(result) || !('output' in result)) throw new Error('one output expected');
  return result.output.map((file) => (file.type === 'chunk' ? file.code : '')).join('\n');
}

const lesson = () => path.join(root, 'content', 'good', 'lessons', '02-second-steps.md');

function edit(from: string, to: string): void {
  writeFileSync(lesson(), readFileSync(lesson(), 'utf8').replace(from, to));
}

describe('the module virtual:courses', () => {
  it('holds the compiled courses in the server build', async () => {
    expect(await built(true)).toContain('A tiny course');
  });

  it('holds nothing in the browser build', async () => {
    const code = await built(false);
    expect(code).toContain('titles');
    expect(code).not.toMatch(/tiny|waste|residents/);
  });

  it('fails a build whose content has an error, with its place', async () => {
    edit('Some of it', 'Some <b>of</b> it');
    await expect(built(true)).rejects.toThrow(/02-second-steps\.md:13:6 {2}error {2}raw-html/);
  });
});

describe('while developing', () => {
  /** The next message to the browser after `act`. */
  async function messageAfter(dev: ViteDevServer, act: () => void): Promise<HotPayload> {
    const send = dev.ws.send.bind(dev.ws);
    const message = new Promise<HotPayload>((resolve) => {
      dev.ws.send = ((payload: HotPayload) => {
        resolve(payload);
        send(payload);
      }) as typeof dev.ws.send;
    });
    // The watcher takes two changes of one file within a moment for one.
    await new Promise((resolve) => setTimeout(resolve, 300));
    act();
    return message;
  }

  it('a saved file reloads the page with the new content, and an error is shown until it is mended', async () => {
    server = await createServer({
      root,
      configFile: false,
      logLevel: 'silent',
      plugins: [courses('content')],
      server: { middlewareMode: true, hmr: { port: 0 } },
      optimizeDeps: { noDiscovery: true },
    });
    const dev = server;
    const heading = async () => JSON.stringify(await dev.ssrLoadModule('virtual:courses')).match(/Weigh\w+/)?.[0];
    expect(await heading()).toBe('Weighing');

    expect(await messageAfter(dev, () => edit('## Weighing', '## Weighty'))).toMatchObject({
      type: 'error',
      err: { loc: { line: 14, column: 1 } },
    });
    expect(await messageAfter(dev, () => edit('## Weighty', '## Weighing\n\n### Weighed'))).toMatchObject({ type: 'full-reload' });
    expect(JSON.stringify(await dev.ssrLoadModule('virtual:courses'))).toContain('Weighed');
  });
});
