import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { expect, test } from "vitest";

/** Folders of `src/` and those they may import besides themselves. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = (() => {
  const layers = ["text", "languages", "article", "search", "answer"];
  const reach = Object.fromEntries(layers.map((layer, place) => [layer, layers.slice(0, place)]));
  const core = [...layers, "feedback"];
  const outer = [...core, "telegram", "logging", "files"];
  return {
    ...reach,
    learned: [],
    search: [...(reach["search"] ?? []), "learned"],
    import: ["text", "languages", "article", "learned", "files"],
    feedback: [...layers, "database"],
    telegram: core,
    logging: ["text"],
    files: ["logging"],
    database: ["logging"],
    // Import tells which passages of an article without speakers are somebody's words.
    content: [...layers, "import", "logging", "files", "database"],
    feeds: [...layers, "content", "import", "logging", "files"],
    delivery: [...outer, "database"],
    monitoring: [...outer, "delivery", "feeds"],
    "question-log": [...outer, "database"],
    desk: [
      ...outer,
      "content",
      "evaluation",
      "feeds",
      "import",
      "question-log",
      "monitoring",
      "telegram-simulator",
    ],
    "telegram-simulator": [],
    evaluation: [...layers, "import"],
    training: [...layers, "learned", "import", "evaluation"],
    config: ["logging", "files"],
    cli: [
      ...outer,
      "config",
      "content",
      "database",
      "delivery",
      "desk",
      "evaluation",
      "feeds",
      "import",
      "learned",
      "question-log",
      "training",
    ],
  };
})();

/** Each library has one home. */
const HOMES: Readonly<Record<string, readonly string[]>> = {
  minisearch: ["search"],
  grammy: ["telegram", "delivery"],
  "@grammyjs/parse-mode": ["telegram"],
  undici: ["delivery", "import"],
  "@mozilla/readability": ["import"],
  linkedom: ["import"],
  pino: ["logging"],
  "prom-client": ["monitoring"],
  ioredis: ["delivery"],
  pg: ["database"],
  "node-pg-migrate": ["database"],
  "@telegram-apps/init-data-node": ["desk"],
  "markdown-it": ["article"],
  "snowball-stemmers": ["languages"],
};

const PURE_FOLDERS: ReadonlySet<string> = new Set(["text", "languages", "search", "answer"]);
const IMPURE =
  /\b(?:Date\.now|new Date\(|Math\.random|process\.|performance\.now|setTimeout|setInterval|fetch\()|from "node:(?:fs|http|net|os)/u;

const IMPORT = /(?:from |import |import\()"(?<name>[^"]+)"/gu;

const VALUE_IMPORT = /^(?:import|export) (?!type)[^;]*?from "(?<name>\.[^"]+)"/gmu;

type Source = { readonly path: string; readonly folder: string; readonly text: string };

function sourcesEndingIn(extension: string): Source[] {
  return readdirSync("src", { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(extension) && !path.endsWith(".d.ts"))
    .map((path) => {
      const folder = path.includes("/") ? (path.split("/")[0] ?? "") : "";
      return { path: join("src", path), folder, text: readFileSync(join("src", path), "utf8") };
    });
}

const sources = sourcesEndingIn(".ts");
const pageScripts = sourcesEndingIn(".js");

function importsOf({ text }: Source): string[] {
  return [...text.matchAll(IMPORT)].map((match) => match.groups?.["name"] ?? "");
}

/** `search` for an import of a file in that folder, "" for one at the top of `src`. */
function folderImported(source: Source, name: string): string | undefined {
  if (!name.startsWith(".")) return undefined;
  const path = relative("src", join(dirname(source.path), name));
  return path.includes("/") ? path.split("/")[0] : "";
}

/** Types are gone when the code runs, so they may refer to each other. */
function filesLoadedBy({ path, text }: Source): string[] {
  return [...text.matchAll(VALUE_IMPORT)].map((match) =>
    join(dirname(path), match.groups?.["name"] ?? ""),
  );
}

/** `path imports name`, for every import that breaks the rule. */
function importsAgainst(isWrong: (source: Source, name: string) => boolean): string[] {
  return sources.flatMap((source) =>
    importsOf(source)
      .filter((name) => isWrong(source, name))
      .map((name) => `${source.path} imports ${name}`),
  );
}

test("every folder has a rule", () => {
  const folders = new Set(sources.map(({ folder }) => folder));
  folders.delete("");
  expect([...folders].toSorted()).toEqual(Object.keys(MAY_IMPORT).toSorted());
});

test("a folder imports itself and those it is built on", () => {
  const wrong = importsAgainst((source, name) => {
    const folder = folderImported(source, name);
    if (source.folder === "" || folder === undefined || folder === source.folder) return false;
    return MAY_IMPORT[source.folder]?.includes(folder) !== true;
  });
  expect(wrong).toEqual([]);
});

test("no file imports itself through others", () => {
  const imports = new Map(sources.map((source) => [source.path, filesLoadedBy(source)]));
  const leadsTo = (path: string, goal: string, seen = new Set<string>()): boolean =>
    (imports.get(path) ?? []).some((next) => {
      if (next === goal) return true;
      if (seen.has(next)) return false;
      seen.add(next);
      return leadsTo(next, goal, seen);
    });
  const paths = sources.map(({ path }) => path);
  expect(paths.filter((path) => leadsTo(path, path))).toEqual([]);
});

test("the database's client is loaded only where there is a database", () => {
  const loaded = sources.filter(({ text }) =>
    /^import (?!type)[^;]*from "(?:pg|node-pg-migrate)"/mu.test(text),
  );
  expect(loaded.map(({ path }) => path)).toEqual([]);
});

test("each library is imported in its home only", () => {
  const wrong = importsAgainst(
    (source, name) => source.folder !== "" && HOMES[name]?.includes(source.folder) === false,
  );
  expect(wrong).toEqual([]);
});

test("below telegram, everything is a pure function of its arguments; one file reads a table from disk", () => {
  const impure = sources.filter(
    ({ folder, text }) => PURE_FOLDERS.has(folder) && IMPURE.test(text),
  );
  expect(impure.map(({ path }) => path)).toEqual(["src/languages/load-word-vectors.ts"]);
});

test("the article folder reads the disk only where articles are loaded", () => {
  const readers = sources.filter(
    ({ folder, text }) => folder === "article" && text.includes('from "node:fs"'),
  );
  expect(readers.map(({ path }) => path).toSorted()).toEqual([
    "src/article/loading/load-library.ts",
    "src/article/loading/read-article-file.ts",
    "src/article/loading/translation-problems.ts",
  ]);
});

test("no file is a drawer of odds and ends", () => {
  const drawers = sources.filter(({ path }) =>
    /\/(?:index|utils?|helpers?|common|types)\.ts$/u.test(path),
  );
  expect(drawers).toEqual([]);
});

test("no reply is written in a markup language", () => {
  const glued = sources.filter(
    ({ folder, text }) => folder !== "telegram-simulator" && text.includes("parse_mode"),
  );
  expect(glued.map(({ path }) => path)).toEqual([]);
});

/** Functions, values, classes and types, including the page's. */
const EXPORTED =
  /^export (?:default )?(?:async )?(?:function\*?|const|let|class|type|enum) (?<name>\w+)/gmu;
const RE_EXPORT = /^export (?:type )?(?:\*|\{)/mu;

test("every exported name exists once", () => {
  const homes = new Map<string, Set<string>>();
  for (const { path, text } of [...sources, ...pageScripts]) {
    for (const { groups } of text.matchAll(EXPORTED)) {
      const name = groups?.["name"] ?? "";
      homes.set(name, (homes.get(name) ?? new Set()).add(path));
    }
  }
  const shared = [...homes].filter(([, paths]) => paths.size > 1);
  expect(shared.map(([name, paths]) => `${name}: ${[...paths].join(", ")}`)).toEqual([]);
});

test("nothing is re-exported from another file", () => {
  const barrels = [...sources, ...pageScripts].filter(({ text }) => RE_EXPORT.test(text));
  expect(barrels.map(({ path }) => path)).toEqual([]);
});
