/** What a first lesson view brings over the network, and whether anything moves while it loads. */
import { chromium, type Page } from '@playwright/test';
import { ensureBrowser } from '../lib/browser.mjs';

export interface Weight {
  readonly requests: number;
  /** Compressed bytes with headers, as the browser counts them. */
  readonly bytes: number;
  readonly byType: Readonly<Record<string, number>>;
  /** Cumulative layout shift; 0 where nothing moved, null without script to measure by. */
  readonly shift: number | null;
}

async function measure(page: Page, url: string): Promise<Omit<Weight, 'shift'>> {
  const client = await page.context().newCDPSession(page);
  await client.send('Network.enable');
  const types = new Map<string, string>();
  const byType: Record<string, number> = {};
  client.on('Network.responseReceived', ({ requestId, type }) => types.set(requestId, type));
  client.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const type = types.get(requestId) ?? 'Other';
    byType[type] = (byType[type] ?? 0) + encodedDataLength;
  });
  await page.goto(url, { waitUntil: 'networkidle' });
  return { requests: types.size, bytes: Object.values(byType).reduce((sum, bytes) => sum + bytes, 0), byType };
}

/** Loads the page in a fresh browser profile at phone size. */
export async function weigh(url: string, javaScriptEnabled: boolean): Promise<Weight> {
  const browser = await chromium.launch({
    executablePath: ensureBrowser() ?? '',
    args: [...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), '--disable-gpu', '--disable-quic', '--disable-background-networking'],
  });
  try {
    const context = await browser.newContext({ javaScriptEnabled, viewport: { width: 390, height: 844 } });
    const page = await context.newPage();
    if (javaScriptEnabled) {
      await page.addInitScript(() => {
        const shifts: number[] = [];
        Object.assign(globalThis, { shifts });
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) shifts.push((entry as PerformanceEntry & { value: number }).value);
        }).observe({ type: 'layout-shift', buffered: true });
      });
    }
    const weight = await measure(page, url);
    const shift = javaScriptEnabled
      ? await page.evaluate(() => (globalThis as unknown as { shifts: number[] }).shifts.reduce((sum, value) => sum + value, 0))
      : null;
    return { ...weight, shift };
  } finally {
    await browser.close();
  }
}
