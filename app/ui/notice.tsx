import type { ReactNode } from 'react';
import { Icon, type IconName } from './icon.tsx';

export type NoticeTone = 'info' | 'success' | 'warning' | 'error';

const looks: Readonly<Record<NoticeTone, { readonly icon: IconName; readonly word: string }>> = {
  info: { icon: 'note', word: 'Note' },
  success: { icon: 'check', word: 'Done' },
  warning: { icon: 'warning', word: 'Take care' },
  error: { icon: 'warning', word: 'Error' },
};

interface NoticeProps {
  readonly tone?: NoticeTone | undefined;
  readonly title?: string | undefined;
  readonly children: ReactNode;
}

/** A message about what just happened; an error is announced at once, the rest politely. */
export function Notice({ tone = 'info', title, children }: NoticeProps) {
  const look = looks[tone];
  return (
    <div className={`notice notice-${tone}`} role={tone === 'error' ? 'alert' : 'status'}>
      <p className="notice-title">
        <Icon name={look.icon} />
        {title ?? look.word}
      </p>
      <div>{children}</div>
    </div>
  );
}
