declare module 'virtual:courses' {
  /** Every course of content/, compiled by vite-plugin.ts. Empty in the browser's build: content stays on the server. */
  const courses: readonly import('./compiled.ts').CompiledCourse[];
  export default courses;
}
