/** What instructors see, said before joining and ever after. */
export function SeenByInstructors({ instructors }: { readonly instructors: readonly string[] }) {
  return (
    <section aria-labelledby="seen">
      <h2 id="seen">What instructors see of you</h2>
      <div className="prose">
        <ul>
          <li>your name and email address;</li>
          <li>which lessons of this course you have read, your quizzes and each answer in it, with times, also from before you joined;</li>
          <li>what you dispute about an answer, which you send them yourself;</li>
          <li>which ideas your answers point to, and what they note down about it.</li>
        </ul>
        <p>
          That is {instructors.length > 0 ? `seen by ${new Intl.ListFormat('en').format(instructors)}, and ` : 'seen '}by who teaches along
          with them, never by other learners. An administrator can look too; that is noted. You can leave at any time: what you did stays
          yours, and instructors no longer see it. Should you delete your account, graded quizzes stay in the cohort’s record without your
          name and without your own words. <a href="/privacy">All that is kept, why, and for how long</a>.
        </p>
        <p>
          Should you lose your passphrase, those who teach the cohort can make a link by which a new one is chosen for your account. That is
          noted, and you find it among what was done with your record.
        </p>
      </div>
    </section>
  );
}
