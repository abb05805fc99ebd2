/** Lighthouse on a page, as a slow phone would have it. It is installed in a folder of its own at first use, since nothing else needs it. */
import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { ensureBrowser } from '../lib/browser.mjs';
import { ensureInstalled, nodePath, root } from '../lib/prepare.mjs';

export const categories = ['performance', 'accessibility', 'best-practices', 'seo'] as const;
export type Category = (typeof categories)[number];

export interface AuditedPage {
  readonly name: string;
  /** From the origin of the site on. */
  readonly path: string;
  /** Of whoever looks; null for a visitor. */
  readonly cookie: string | null;
  /** Whether search engines are kept out on purpose: Lighthouse is then not asked whether they may come in. */
  readonly unlisted: boolean;
}

export interface Marks {
  /** 0 to 100 each. */
  readonly scores: Readonly<Record<Category, number>>;
  /** Of each category, what Lighthouse has to say against the page. */
  readonly faults: Readonly<Record<Category, readonly string[]>>;
}

interface Report {
  readonly runtimeError?: { readonly message: string };
  readonly categories: Readonly<
    Record<Category, { readonly score: number | null; readonly auditRefs: readonly { readonly id: string; readonly weight: number }[] }>
  >;
  readonly audits: Readonly<
    Record<string, { readonly score: number | null; readonly title: string; readonly displayValue?: string } | undefined>
  >;
}

const folder = 'bin/lighthouse';
const program = path.join(root, folder, 'node_modules/lighthouse/cli/index.js');
/** What keeps the browser to the page: it asks nobody on the network for anything of its own. */
const flags = ['--headless=new', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking']
  .concat('--disable-component-update', '--disable-sync')
  .concat(process.getuid?.() === 0 ? '--no-sandbox' : []);

/** Returns the program file of the browser that Lighthouse is to use, when it is installed. Stops with a message where something is missing. */
export function readyLighthouse(): string {
  ensureInstalled(folder);
  return ensureBrowser() ?? '';
}

/** Returns what Lighthouse's report says. Throws where it could not load the page. */
export function marksIn(report: Report): Marks {
  if (report.runtimeError) throw new Error(report.runtimeError.message);
  const each = <T>(of: (category: Category) => T) =>
    Object.fromEntries(categories.map((category) => [category, of(category)])) as Record<Category, T>;
  return {
    scores: each((category) => Math.round(100 * (report.categories[category].score ?? 0))),
    faults: each((category) =>
      report.categories[category].auditRefs.flatMap(({ id, weight }) => {
        const audit = report.audits[id];
        if (weight === 0 || !audit || audit.score === null || audit.score >= 0.9) return [];
        return [`${id}: ${audit.title}${audit.displayValue ? ` (${audit.displayValue})` : ''}`];
      }),
    ),
  };
}

/** Now and then the browser's trace of a load is broken; Lighthouse itself asks to run again then. */
const tries = 3;

/** Loads the page with the phone, the line and the processor that Lighthouse simulates. Throws where it could not be loaded. */
export async function marksOf(browser: string, origin: string, page: AuditedPage, tried = 1): Promise<Marks> {
  const options = [
    ...['--quiet', '--output=json', '--no-enable-error-reporting', `--only-categories=${categories.join(',')}`],
    `--chrome-flags=${flags.join(' ')}`,
    ...(page.cookie === null ? [] : [`--extra-headers=${JSON.stringify({ Cookie: page.cookie })}`]),
    ...(page.unlisted ? ['--skip-audits=is-crawlable'] : []),
  ];
  try {
    const env = { ...process.env, CHROME_PATH: browser };
    const address = origin + page.path;
    const { stdout } = await promisify(execFile)(nodePath() ?? '', [program, address, ...options], { env, maxBuffer: 100e6 });
    return marksIn(JSON.parse(stdout) as Report);
  } catch (error) {
    if (tried < tries) return marksOf(browser, origin, page, tried + 1);
    const said = error instanceof Error && 'stderr' in error ? error.stderr : error;
    throw new Error(`Lighthouse could not load ${page.path}: ${said}`);
  }
}
