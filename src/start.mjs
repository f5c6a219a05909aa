/**
 * npm start: runs src/main.ts as one file. Opening three hundred modules one by one takes longer than
 * all the rest of the start. The file is made again whenever something that it is made of is newer;
 * `--bundle` only makes it, which npm ci does, so that the first start is as fast as any.
 */
import { mkdirSync, readdirSync, renameSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const bundle = join(root, "node_modules/.cache/ask-the-article/main.mjs");

if (changedAt(bundle) < newest([join(root, "package-lock.json"), ...filesOfSource()])) {
  await makeBundle();
}
if (!process.argv.includes("--bundle")) {
  process.setSourceMapsEnabled(true);
  await import(bundle);
}

function filesOfSource() {
  return readdirSync(join(root, "src"), { recursive: true, encoding: "utf8" }).map((path) =>
    join(root, "src", path),
  );
}

function newest(files) {
  return files.reduce((latest, file) => Math.max(latest, changedAt(file)), 0);
}

function changedAt(file) {
  return statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}

async function makeBundle() {
  const { build } = await import("esbuild");
  const made = await build({
    entryPoints: [join(root, "src/main.ts")],
    outfile: bundle,
    bundle: true,
    write: false,
    platform: "node",
    target: "node20",
    format: "esm",
    sourcemap: "linked",
    sourcesContent: false,
    // grammY tells Node's own AbortSignal by the name of its class, which bundling changes.
    external: ["grammy"],
    banner: {
      js: 'import { createRequire as requireFrom } from "node:module"; const require = requireFrom(import.meta.url);',
    },
  });
  mkdirSync(dirname(bundle), { recursive: true });
  // Written beside and moved, so that two that start at once do not read half a file.
  for (const { path, contents } of made.outputFiles) {
    const beside = `${path}.${process.pid}`;
    writeFileSync(beside, contents);
    renameSync(beside, path);
  }
}
