import { mkdtempSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { defineConfig } from '@playwright/test';
import { ensureBrowser } from './bin/lib/browser.mjs';

// TEST_PORT lets two runs stand side by side.
const port = Number(process.env.TEST_PORT ?? 4173);
const designPort = port + 1;
// Workers load this file too: the folder is made once and handed on.
process.env.CRITERION_TEST_DATA ??= mkdtempSync(path.join(os.tmpdir(), 'criterion-'));
const data = process.env.CRITERION_TEST_DATA;

export default defineConfig({
  testDir: 'tests/browser',
  outputDir: 'test-results/browser',
  globalTeardown: './tests/browser/remove-data.ts',
  fullyParallel: true,
  workers: 2,
  timeout: 60_000,
  reporter: 'list',
  use: {
    actionTimeout: 10_000,
    baseURL: `http://localhost:${port}`,
    launchOptions: {
      executablePath: ensureBrowser() ?? '',
      args: [
        ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
  webServer: [
    {
      command: 'node bin/serve.ts',
      env: {
        PORT: String(port),
        HOST: '127.0.0.1',
        DATABASE_PATH: path.join(data, 'test.db'),
        NODE_ENV: 'production',
        CONTACT: 'Help desk, help@example.org',
      },
      url: `http://127.0.0.1:${port}/about`,
      reuseExistingServer: false,
    },
    {
      command: 'node bin/serve.ts --dev',
      env: { PORT: String(designPort), HOST: '127.0.0.1', DATABASE_PATH: path.join(data, 'design.db'), NODE_ENV: 'development' },
      url: `http://127.0.0.1:${designPort}/about`,
      reuseExistingServer: false,
    },
  ],
});
