/** The site map: every URL and the file that answers it. The router ranks only those that begin like the request (bin/lib/route-groups.ts). */
import { index, type RouteConfig, route } from '@remix-run/route-config';

export default [
  index('pages/site/home.tsx'),
  route('about', 'pages/site/about.tsx'),
  route('sources', 'pages/site/sources.tsx'),
  route('verify', 'pages/site/verify.tsx'),
  route('verify/:code', 'pages/site/verify-code.tsx'),
  route('theme', 'pages/site/theme.ts'),
  // Every component in every state; its made-up samples have no business in a production build.
  ...(process.env.NODE_ENV === 'development' ? [route('design', 'pages/site/design.tsx')] : []),

  route('courses/:course', 'pages/learn/course.tsx'),
  route('courses/:course/lessons/:lesson', 'pages/learn/lesson.tsx'),
  route('courses/:course/lessons/:lesson/quiz', 'pages/learn/quiz-start.tsx'),
  route('courses/:course/reference', 'pages/learn/reference.tsx'),
  route('courses/:course/reference/:entry', 'pages/learn/reference-entry.tsx'),
  route('courses/:course/glossary', 'pages/learn/glossary.tsx'),
  route('courses/:course/review', 'pages/learn/review.tsx'),
  route('courses/:course/lab', 'pages/learn/lab.tsx'),
  route('courses/:course/certificate', 'pages/learn/certificate.tsx'),
  route('certificates/:code', 'pages/learn/certificate-sheet.tsx'),
  route('attempts/:attempt', 'pages/learn/attempt.tsx'),
  route('attempts/:attempt/draft', 'pages/learn/draft.ts'),
  route('attempts/:attempt/result', 'pages/learn/result.tsx'),
  route('sign-in', 'pages/account/sign-in.tsx'),
  route('sign-up', 'pages/account/sign-up.tsx'),
  route('sign-out', 'pages/account/sign-out.ts'),
  route('forgot', 'pages/account/forgot.tsx'),
  route('link/:token', 'pages/account/link.tsx'),
  route('bring-along', 'pages/account/bring-along.tsx'),
  route('passkeys', 'pages/account/passkeys.ts'),
  route('account', 'pages/account/account.tsx'),

  route('join', 'pages/class/join.tsx'),
  route('join/:code', 'pages/class/join-code.tsx'),
  route('cohorts/:cohort', 'pages/class/class.tsx'),
  route('cohorts/:cohort/seen', 'pages/class/seen.tsx'),
  route('cohorts/:cohort/assignments/:assignment', 'pages/class/assignment.tsx'),

  route('teach', 'pages/teach/teach.tsx'),
  route('teach/:cohort', 'pages/teach/board.tsx'),
  route('teach/:cohort/learners/:learner', 'pages/teach/learner.tsx'),
  route('teach/:cohort/assignments', 'pages/teach/assignments.tsx'),
  route('teach/:cohort/assignments/:assignment', 'pages/teach/assignment.tsx'),
  route('teach/:cohort/items', 'pages/teach/items.tsx'),
  route('teach/:cohort/misconceptions', 'pages/teach/misconceptions.tsx'),
  route('teach/:cohort/grid', 'pages/teach/grid.tsx'),
  route('teach/:cohort/export', 'pages/teach/export.tsx'),
  route('teach/:cohort/export/:file', 'pages/teach/export-file.ts'),
  route('teach/:cohort/brief', 'pages/teach/brief.tsx'),
  route('teach/:cohort/people', 'pages/teach/people.tsx'),
  route('teach/:cohort/settings', 'pages/teach/settings.tsx'),

  route('admin', 'pages/admin/people.tsx'),
  route('admin/people/:person', 'pages/admin/person.tsx'),
  route('admin/audit', 'pages/admin/audit.tsx'),

  route('progress', 'pages/learn/progress.tsx'),
  route('progress/export', 'pages/learn/export.ts'),

  route('*', 'pages/site/not-found.tsx'),
] satisfies RouteConfig;
