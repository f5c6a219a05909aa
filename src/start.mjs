/**
 * npm start: runs src/main.ts as one file. Opening three hundred modules one by one takes longer than
 * all the rest of the start. The file is made again whenever something that it is made of is newer;
 * `--bundle` only makes it, which npm ci does, so that the first start is as fast as any. Where it
 * cannot be kept, as in a read-only container, the modules are run as they are. The thread that reads
 * articles has a file of its own.
 */
import { mkdirSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** Something has to be put right first; a restart does not help. */
const EXIT_MISTAKE = 2;
const REINSTALL = "run npm ci on this machine";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const folder = join(root, "node_modules/.cache/ask-the-article");
const bundle = join(folder, "main.mjs");
const reader = join(folder, "library-reader.mjs");
const onlyBundles = process.argv.includes("--bundle");

process.setSourceMapsEnabled(true);
if (await isFresh()) {
  if (!onlyBundles) await start(bundle);
} else {
  await start(join(root, "src/main.ts"));
}

/** Whether there is a bundle of these very sources, made now if there was none. */
async function isFresh() {
  const changed = newest([join(root, "package-lock.json"), ...filesOfSource()]);
  if ([bundle, reader].every((file) => changedAt(file) >= changed && isFile(file))) return true;

  const files = await build();
  try {
    keep(files);
    return true;
  } catch (error) {
    const told = `${bundle} cannot be written (${error.code ?? error.message})`;
    if (onlyBundles) giveUp(`${told}: make its folder writable`);
    console.error(`${told}: this start is slower; npm run prepare makes it`);
    return false;
  }
}

function filesOfSource() {
  return readdirSync(join(root, "src"), { recursive: true, encoding: "utf8" }).map((path) =>
    join(root, "src", path),
  );
}

function newest(files) {
  return files.reduce((latest, file) => Math.max(latest, changedAt(file)), 0);
}

function isFile(path) {
  return statSync(path).isFile();
}

/** Never, where there is no such file or no way to it. */
function changedAt(file) {
  try {
    return statSync(file).mtimeMs;
  } catch {
    return 0;
  }
}

async function build() {
  const esbuild = await import("esbuild").catch(() =>
    giveUp(`esbuild is missing, which makes one file of the sources: ${REINSTALL}`),
  );
  const options = {
    entryPoints: {
      main: join(root, "src/main.ts"),
      "library-reader": join(root, "src/content/library-reader.ts"),
    },
    outdir: folder,
    outExtension: { ".js": ".mjs" },
    bundle: true,
    write: false,
    platform: "node",
    target: "node20",
    format: "esm",
    sourcemap: "linked",
    sourcesContent: false,
    logLevel: "silent",
    // grammY tells Node's own AbortSignal by the name of its class, which bundling changes.
    external: ["grammy"],
    banner: {
      js: 'import { createRequire as requireFrom } from "node:module"; const require = requireFrom(import.meta.url);',
    },
  };
  try {
    return (await esbuild.build(options)).outputFiles;
  } catch (error) {
    return giveUp(whyNotBuilt(error));
  }
}

/** A mistake in the sources has a place; anything else is esbuild's own program. */
function whyNotBuilt({ errors = [], message }) {
  const [first] = errors;
  if (!first) return `esbuild cannot run (${firstLine(message)}): ${REINSTALL}`;
  const { file, line } = first.location ?? {};
  const place = file === undefined ? "" : `${file}:${line}: `;
  return `${place}${firstLine(first.text)}: check out whole sources, and ${REINSTALL}`;
}

function firstLine(text) {
  return String(text).split("\n", 1)[0];
}

/** Written beside and moved, so that two that start at once do not read half a file. */
function keep(files) {
  mkdirSync(folder, { recursive: true });
  for (const { path, contents } of files) {
    const beside = `${path}.${process.pid}`;
    try {
      writeFileSync(beside, contents);
      renameSync(beside, path);
    } catch (error) {
      rmSync(beside, { force: true });
      throw error;
    }
  }
}

async function start(file) {
  try {
    if (file !== bundle) {
      // Nothing is to be written, and its folder may be unwritable as well.
      process.env.TSX_DISABLE_CACHE = "1";
      const { register } = await import("tsx/esm/api");
      register();
    }
    await import(file);
  } catch (error) {
    if (error.code !== "ERR_MODULE_NOT_FOUND") throw error;
    giveUp(`a dependency is missing (${firstLine(error.message)}): ${REINSTALL}`);
  }
}

function giveUp(sentence) {
  console.error(sentence);
  process.exit(EXIT_MISTAKE);
}
