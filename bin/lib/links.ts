/** Follows the links of a site, as a visitor without script. */

export interface BrokenLink {
  /** The page that has the link. */
  readonly on: string;
  readonly to: string;
  readonly why: string;
}

export interface LinksFound {
  readonly pages: number;
  readonly links: number;
  readonly broken: readonly BrokenLink[];
}

const unescaped = (text: string) => text.replaceAll('&amp;', '&').replaceAll('&quot;', '"').replaceAll('&#x27;', "'");
/** Everything that one attribute holds in a page. Our own pages are written with double quotes. */
const valuesOf = (html: string, attribute: string) =>
  [...html.matchAll(new RegExp(`\\s${attribute}="([^"]*)"`, 'gi'))].map(([, value = '']) => unescaped(value));

/** What stands at an address: its status, and for a page its ids and the addresses it names. */
async function read(url: string): Promise<{ status: number; ids: ReadonlySet<string>; addresses: readonly string[] }> {
  const response = await fetch(url);
  const isPage = response.headers.get('content-type')?.startsWith('text/html') ?? false;
  const html = isPage ? await response.text() : '';
  if (!isPage) await response.body?.cancel();
  return { status: response.status, ids: new Set(valuesOf(html, 'id')), addresses: [...valuesOf(html, 'href'), ...valuesOf(html, 'src')] };
}

/** What is wrong with the form of a link that leads out of the site, null where nothing is. */
function misshapen(url: URL | null): string | null {
  if (url === null) return 'is no address';
  if (url.protocol === 'mailto:') return url.pathname.includes('@') ? null : 'names nobody to write to';
  return /^https?:$/.test(url.protocol) && url.hostname.includes('.') ? null : 'names no other site';
}

/** Follows every link within the site at `origin`, from its home page on. Links to other sites are not followed, only read. */
export async function brokenLinks(origin: string): Promise<LinksFound> {
  const known = new Map<string, ReturnType<typeof read>>();
  const waiting = ['/'];
  const at = (address: string) => {
    const made = known.get(address) ?? read(origin + address);
    if (!known.has(address)) waiting.push(address);
    known.set(address, made);
    return made;
  };
  const broken: BrokenLink[] = [];
  let links = 0;
  known.set('/', read(`${origin}/`));
  for (let on = waiting.shift(); on !== undefined; on = waiting.shift()) {
    for (const to of new Set((await at(on)).addresses)) {
      const url = URL.parse(to, origin + on);
      if (url?.origin !== origin) {
        const why = misshapen(url);
        if (why !== null) broken.push({ on, to, why });
        continue;
      }
      links++;
      const { status, ids } = await at(url.pathname + url.search);
      const id = decodeURIComponent(url.hash.slice(1));
      if (status >= 400) broken.push({ on, to, why: `gets ${status}` });
      else if (id !== '' && !ids.has(id)) broken.push({ on, to, why: 'names a place that the page does not have' });
    }
  }
  return { pages: known.size, links, broken };
}
