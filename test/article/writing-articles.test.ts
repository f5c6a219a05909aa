import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import type { Article } from "../../src/article/article.ts";
import { formatDiagnostic } from "../../src/article/diagnostic.ts";
import { parseLibrary } from "../../src/article/loading/parse-library.ts";
import { parseGoldenQuestions } from "../../src/evaluation/golden-questions.ts";

const page = readFileSync("docs/writing-articles.md", "utf8");

const FENCED = /^```(?<language>\w+)\n(?<code>.*?)^```$/gmsu;
const examplesIn = (language: string) =>
  [...page.matchAll(FENCED)].flatMap(({ groups }) =>
    groups?.["language"] === language ? (groups["code"] ?? "") : [],
  );
const [article = "", ...others] = examplesIn("markdown");
const translation = others.at(-1) ?? "";
const fragments = others.slice(0, -1);
const frontMatter = article.slice(0, article.indexOf("---\n", 4) + 4);

function load(files: Readonly<Record<string, string>>) {
  return parseLibrary(
    Object.entries(files).map(([path, text]) => ({ path, text })),
    [],
  );
}

function mistakesIn(files: Readonly<Record<string, string>>): string[] {
  const library = load(files);
  return library.kind === "faulty" ? library.diagnostics.map(formatDiagnostic) : [];
}

function loaded(text: string): Article {
  const library = load({ "ferry.md": text });
  const [first] = library.kind === "loaded" ? library.articles : [];
  if (!first) throw new Error(JSON.stringify(library));
  return first;
}

test("the example, its translation and every fragment load without a mistake", () => {
  expect(mistakesIn({ "ferry.md": article, "ferry.uk.md": translation })).toEqual([]);
  expect(fragments.length).toBeGreaterThan(0);
  for (const fragment of fragments) {
    expect(mistakesIn({ "ferry.md": `${frontMatter}\n${fragment}` })).toEqual([]);
  }
});

test("the golden questions of the example are read without a mistake", () => {
  const [questions = ""] = examplesIn("yaml");
  expect(parseGoldenQuestions(questions, "ferry.questions.yaml", loaded(article))).toMatchObject({
    kind: "parsed",
    chats: [{ kind: "direct" }, { kind: "not-covered" }, { turns: [{}, {}] }],
  });
});

/** The rows of the table under a heading: what is written, and the code spans beside it. */
function rowsUnder(heading: string): [written: string, ...beside: string[]][] {
  const [, below = ""] = page.split(`### ${heading}\n`);
  const [section = ""] = below.split(/^#{2,3} /mu);
  return [...section.matchAll(/^\| `(?<written>.*?)` +\|(?<beside>.*)\|$/gmu)].map(({ groups }) => {
    const beside = [...(groups?.["beside"] ?? "").matchAll(/`(?<code>[^`]+)`/gu)];
    const written = (groups?.["written"] ?? "").replaceAll("⏎", "\n");
    return [written, ...beside.map((match) => match.groups?.["code"] ?? "")];
  });
}

test.each(rowsUnder("What becomes text"))("%j is read as the page says", (written, ...texts) => {
  const { sections } = loaded(`${frontMatter}\n${written}\n`);
  const read = sections.flatMap(({ passages }) => passages.map(({ text }) => text));
  expect(read).toEqual(texts);
});

test.each(rowsUnder("What is a mistake"))("%j is reported as the page says", (written, message) => {
  expect(mistakesIn({ "ferry.md": `${frontMatter}\nText.\n\n${written}\n` })).toEqual([
    expect.stringContaining(message ?? "not in the page"),
  ]);
});

test.each([
  ["quotations", 98, "> "],
  ["lists", 49, "- "],
])("%s nest up to %i levels", (_name, levels, sign) => {
  const nested = (depth: number) => ({ "ferry.md": `# T\n\n${sign.repeat(depth)}deep\n` });
  expect(page).toContain(`${levels} levels`);
  expect(mistakesIn(nested(levels))).toEqual([]);
  expect(mistakesIn(nested(levels + 1)).join("\n")).toContain("nested too deeply");
});

const FIELDS =
  "title language text source.publisher source.title source.url source.author source.published people questions";
const ATTRIBUTES = "#fares by= kind= quoted key lead= note= keywords= summary=";

test.each(`${FIELDS} ${ATTRIBUTES} name capacity aliases`.split(" "))(
  "%s has a row of its own",
  (name) => {
    expect(page).toMatch(new RegExp(`^\\| \`${name.replace(".", "\\.")}`, "mu"));
  },
);
