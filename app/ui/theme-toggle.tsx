import { Icon, type IconName } from './icon.tsx';

export type Theme = 'auto' | 'light' | 'dark';

const choices: readonly { readonly theme: Theme; readonly label: string; readonly icon: IconName }[] = [
  { theme: 'auto', label: 'Theme as on your device', icon: 'half' },
  { theme: 'light', label: 'Light theme', icon: 'sun' },
  { theme: 'dark', label: 'Dark theme', icon: 'moon' },
];

interface ThemeToggleProps {
  readonly theme: Theme;
  /** The page to come back to. */
  readonly path: string;
}

/** Three buttons that keep a theme on this device (`POST /theme`, field `theme`); the script spares the reload. */
export function ThemeToggle({ theme, path }: ThemeToggleProps) {
  return (
    <form method="post" action="/theme" className="theme-toggle" data-theme-form>
      <input type="hidden" name="back" value={path} />
      {choices.map((choice) => (
        <button
          key={choice.theme}
          type="submit"
          name="theme"
          value={choice.theme}
          aria-pressed={choice.theme === theme}
          title={choice.label}
        >
          <Icon name={choice.icon} />
          <span className="visually-hidden">{choice.label}</span>
        </button>
      ))}
    </form>
  );
}
