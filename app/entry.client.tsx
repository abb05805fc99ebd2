/** Pages are not hydrated: the browser gets this small enhancement and nothing of React (docs/decisions/0002-pages-without-hydration.md). */
import './enhance/main.ts';
