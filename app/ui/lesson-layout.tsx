import type { ReactNode } from 'react';
import { Icon } from './icon.tsx';

export interface ContentsEntry {
  readonly id: string;
  readonly heading: string;
  readonly read: boolean;
}

interface LessonLayoutProps {
  /** The lesson's opening. */
  readonly header: ReactNode;
  readonly sections: readonly ContentsEntry[];
  readonly children: ReactNode;
}

/** A lesson with the list of its sections: folded below the opening on a phone, in the margin on a wide screen. */
export function LessonLayout({ header, sections, children }: LessonLayoutProps) {
  const read = sections.filter((section) => section.read).length;
  return (
    <div className="lesson-layout">
      <div className="lesson-opening">{header}</div>
      <nav className="lesson-contents" aria-label="In this lesson">
        <details>
          <summary>
            <span className="eyebrow">In this lesson</span>{' '}
            <span className="hint figures">
              {read} of {sections.length} read
            </span>
          </summary>
          <ol>
            {sections.map((section) => (
              <li key={section.id}>
                <a href={`#${section.id}`}>
                  {section.heading}
                  {section.read && (
                    <span>
                      <Icon name="check" />
                      <span className="visually-hidden"> (read)</span>
                    </span>
                  )}
                </a>
              </li>
            ))}
          </ol>
        </details>
      </nav>
      <div className="lesson-body">{children}</div>
    </div>
  );
}
