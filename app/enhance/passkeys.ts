/** The browser's passkey dialogues. Loaded only on pages that have such a button, and shown only where the browser can. */
import { browserSupportsWebAuthn, startAuthentication, startRegistration, WebAuthnError } from '@simplewebauthn/browser';

type Options = Parameters<typeof startRegistration>[0]['optionsJSON'] & Parameters<typeof startAuthentication>[0]['optionsJSON'];

/** Sends a step. Rejects with our own words where the server refuses it. */
async function send(step: string, more: object): Promise<{ options: Options; href: string }> {
  const response = await fetch('/passkeys', {
    method: 'post',
    headers: { 'Content-Type': 'application/json', Accept: 'application/json' },
    body: JSON.stringify({ step, ...more }),
  });
  const body = await response.json().catch(() => null);
  if (!response.ok || !body) throw new Error(body?.problem ?? 'The server cannot be reached. Try again in a moment.');
  return body;
}

async function run(button: HTMLButtonElement): Promise<string> {
  const { passkey = '', then } = button.dataset;
  if (passkey === 'sign-in') {
    const { options } = await send('sign-in', {});
    return (await send('signed-in', { credential: await startAuthentication({ optionsJSON: options }), then })).href;
  }
  const form = button.closest('form');
  const field = (name: string) => form?.querySelector<HTMLInputElement>(`[name="${name}"]`)?.value ?? '';
  const who = passkey === 'sign-up' ? { name: field('name'), email: field('email') } : {};
  const { options } = await send(passkey, who);
  const credential = await startRegistration({ optionsJSON: options });
  return (await send(passkey === 'sign-up' ? 'signed-up' : 'added', { ...who, credential, then })).href;
}

function problemWords(error: unknown): string {
  if (error instanceof WebAuthnError && error.code === 'ERROR_AUTHENTICATOR_PREVIOUSLY_REGISTERED')
    return 'This device has a passkey for your account already.';
  // The browser says no more than this when a dialogue is closed or nothing fits.
  if (error instanceof Error && error.name === 'NotAllowedError') return 'The passkey was not used. You can try again.';
  return error instanceof Error ? error.message : 'That did not work. Try again.';
}

/** Shows the passkey buttons and makes them work. */
export function offerPasskeys(): void {
  if (!browserSupportsWebAuthn()) return;
  for (const hidden of document.querySelectorAll<HTMLElement>('[data-passkey-card], [data-passkey-place]')) hidden.hidden = false;
  for (const button of document.querySelectorAll<HTMLButtonElement>('button[data-passkey]')) {
    button.addEventListener('click', () => {
      if (button.getAttribute('aria-disabled') === 'true') return;
      button.setAttribute('aria-disabled', 'true');
      const place = button.parentElement?.querySelector<HTMLElement>('[data-passkey-problem]');
      if (place) place.hidden = true;
      run(button).then(
        (href) => location.assign(href),
        (error) => {
          button.removeAttribute('aria-disabled');
          if (!place) return;
          place.textContent = problemWords(error);
          place.hidden = false;
        },
      );
    });
  }
}
