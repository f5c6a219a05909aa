import { existsSync, readFileSync, readdirSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { expect, test } from "vitest";
import { prepareAnswers } from "../src/answer/answer-question.ts";
import { loadLibrary } from "../src/article/loading/load-library.ts";
import { replyText } from "../src/cli/answer-record.ts";
import { COMMANDS } from "../src/cli/commands.ts";
import { runCommand } from "./cli/run-command.ts";
import { KNOWN_MISSES } from "./evaluation/known-misses.ts";

/** One screen: readers decide by it whether to read on. */
const README_MAX_BYTES = 8192;

const FENCED_CODE = /^(?<fence>```+|~~~+)[^\n]*\n.*?^\k<fence>$/gmsu;
const INLINE_CODE = /(?<ticks>`+).+?\k<ticks>/gsu;
const LINK = /\]\((?<link>[^)\s]+)\)|\bsrc(?:set)?="(?<source>[^"]+)"/gu;
const EXTERNAL = /^[a-z]+:/u;
const HEADING = /^#{1,6} (?<text>.+)$/gmu;
/** `src/search/search.ts`; not `content/ferry.md`, which is an example. */
const SOURCE_PATH = /`(?<path>(?:src|test|docs|deploy)\/[\w./-]+)`/gu;
/** A blockquote that begins with a reader's question. */
const EXCHANGE = /^> \*\*You:\*\* (?<question>.+)\n(?<reply>(?:>.*\n)+)/gmu;
const FUNCTION = /`(?<name>[a-z]\w+)\(\)`/gu;
const OPTION = /--[a-z]+/gu;
const NPM_RUN = /npm run (?:-s |--silent )?(?<script>[a-z][a-z:-]*)/gu;

const read = (path: string) => readFileSync(path, "utf8");
const filesIn = (folder: string) =>
  readdirSync(folder, { recursive: true, encoding: "utf8" }).map((name) => join(folder, name));

const pages = [...readdirSync("."), ...filesIn("docs"), ...filesIn("src")].filter((path) =>
  path.endsWith(".md"),
);

const withoutMarkup = (text: string) =>
  text.replaceAll(/[>*_]/gu, "").replaceAll(/\s+/gu, " ").trim();

const withoutCode = (page: string) => page.replaceAll(FENCED_CODE, "").replaceAll(INLINE_CODE, "");

/** The `#anchors` that GitHub gives to a page's headings. */
function anchorsOf(page: string): string[] {
  const seen = new Map<string, number>();
  return [...page.replaceAll(FENCED_CODE, "").matchAll(HEADING)].map((match) => {
    const text = (match.groups?.["text"] ?? "").replaceAll(/\[(.*?)\]\(.*?\)/gu, "$1");
    const slug = text
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}\p{M}_ -]/gu, "")
      .replaceAll(" ", "-");
    const count = seen.get(slug) ?? 0;
    seen.set(slug, count + 1);
    return count === 0 ? slug : `${slug}-${count}`;
  });
}

function leadsSomewhere(page: string, link: string): boolean {
  const [path = "", anchor] = link.split("#");
  const target = path === "" ? page : normalize(join(dirname(page), path));
  if (!existsSync(target)) return false;
  return anchor === undefined || anchorsOf(read(target)).includes(anchor);
}

test("the README fits on one screen", () => {
  expect(Buffer.byteLength(read("README.md"))).toBeLessThanOrEqual(README_MAX_BYTES);
});

test("the bot answers the README's questions as the README says", () => {
  const library = loadLibrary("content");
  if (library.kind === "faulty") throw new Error("content has mistakes → npm run eval");
  const answerQuestion = prepareAnswers(library.articles);

  const exchanges = [...read("README.md").matchAll(EXCHANGE)].map(({ groups }) => groups ?? {});
  expect(exchanges.length).toBeGreaterThan(1);
  for (const { question = "", reply = "" } of exchanges) {
    const shown = withoutMarkup(reply);
    expect(withoutMarkup(replyText(answerQuestion(question))).slice(0, shown.length)).toBe(shown);
  }
});

test.each(pages)("every link in %s leads somewhere", (page) => {
  const links = [...withoutCode(read(page)).matchAll(LINK)]
    .map(({ groups }) => groups?.["link"] ?? groups?.["source"] ?? "")
    .filter((link) => !EXTERNAL.test(link));
  expect(links.filter((link) => !leadsSomewhere(page, link))).toEqual([]);
});

test("every command that the docs name is one of package.json's", () => {
  const { scripts } = JSON.parse(read("package.json"));
  const named = [...pages, ".env.example"].flatMap((page) =>
    [...read(page).matchAll(NPM_RUN)].map(({ groups }) => groups?.["script"] ?? ""),
  );
  expect(named.length).toBeGreaterThan(0);
  expect(named.filter((name) => !(name in scripts))).toEqual([]);
});

test("every folder of src is in the tree of docs/architecture.md", () => {
  const architecture = read("docs/architecture.md");
  const folders = readdirSync("src", { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);
  expect(folders.length).toBeGreaterThan(20);
  expect(folders.filter((name) => !architecture.includes(` ${name}/ `))).toEqual([]);
});

test.each(pages)("every file and folder that %s names exists", (page) => {
  const paths = [...read(page).matchAll(SOURCE_PATH)].map(({ groups }) => groups?.["path"] ?? "");
  expect(paths.filter((path) => !existsSync(path))).toEqual([]);
});

test("every function that docs/architecture.md names exists", () => {
  const sources = filesIn("src")
    .filter((path) => path.endsWith(".ts"))
    .map(read)
    .join("\n");
  const names = [...read("docs/architecture.md").matchAll(FUNCTION)].map(
    ({ groups }) => groups?.["name"] ?? "",
  );
  expect(names.length).toBeGreaterThan(10);
  expect(names.filter((name) => !new RegExp(`\\b${name}\\b`, "u").test(sources))).toEqual([]);
});

test.each([...COMMANDS.keys()])("docs/commands.md names every option of %s", async (name) => {
  const { stdout } = await runCommand(name, ["--help"]);
  const [, section = ""] = read("docs/commands.md").split(`\n## ${name}\n`);
  const [described = ""] = section.split("\n## ");
  const options = [...stdout.matchAll(OPTION)].map(([option]) => option);
  expect(options.filter((option) => option !== "--help" && !described.includes(option))).toEqual(
    [],
  );
});

test.each([
  ["English", "xi-moscow-visit"],
  ["Russian", "xi-moscow-visit.ru"],
  ["Ukrainian", "xi-moscow-visit.uk"],
])("the README says how many %s golden questions are answered right", (language, set) => {
  const { questions, misses } = KNOWN_MISSES[set] ?? { questions: 0, misses: [] };
  const figure = `${questions - misses.length} / ${questions}`;
  expect(read("README.md")).toMatch(
    new RegExp(`${language} golden questions answered right +\\| +${figure} `, "u"),
  );
});
