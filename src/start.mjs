/**
 * npm start: bundles src/main.ts into one file and runs it. Loading hundreds of modules one by one takes
 * longer than the rest of the start. The bundle is rebuilt whenever a source is newer. `--bundle` only
 * builds it; npm ci does so, which makes the first start as fast as any other. If the bundle cannot be
 * written, as in a read-only container, the modules run as they are. The worker threads that read articles
 * have bundles of their own. Data is copied beside them: in a bundle, JSON would stay in memory as a part of its text,
 * and the word vectors are read only when they are first needed.
 */
import {
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { basename, dirname, join, resolve, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { mapOwnLines } from "./map-own-lines.mjs";

/** The operator has to fix something first; a restart does not help. */
const EXIT_MISCONFIGURED = 2;
/** Short lines, so that an error's excerpt of one can be read. */
const LINE_LENGTH = 120;
const REINSTALL = "run npm ci on this machine";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const folder = join(root, "node_modules/.cache/ask-the-article");
const bundle = join(folder, "main.mjs");
const workers = ["content-worker", "share-worker", "archive-worker"].map((name) =>
  join(folder, `${name}.mjs`),
);
const sources = join(root, "src");
/** Paths in src. */
const sourceFiles = readdirSync(sources, { recursive: true, encoding: "utf8" });
const dataFiles = ["languages/word-vectors.bin", ...sourceFiles.filter(isJson)].map((path) => ({
  path: join(sources, path),
  copy: join(folder, nameOfCopy(path)),
}));
const bundlesOnly = process.argv.includes("--bundle");

process.setSourceMapsEnabled(true);
if (await ensureBundle()) {
  if (!bundlesOnly) await start(bundle);
} else {
  await start(join(root, "src/main.ts"));
}

/** Builds the bundle unless it is up to date. Returns whether there is one to run. */
async function ensureBundle() {
  const changed = newest([
    join(root, "package-lock.json"),
    ...sourceFiles.map((path) => join(sources, path)),
  ]);
  const built = [bundle, ...workers, ...dataFiles.map(({ copy }) => copy)];
  if (built.every((file) => changedAt(file) >= changed && isFile(file))) return true;

  const files = await build();
  try {
    save(files);
    return true;
  } catch (error) {
    const problem = `${bundle} cannot be written (${error.code ?? error.message})`;
    if (bundlesOnly) giveUp(`${problem}: make its folder writable`);
    console.error(`${problem}: this start is slower; npm run prepare builds it`);
    return false;
  }
}

function isJson(path) {
  return path.endsWith(".json");
}

/** All copies are in one folder; the word vectors have their own name in the sources, too. */
function nameOfCopy(path) {
  return isJson(path) ? path.replaceAll(sep, "-") : basename(path);
}

function newest(files) {
  return files.reduce((latest, file) => Math.max(latest, changedAt(file)), 0);
}

function isFile(path) {
  return statSync(path).isFile();
}

/** 0 if the file is missing or unreadable. */
function changedAt(file) {
  try {
    return statSync(file).mtimeMs;
  } catch {
    return 0;
  }
}

async function build() {
  const esbuild = await import("esbuild").catch(() =>
    giveUp(`esbuild is missing, which bundles the sources: ${REINSTALL}`),
  );
  const options = {
    entryPoints: {
      main: join(root, "src/main.ts"),
      "content-worker": join(root, "src/content/content-worker.ts"),
      "share-worker": join(root, "src/content/shares/share-worker.ts"),
      "archive-worker": join(root, "src/content/archive/archive-worker.ts"),
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
    // Node keeps the text of a bundle in memory, with two bytes for each character: 14 MB instead of 22.
    charset: "utf8",
    minifyWhitespace: true,
    lineLimit: LINE_LENGTH,
    // grammY recognizes Node's AbortSignal by its class name, which bundling changes.
    // The database's client is loaded only where there is a database.
    external: ["grammy", "pg", "node-pg-migrate"],
    plugins: [{ name: "data-beside", setup: readDataBeside }],
    banner: {
      js: 'import { createRequire as requireFrom } from "node:module"; const require = requireFrom(import.meta.url);',
    },
  };
  try {
    const { outputFiles } = await esbuild.build(options);
    // Its process would go on as long as the bot, and its output take 27 MB of the bot's memory.
    await esbuild.stop();
    const copies = dataFiles.map(({ path, copy }) => ({ path: copy, contents: dataOf(path) }));
    return [...outputFiles.map(withOwnLines), ...copies];
  } catch (error) {
    return giveUp(whyNotBuilt(error));
  }
}

/** Most of a source map is about dependencies, which nobody looks for in a stack trace. */
function withOwnLines(file) {
  if (!file.path.endsWith(".map")) return file;
  const map = mapOwnLines(JSON.parse(file.text), isOwnSource);
  return { path: file.path, contents: JSON.stringify(map) };
}

function isOwnSource(source) {
  return resolve(folder, source).startsWith(join(root, "src/")) && source.endsWith(".ts");
}

/** An esbuild plugin: what imports JSON of the sources reads the copy of it. */
function readDataBeside({ onLoad }) {
  // esbuild reads it as Go does, which knows no "u".
  onLoad({ filter: /\.json$/ }, ({ path }) => {
    const own = dataFiles.find((file) => file.path === path);
    if (!own) return undefined;
    const name = JSON.stringify(basename(own.copy));
    const contents = `import { readFileSync } from "node:fs";
      export default JSON.parse(readFileSync(new URL(${name}, import.meta.url), "utf8"));`;
    return { contents, loader: "js" };
  });
}

function dataOf(file) {
  try {
    return readFileSync(file);
  } catch (error) {
    return giveUp(
      `${file} cannot be read (${error.code}): check out all sources, and ${REINSTALL}`,
    );
  }
}

/** A mistake in the sources has a location; anything else is a problem with esbuild itself. */
function whyNotBuilt({ errors = [], message }) {
  const [first] = errors;
  if (!first) return `esbuild cannot run (${firstLine(message)}): ${REINSTALL}`;
  const { file, line } = first.location ?? {};
  const place = file === undefined ? "" : `${file}:${line}: `;
  return `${place}${firstLine(first.text)}: check out all sources, and ${REINSTALL}`;
}

function firstLine(text) {
  return String(text).split("\n", 1)[0];
}

/** Writes a temporary file and renames it, so that a concurrent start never reads half a bundle. */
function save(files) {
  mkdirSync(folder, { recursive: true });
  for (const { path, contents } of files) {
    const temporary = `${path}.${process.pid}`;
    try {
      writeFileSync(temporary, contents);
      renameSync(temporary, path);
    } catch (error) {
      rmSync(temporary, { force: true });
      throw error;
    }
  }
}

async function start(file) {
  try {
    if (file !== bundle) {
      // tsx would write a cache, whose folder may be read-only as well.
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
  process.exit(EXIT_MISCONFIGURED);
}
