/**
 * What the browser adds to pages that work without it: answers are sent without a page load and kept when the network
 * is gone, steps can be dragged, sections count as read by themselves. Every part stands down where it cannot work.
 */
import { countCharacters } from './count.ts';
import { forgetAllWhenDeleted, keepDrafts, restoreDrafts } from './drafts.ts';
import { guardSubmits } from './guard.ts';
import { chooseByNumber } from './keys.ts';
import { makeSortable } from './order.ts';
import { markRead, watchSections } from './read.ts';
import { keepUpToDate } from './refresh.ts';
import { sendItem } from './send.ts';
import { reloadOnReturn } from './swap.ts';
import { showTab } from './tabs.ts';
import { dismissTerms } from './terms.ts';
import { chooseTheme } from './theme.ts';
import { unfoldPlaces } from './unfold.ts';
import { tellZone } from './zone.ts';

/** Makes ready what stands in the page now; called again after each swap. */
function prepare(): void {
  forgetAllWhenDeleted();
  restoreDrafts();
  makeSortable();
  if (document.querySelector('[data-grid]:not([data-ready])')) void import('./grid.ts').then(({ makeMaps }) => makeMaps());
  countCharacters();
  watchSections();
}

guardSubmits([
  ['data-item-form', (form, submitter) => sendItem(form, submitter, prepare)],
  ['data-read-section', (form) => markRead(form)],
  ['data-theme-form', chooseTheme],
]);
keepDrafts();
chooseByNumber();
dismissTerms();
reloadOnReturn();
tellZone();
keepUpToDate();
unfoldPlaces();
showTab();
prepare();
if (document.querySelector('[data-passkey]')) void import('./passkeys.ts').then(({ offerPasskeys }) => offerPasskeys());
if (document.querySelector('[data-download]')) void import('./download.ts').then(({ showDownloads }) => showDownloads());
if (document.querySelector('[data-autosave], [data-seconds-left]'))
  void import('./graded.ts').then(({ autosave, countDown }) => {
    autosave();
    countDown();
  });
const lab = document.querySelector<HTMLElement>('[data-lab-told]');
if (lab) void import('./lab.ts').then(({ startLab }) => startLab(lab));
