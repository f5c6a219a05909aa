import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { describe, expect, test } from "vitest";

/** A layer imports itself and those before it. */
const LAYERS = ["article", "search", "answer", "telegram", "delivery"];

/** Folders beside the layers, and what they may reach. */
const REACH: Readonly<Record<string, readonly string[]>> = {
  ...Object.fromEntries(LAYERS.map((layer, index) => [layer, LAYERS.slice(0, index)])),
  evaluation: ["article", "search", "answer"],
  learning: ["article", "search", "evaluation"],
  journal: LAYERS,
  operation: LAYERS,
  preview: LAYERS,
  cli: [...LAYERS, "evaluation", "journal", "learning", "preview"],
};

/** Each library has one home. */
const HOMES: Readonly<Record<string, readonly string[]>> = {
  minisearch: ["search"],
  grammy: ["telegram", "delivery"],
  "@grammyjs/parse-mode": ["telegram"],
  undici: ["delivery"],
  pino: ["delivery"],
  "prom-client": ["operation"],
  ioredis: ["delivery"],
  "markdown-it": ["article"],
};

const PURE_LAYERS: ReadonlySet<string> = new Set(["search", "answer"]);
const NOT_PURE =
  /\b(?:Date\.now|new Date\(|Math\.random|process\.|performance\.now|setTimeout|setInterval|fetch\()|from "node:(?:fs|http|net|os)/u;

const IMPORT = /(?:from|import) "(?<name>[^"]+)"/gu;

type Source = { readonly path: string; readonly folder: string; readonly text: string };

const sources: Source[] = readdirSync("src", { recursive: true, encoding: "utf8" })
  .filter((path) => path.endsWith(".ts") && !path.endsWith(".d.ts"))
  .map((path) => {
    const folder = path.includes("/") ? (path.split("/")[0] ?? "") : "";
    return { path: join("src", path), folder, text: readFileSync(join("src", path), "utf8") };
  });

function importsOf({ text }: Source): string[] {
  return [...text.matchAll(IMPORT)].map((match) => match.groups?.["name"] ?? "");
}

/** `search` for an import of a file in that folder, "" for one at the top of `src`. */
function folderImported(source: Source, name: string): string | undefined {
  if (!name.startsWith(".")) return undefined;
  const path = relative("src", join(dirname(source.path), name));
  return path.includes("/") ? path.split("/")[0] : "";
}

test("there is something to check", () => {
  expect(sources.length).toBeGreaterThan(30);
});

describe.each(sources.filter(({ folder }) => folder !== ""))("$path", (source) => {
  test("imports its own layer and those to its left", () => {
    const allowed = [source.folder, ...(REACH[source.folder] ?? [])];
    if (source.folder === "cli") allowed.push("");
    const forbidden = importsOf(source).filter((name) => {
      const folder = folderImported(source, name);
      return folder !== undefined && !allowed.includes(folder);
    });
    expect(forbidden).toEqual([]);
  });

  test("keeps libraries at home", () => {
    const strayed = importsOf(source).filter(
      (name) => HOMES[name]?.includes(source.folder) === false,
    );
    expect(strayed).toEqual([]);
  });
});

test.each(sources.filter(({ folder }) => PURE_LAYERS.has(folder)))(
  "$path is a pure function of its arguments",
  ({ text }) => {
    expect(text).not.toMatch(NOT_PURE);
  },
);

test("the local Bot API knows nothing of the bot", () => {
  const curious = sources.filter(
    (source) =>
      source.path.includes("/bot-api/") && importsOf(source).some((name) => name.startsWith("../")),
  );
  expect(curious.map(({ path }) => path)).toEqual([]);
});

test("disk is read in the article layer only where articles are loaded", () => {
  const readers = sources.filter(
    ({ folder, text }) => folder === "article" && text.includes('from "node:fs"'),
  );
  expect(readers.map(({ path }) => path).toSorted()).toEqual([
    "src/article/load-library.ts",
    "src/article/read-article-file.ts",
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
    ({ folder, text }) => folder !== "preview" && text.includes("parse_mode"),
  );
  expect(glued.map(({ path }) => path)).toEqual([]);
});
