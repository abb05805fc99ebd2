/** Loads the lab. Zod would try whether it may compile code, which the content security policy forbids and the console would report. */
import { config } from 'zod';

config({ jitless: true });

/** Brings the page's laboratory to life. Rejects where its script cannot be fetched; the page then works by its form. */
export async function startLab(root: HTMLElement): Promise<void> {
  const { runLab } = await import('./lab-page.tsx');
  runLab(root);
}
