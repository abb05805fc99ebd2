import { defineConfig } from 'vitest/config';

/** The built site in this process, on a data file of its own. */
export default defineConfig({
  test: { include: ['tests/fuzz/**/*.test.ts'], environment: 'node', testTimeout: 3_600_000, hookTimeout: 120_000 },
});
