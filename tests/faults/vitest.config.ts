import { defineConfig } from 'vitest/config';

/** Faults are provoked one after the other: each wants the machine to itself. */
export default defineConfig({
  test: { include: ['tests/faults/**/*.test.ts'], environment: 'node', testTimeout: 300_000, fileParallelism: false },
});
