import { vitePlugin as remix } from '@remix-run/dev';
import { defineConfig } from 'vite';
import { courses } from './app/course/vite-plugin.ts';
import remixOptions from './remix.config.js';

export default defineConfig({
  plugins: [courses('content'), remix(remixOptions)],
  server: { strictPort: true },
  build: { target: 'es2022', assetsInlineLimit: 0 },
});
