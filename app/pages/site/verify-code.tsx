/** What a certificate says, for anybody who has its code. */
import { json, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { readCode } from '#app/learning/certificate.ts';
import { Certificate } from '#app/ui/certificate.tsx';
import { Main } from '#app/ui/main.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';
import { certificateByCode } from '#db/certificates.ts';
import { dayOf, sheetOf } from '../learn/issued.ts';
import { CodeForm } from './code-form.tsx';

export const meta: MetaFunction = () => [{ title: 'Check a certificate – Criterion' }, { name: 'robots', content: 'noindex' }];

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const typed = params.code ?? '';
  const code = readCode(typed);
  const headers = { 'Cache-Control': 'no-store' };
  if (code === null) return json({ found: 'malformed' as const, typed }, { status: 404, headers });
  const certificate = await certificateByCode(context.db, code);
  if (!certificate) return json({ found: 'unknown' as const, typed: code }, { status: 404, headers });
  if (certificate.withdrawnAt !== null)
    return json({ found: 'withdrawn' as const, code, withdrawn: dayOf(certificate.withdrawnAt) }, { headers });
  return json({ found: 'valid' as const, sheet: sheetOf(certificate, request.url) }, { headers });
}

export default function VerifyCode() {
  const checked = useLoaderData<typeof loader>();
  return (
    <Main>
      <PageHeader title="Check a certificate" />
      {checked.found === 'valid' && (
        <>
          <Notice tone="success" title="This certificate is genuine">
            <p>It was issued here, and this is what it says. Compare it with the sheet that you were given.</p>
          </Notice>
          <Certificate {...checked.sheet} />
        </>
      )}
      {checked.found === 'withdrawn' && (
        <Notice tone="warning" title="This certificate was withdrawn">
          <p>
            The certificate {checked.code} was issued here and withdrawn by its owner on {checked.withdrawn}. It no longer stands.
          </p>
        </Notice>
      )}
      {checked.found === 'unknown' && (
        <Notice tone="error" title="No certificate has this code">
          <p>Nothing was issued here under {checked.typed}. Compare it with the sheet, sign by sign.</p>
        </Notice>
      )}
      {checked.found === 'malformed' && (
        <Notice tone="error" title="This is not a code">
          <p>A code has eighteen letters and figures; 0, 1, I, L, O and U are not among them.</p>
        </Notice>
      )}
      {'typed' in checked && <CodeForm code={checked.typed.slice(0, 60)} />}
    </Main>
  );
}
