/** What a thread runs: `npm start` bundles workers beside main.mjs, and in development their `source` runs. */
export function workerModule(source: URL): URL {
  if (import.meta.url.endsWith(".ts")) return withTsx(source);
  return new URL(source.href.replace(TYPESCRIPT, ".mjs"));
}

const TYPESCRIPT = /\.ts$/u;

/** Node applies no loader to a thread's first module, so this one registers tsx and then imports the source. */
function withTsx({ href }: URL): URL {
  const tsx = import.meta.resolve("tsx/esm/api");
  const code = `import { register } from "${tsx}"; register(); await import("${href}");`;
  return new URL(`data:text/javascript,${encodeURIComponent(code)}`);
}
