/** `npm start`: installs, builds, migrates and serves. `npm run dev` (`--dev`): the same, with edits shown at once. */
import { ensureBuilt, ensureInstalled, serve } from './lib/prepare.mjs';

const dev = process.argv.includes('--dev');
ensureInstalled();
if (dev) {
  serve(['--dev'], { NODE_ENV: 'development' });
} else {
  ensureBuilt();
  serve([], { NODE_ENV: 'production' });
}
