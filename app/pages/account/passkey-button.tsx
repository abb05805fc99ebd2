import type { ReactNode } from 'react';

interface PasskeyButtonProps {
  /** `sign-up` takes name and address from the form that it stands in. */
  readonly purpose: 'sign-in' | 'sign-up' | 'add';
  /** Where to go afterwards. */
  readonly then?: string | undefined;
  readonly children: ReactNode;
}

/** Starts the browser's own passkey dialogue; it shows only where the enhancement script finds that the browser has one. */
export function PasskeyButton({ purpose, then, children }: PasskeyButtonProps) {
  return (
    <div data-passkey-place hidden>
      <p className="error" role="alert" data-passkey-problem hidden />
      <button type="button" className="button button-quiet" data-passkey={purpose} data-then={then}>
        {children}
      </button>
    </div>
  );
}
