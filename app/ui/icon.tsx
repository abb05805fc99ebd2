/** Line icons on a 20-unit grid. They are decoration: the word beside them carries the meaning. */
const paths = {
  check: 'M3.5 10.8 8 15.2 16.5 5',
  cross: 'M4.8 4.8l10.4 10.4M15.2 4.8 4.8 15.2',
  half: 'M10 2.8a7.2 7.2 0 1 0 0 14.4 7.2 7.2 0 0 0 0-14.4z',
  note: 'M4 3.5h12v13H4zM7 7.5h6M7 10.5h6M7 13.5h3',
  arrow: 'M3 10h13M11 5l5 5-5 5',
  back: 'M17 10H4M9 5l-5 5 5 5',
  book: 'M10 5.2C8.2 3.8 5.8 3.3 2.8 3.5v12c3-.2 5.4.3 7.2 1.7 1.8-1.4 4.2-1.9 7.2-1.7v-12c-3-.2-5.4.3-7.2 1.7zm0 0v12',
  warning: 'M10 2.8 18 16.8H2zM10 8v4M10 14.4v.2',
  idea: 'M7.2 14.2h5.6M8 17h4M6.8 12C5.4 10.8 4.8 9.4 4.8 7.8a5.2 5.2 0 0 1 10.4 0c0 1.6-.6 3-2 4.2z',
  sun: 'M10 6.6a3.4 3.4 0 1 0 0 6.8 3.4 3.4 0 0 0 0-6.8zM10 1.8v1.6M10 16.6v1.6M1.8 10h1.6M16.6 10h1.6M4.2 4.2l1.1 1.1M14.7 14.7l1.1 1.1M15.8 4.2l-1.1 1.1M5.3 14.7l-1.1 1.1',
  moon: 'M16.6 12.2A7.2 7.2 0 0 1 7.8 3.4a7.2 7.2 0 1 0 8.8 8.8z',
  clock: 'M10 2.8a7.2 7.2 0 1 0 0 14.4 7.2 7.2 0 0 0 0-14.4zM10 5.8V10l3 2',
} as const;

export type IconName = keyof typeof paths;

/** A decorative icon, as tall as the text it stands in. */
export function Icon({ name }: { readonly name: IconName }) {
  return (
    <svg className={`icon icon-${name}`} viewBox="0 0 20 20" aria-hidden="true" focusable="false">
      <path d={paths[name]} />
      {name === 'half' && <path className="icon-fill" d="M10 2.8a7.2 7.2 0 0 0 0 14.4z" />}
    </svg>
  );
}
