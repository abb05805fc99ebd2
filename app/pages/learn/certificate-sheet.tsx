/** The sheet itself, for its owner: to print, to pass on, or to withdraw. */
import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { readCode } from '#app/learning/certificate.ts';
import { Button } from '#app/ui/button.tsx';
import { Certificate } from '#app/ui/certificate.tsx';
import { Main } from '#app/ui/main.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';
import { certificateByCode, withdrawCertificate } from '#db/certificates.ts';
import { formFrom, learnerFrom, missing } from '../request.server.ts';
import { dayOf, sheetOf } from './issued.ts';

const notYours = 'There is no such certificate of yours on this device. To check somebody’s, go to /verify.';

export const meta: MetaFunction = () => [{ title: 'Certificate – Criterion' }];

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const learnerId = await learnerFrom(request, context, notYours);
  const certificate = await certificateByCode(context.db, readCode(params.code ?? '') ?? '');
  if (certificate?.learnerId !== learnerId) throw missing(notYours);
  const { withdrawnAt, course } = certificate;
  const sheet = sheetOf(certificate, request.url);
  return { sheet, course, withdrawn: withdrawnAt === null ? null : dayOf(withdrawnAt), key: context.newId() };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  await formFrom(request);
  const learnerId = await learnerFrom(request, context, notYours);
  const code = readCode(params.code ?? '') ?? '';
  if (!(await withdrawCertificate(context.db, learnerId, code, context.now()))) throw missing(notYours);
  return redirect(`/certificates/${code}`);
}

export default function CertificateSheet() {
  const { sheet, course, withdrawn, key } = useLoaderData<typeof loader>();
  return (
    <Main>
      <PageHeader title="Your certificate">
        <p>
          It fits one sheet of A4 or Letter: print it, or save it as a PDF, with your browser’s print command. Anybody can check the code at{' '}
          <a href={`/verify/${sheet.code}`}>{sheet.checkAt}</a>.
        </p>
      </PageHeader>
      {withdrawn && (
        <Notice tone="warning" title="Withdrawn">
          <p>
            You withdrew the certificate {sheet.code} on {withdrawn}. Whoever checks it is told so, and nothing else.
          </p>
        </Notice>
      )}
      {!withdrawn && <Certificate {...sheet} />}
      <div className="certificate-around">
        {!withdrawn && (
          <details>
            <summary>Withdraw this certificate</summary>
            <form method="post" className="danger-zone">
              <p>The code will then only say that the certificate was withdrawn. This cannot be undone, but you can issue another one.</p>
              <input type="hidden" name="key" value={key} />
              <Button variant="danger">Withdraw it</Button>
            </form>
          </details>
        )}
        <p>
          <a href={`/courses/${course}/certificate`}>All your certificates for this course</a>
        </p>
      </div>
    </Main>
  );
}
