/** Serves the compiled courses as the module `virtual:courses`, to the server only. */
import path from 'node:path';
import type { Plugin, ViteDevServer } from 'vite';
import { type CompileCache, createCache } from './cache.ts';
import { compileCourse } from './compile.ts';
import type { CompiledCourse } from './compiled.ts';
import { courseFolders } from './files.ts';
import { type Problem, problemLine } from './problem.ts';

const publicId = 'virtual:courses';
const resolvedId = `\0${publicId}`;

/**
 * A build fails on an error of the content. While developing, each saved file recompiles what it touches and reloads
 * the page; an error is shown in the terminal and over the page until it is mended.
 * @param content the folder of course folders, from Vite's root or absolute
 */
export function courses(content = 'content'): Plugin {
  const cache = createCache();
  let folder = path.resolve(content);

  return {
    name: 'criterion-courses',
    configResolved(config) {
      folder = path.resolve(config.root, content);
    },
    resolveId(id) {
      return id === publicId ? resolvedId : null;
    },
    load(id, options) {
      if (id !== resolvedId) return null;
      if (options?.ssr !== true) return 'export default [];';
      const { compiled, errors } = compileAll(folder, cache);
      const [first] = errors;
      if (first) {
        this.error({
          message: summary(errors),
          id: path.resolve(first.file),
          loc: { file: path.resolve(first.file), line: first.line, column: first.column },
        });
      }
      return `export default ${JSON.stringify(compiled)};`;
    },
    configureServer(server) {
      server.watcher.add(folder);
      const onChange = (file: string) => {
        if (isInside(folder, file)) refresh(server, folder, cache);
      };
      server.watcher.on('change', onChange).on('add', onChange).on('unlink', onChange);
    },
  };
}

function compileAll(folder: string, cache: CompileCache): { compiled: CompiledCourse[]; errors: Problem[] } {
  const compiled: CompiledCourse[] = [];
  const errors: Problem[] = [];
  for (const dir of courseFolders(folder)) {
    const { course, problems } = compileCourse(path.relative(process.cwd(), dir), cache);
    if (course) compiled.push(course);
    errors.push(...problems.filter(({ severity }) => severity === 'error'));
  }
  return { compiled, errors };
}

/** After a change: the page reloads with the new content, or says where the error is and keeps the old. */
function refresh(server: ViteDevServer, folder: string, cache: CompileCache): void {
  const { errors } = compileAll(folder, cache);
  const [first] = errors;
  if (first) {
    server.config.logger.error(summary(errors), { timestamp: true });
    server.ws.send({
      type: 'error',
      err: {
        message: summary(errors),
        stack: '',
        plugin: 'criterion-courses',
        id: first.file,
        loc: { file: path.resolve(first.file), line: first.line, column: first.column },
      },
    });
    return;
  }
  const module = server.moduleGraph.getModuleById(resolvedId);
  if (module) server.moduleGraph.invalidateModule(module);
  server.ws.send({ type: 'full-reload' });
}

function summary(errors: readonly Problem[]): string {
  return `The content has ${errors.length} ${errors.length === 1 ? 'error' : 'errors'}:\n${errors.map(problemLine).join('\n')}`;
}

function isInside(folder: string, file: string): boolean {
  const relative = path.relative(folder, file);
  return relative !== '' && !relative.startsWith('..') && !path.isAbsolute(relative);
}
