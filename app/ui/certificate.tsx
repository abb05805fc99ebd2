import { ProductMark } from './product-mark.tsx';
import { percent } from './words.ts';

interface ShownPart {
  readonly title: string;
  /** Best score from 0 to 1, null where none was marked. */
  readonly score: number | null;
}

export interface CertificateProps {
  readonly name: string;
  /** The course's title and what was shown in it. */
  readonly shown: { readonly title: string; readonly lessons: readonly ShownPart[]; readonly capstone: ShownPart | null };
  /** In words: "24 November 2026". */
  readonly issued: string;
  /** The same for machines, as ISO 8601. */
  readonly iso: string;
  readonly contentVersion: string;
  readonly code: string;
  /** Where anybody can check the code: "learn.example.org/verify". */
  readonly checkAt: string;
}

/** The sheet that is printed: what was shown, when and under which content, and of the person nothing but the name they chose. */
export function Certificate({ name, shown, issued, iso, contentVersion, code, checkAt }: CertificateProps) {
  return (
    <article className="certificate" aria-label="Certificate">
      <header className="certificate-head">
        <ProductMark />
        <p>Criterion</p>
      </header>
      <p className="certificate-kind">Certificate of completion</p>
      <p className="certificate-name">{name}</p>
      <p className="certificate-did">has completed the course</p>
      <h2 className="certificate-course">{shown.title}</h2>
      <p className="certificate-text">
        {shown.capstone
          ? 'and has shown it on cases that the lessons had not used: judged by the definition, and one edge case argued under both definitions.'
          : 'and has shown it in the quizzes of its lessons.'}
      </p>
      <table className="certificate-shown">
        <caption className="visually-hidden">What was shown</caption>
        <thead>
          <tr>
            <th scope="col">Lesson</th>
            <th scope="col">Best quiz</th>
          </tr>
        </thead>
        <tbody>
          {shown.lessons.map((lesson, index) => (
            <tr key={lesson.title}>
              <th scope="row">
                <span className="figures">{index + 1}</span> {lesson.title}
              </th>
              <td className="figures">{lesson.score === null ? 'done' : percent(lesson.score)}</td>
            </tr>
          ))}
          {shown.capstone && (
            <tr className="certificate-capstone">
              <th scope="row">Final test: {shown.capstone.title}</th>
              <td className="figures">{shown.capstone.score === null ? 'done' : percent(shown.capstone.score)}</td>
            </tr>
          )}
        </tbody>
      </table>
      <footer className="certificate-foot">
        <p>
          <span className="certificate-label">Issued</span>
          <time dateTime={iso}>{issued}</time>
        </p>
        <p>
          <span className="certificate-label">Content version</span>
          <span className="figures">{contentVersion}</span>
        </p>
        <p className="certificate-check">
          <span className="certificate-label">Check it at {checkAt}</span>
          <strong className="figures">{code}</strong>
        </p>
      </footer>
    </article>
  );
}
