import type { ReactNode } from 'react';
import { Button } from './button.tsx';
import { Icon } from './icon.tsx';

interface SectionEndProps {
  readonly action: string;
  /** Id of the section that ends here. */
  readonly section: string;
  readonly read: boolean;
  /** Hidden fields, for instance what the action is called. */
  readonly children?: ReactNode;
}

/** The end of a section: says that it was read, or lets the reader say so. The script does it by itself for learners. */
export function SectionEnd({ action, section, read, children }: SectionEndProps) {
  if (read) {
    return (
      <p className="section-end">
        <Icon name="check" /> Read
      </p>
    );
  }
  return (
    <form method="post" action={action} className="section-end" data-read-section={section}>
      {children}
      <input type="hidden" name="section" value={section} />
      <Button variant="quiet">Mark as read</Button>
    </form>
  );
}
