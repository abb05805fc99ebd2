import type { Role } from '#app/access/actor.ts';

export const roleWords: Readonly<Record<Role, string>> = { learner: 'Learner', instructor: 'Instructor', admin: 'Administrator' };
