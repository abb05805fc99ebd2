/**
 * The rooms of the house and the directions between them (docs/architecture.md). A wrong direction or a circle fails the lint.
 * Each entry: a room and the rooms it may import from, itself apart.
 */
const rooms = {
  'app/access': [],
  'app/definitions': [],
  'app/quiz': ['app/definitions'],
  'app/learning': ['app/definitions', 'app/quiz'],
  'app/lab': ['app/definitions'],
  'app/statistics': [],
  'app/sheets': ['app/access'],
  'app/course': ['app/definitions', 'app/quiz'],
  'app/use-cases': [
    'app/access',
    'app/definitions',
    'app/lab',
    'app/quiz',
    'app/learning',
    'app/statistics',
    'app/sheets',
    'app/course',
    'db',
  ],
  'app/server': ['app/access', 'app/sheets', 'app/use-cases', 'db'],
  'app/ui': ['app/definitions', 'app/lab', 'app/quiz'],
  // The lab alone brings the definitions to the browser (docs/decisions/0017-lab-in-the-browser.md); everything else here imports nothing.
  'app/enhance': ['app/lab', 'app/ui'],
  'app/pages': [
    'app/access',
    'app/definitions',
    'app/lab',
    'app/quiz',
    'app/learning',
    'app/statistics',
    'app/sheets',
    'app/course',
    'app/use-cases',
    'app/server',
    'app/ui',
    'db',
  ],
  db: ['app/access', 'app/quiz', 'app/learning'],
  bin: [
    'app/access',
    'app/definitions',
    'app/quiz',
    'app/learning',
    'app/statistics',
    'app/sheets',
    'app/course',
    'app/use-cases',
    'app/server',
    'db',
  ],
};

/** The libraries a pure room may use; rooms not named here may use any. */
const libraries = {
  'app/access': [],
  'app/definitions': ['zod'],
  'app/lab': ['zod'],
  'app/quiz': ['zod', 'pure-rand'],
  'app/learning': ['zod', 'pure-rand', 'ts-fsrs'],
  'app/statistics': [],
  'app/sheets': ['csv-parse', 'csv-stringify', 'fflate'],
  'app/enhance': ['@simplewebauthn/browser', 'react', 'react-dom', 'zod'],
};

const directions = Object.entries(rooms).map(([room, others]) => ({
  name: `${room.replace('/', '-')}-imports`,
  severity: 'error',
  comment: `${room} may import only from: ${others.join(', ') || 'itself'}`,
  from: { path: `^${room}/` },
  to: { path: '^(app|db|bin|tests)/', pathNot: [room, ...others].map((other) => `^${other}/`) },
}));

const purity = Object.entries(libraries).map(([room, allowed]) => ({
  name: `${room.replace('/', '-')}-libraries`,
  severity: 'error',
  comment: `${room} is pure: it may use only ${allowed.join(', ') || 'no library'}`,
  from: { path: `^${room}/` },
  to: { dependencyTypes: ['npm', 'npm-dev', 'npm-no-pkg', 'core'], pathNot: allowed.map((name) => `node_modules/${name}/`) },
}));

module.exports = {
  forbidden: [
    ...directions,
    ...purity,
    { name: 'no-circle', severity: 'error', comment: 'files must not import each other in a circle', from: {}, to: { circular: true } },
    {
      name: 'types-only-into-learning',
      severity: 'error',
      comment: 'the interface knows shapes of an item, not how one is graded',
      from: { path: '^app/ui/' },
      to: { path: '^app/(quiz|definitions|lab)/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'only-the-lab-brings-definitions',
      severity: 'error',
      comment: 'pages stay light: the script of every page knows nothing of the lab, which it loads where it is wanted',
      from: { path: '^app/enhance/', pathNot: '^app/enhance/lab' },
      to: { path: '^app/(lab|ui)/' },
    },
    { name: 'resolvable', severity: 'error', from: {}, to: { couldNotResolve: true, pathNot: '^virtual:' } },
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^build/' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default', 'types'] },
  },
};
