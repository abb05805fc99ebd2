import { vitePlugin as remix } from '@remix-run/dev';
import { defineConfig } from 'vite';
import { courses } from './app/course/vite-plugin.ts';
import remixOptions from './remix.config.js';

export default defineConfig({
  plugins: [courses('content'), remix(remixOptions)],
  server: { strictPort: true },
  // Found only once a page is open, these would make the browser load that page again in development.
  optimizeDeps: {
    include: ['@simplewebauthn/browser', 'd3-array', 'd3-scale', 'd3-shape', 'd3-time', 'd3-time-format', 'react-dom/client', 'zod'],
  },
  build: { target: 'es2022', assetsInlineLimit: 0 },
});
