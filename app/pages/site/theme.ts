import { type ActionFunctionArgs, redirect } from '@remix-run/node';
import { localPath } from '#app/server/local-path.ts';
import { fieldsOf } from '../request.server.ts';
import { keepTheme, themeName } from './theme.server.ts';

/** Keeps the chosen theme on this device and goes back to the page one was on. */
export async function action({ request }: ActionFunctionArgs) {
  const form = await fieldsOf(request);
  return redirect(localPath(form.get('back'), '/'), { headers: { 'Set-Cookie': await keepTheme(themeName.parse(form.get('theme'))) } });
}

export function loader() {
  return redirect('/');
}
