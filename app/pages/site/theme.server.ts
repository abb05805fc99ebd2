import { createCookie } from '@remix-run/node';
import { z } from 'zod';

const cookie = createCookie('theme', { path: '/', sameSite: 'lax', httpOnly: true, maxAge: 365 * 24 * 60 * 60 });

export const themeName = z.enum(['auto', 'light', 'dark']).catch('auto');

/** Returns the theme that the visitor chose on this device; `auto` (the device's own) where none was. */
export async function themeOf(request: Request) {
  const header = request.headers.get('Cookie');
  return header?.includes('theme=') ? themeName.parse(await cookie.parse(header)) : ('auto' as const);
}

/** Returns the header value that keeps the choice on this device. */
export function keepTheme(theme: z.infer<typeof themeName>): Promise<string> {
  return cookie.serialize(theme);
}
