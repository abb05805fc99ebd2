import { defineConfig } from 'vitest/config';
import { courses } from './app/course/vite-plugin.ts';

export default defineConfig({
  plugins: [courses('content')],
  test: { include: ['tests/unit/**/*.test.{ts,tsx}'], environment: 'node', testTimeout: 30_000 },
});
