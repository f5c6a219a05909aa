import { describe, expect, test } from "vitest";
import { formatDiagnostic } from "../../../src/article/diagnostic.ts";
import { parseArticle } from "../../../src/article/parsing/parse-article.ts";
import { parseTranslation } from "../../../src/article/parsing/parse-translation.ts";
import { parseLibrary } from "../../../src/article/loading/parse-library.ts";
import { parseGoldenQuestions } from "../../../src/evaluation/golden-questions.ts";
import { bridgeArticle } from "../../search/sample.ts";

function read(frontMatter: string, body = "Text.") {
  return parseArticle(`---\n${frontMatter}\n---\n\n${body}\n`, "ferry.md");
}

function mistakesIn(frontMatter: string, body?: string): string[] {
  const result = read(frontMatter, body);
  return result.kind === "faulty" ? result.diagnostics.map(formatDiagnostic) : [];
}

function titleOf(frontMatter: string): string | undefined {
  const result = read(frontMatter);
  return result.kind === "parsed" ? result.article.title : undefined;
}

describe("a value is text as written", () => {
  test.each([
    ["title: 1984", "1984"],
    ["title: 007", "007"],
    ["title: 0x1F", "0x1F"],
    ["title: 1e3", "1e3"],
    ["title: yes", "yes"],
    ["title: true", "true"],
    ["title: 2023-03-14", "2023-03-14"],
    ["title: .5", ".5"],
    ['title: "A: b"', "A: b"],
    ["title: 'It''s'", "It's"],
    ["title: A  b # a remark", "A  b"],
    ["title: >\n  A\n  b", "A b"],
    ["title: co\u00ADoperate", "cooperate"],
    ["title: a < b & c <3", "a < b & c <3"],
  ])("%j", (frontMatter, title) => {
    expect(titleOf(frontMatter)).toBe(title);
  });

  test("so are people and questions", () => {
    const result = read(
      "title: T\npeople: { ann: { name: 7, capacity: 8, aliases: [9] } }\nquestions: [1984]",
    );
    expect(result.kind === "parsed" && result.article).toMatchObject({
      people: [{ name: "7", capacity: "8", aliases: ["9"] }],
      suggestedQuestions: ["1984"],
    });
  });

  test("a field without a value counts as missing", () => {
    expect(titleOf("title: T\nlanguage:\nsource:\npeople:\nquestions: ~")).toBe("T");
  });
});

describe("where front matter starts and ends", () => {
  test.each([
    ["a byte order mark", "\uFEFF---\ntitle: T\n---\nText.\n"],
    ["Windows line ends", "---\r\ntitle: T\r\n---\r\nText.\r\n"],
    ["old Mac line ends", "---\rtitle: T\r---\rText.\r"],
    ["blank lines above", "\n\n---\ntitle: T\n---\nText.\n"],
    ["a comment above", "<!-- draft -->\n---\ntitle: T\n---\nText.\n"],
    ["spaces after the dashes", "--- \ntitle: T\n---\t\nText.\n"],
    ["no blank line after it", "---\ntitle: T\n---\nText."],
  ])("%s", (_name, markdown) => {
    const result = parseArticle(markdown, "ferry.md");
    if (result.kind === "faulty")
      throw new Error(result.diagnostics.map(formatDiagnostic).join("\n"));
    expect(result.article.title).toBe("T");
    expect(result.article.sections[0]?.passages.map(({ text }) => text)).toEqual(["Text."]);
  });

  test("line numbers include the front matter", () => {
    const markdown = "\uFEFF\r\n---\r\ntitle: T\r\n---\r\n\r\nText. {qouted}\r";
    const result = parseArticle(markdown, "ferry.md");
    expect(result.kind === "faulty" && result.diagnostics.map(({ line }) => line)).toEqual([6]);
  });
});

describe("each mistake is reported once, with its line and what to write", () => {
  test.each<[string, string]>([
    ["title: *Bridge", '2: bad YAML: `*` has a special meaning here: write `title: "*Bridge"`'],
    [
      "title: &Bridge burns",
      '2: bad YAML: `&` has a special meaning here: write `title: "&Bridge burns"`',
    ],
    [
      "title: !important news",
      '2: bad YAML: `!` has a special meaning here: write `title: "!important news"`',
    ],
    ["title: T\n<<: *base", "3: bad YAML: `*` has a special meaning here"],
    [
      "title: T\npeople: { ann: { name: A, capacity: *x } }",
      "3: bad YAML: `*` has a special meaning",
    ],
    ["title: A: b", '2: bad YAML: a value with a colon must be quoted: write `title: "A: b"`'],
    ['title: A: "b"', "write `title: 'A: \"b'`"],
    [
      "title: Bridge #2 burns",
      '2: bad YAML: everything after `#` would be lost: write `title: "Bridge #2 burns"`',
    ],
    ["title: #1 hit", '2: bad YAML: everything after `#` would be lost: write `title: "#1 hit"`'],
    [
      "title: @home",
      '2: bad YAML: a value cannot start with this character: write `title: "@home"`',
    ],
    ["title: 'It's'", '2: bad YAML: write `title: "It\'s"`'],
    ["title: [Update] Fire", '2: bad YAML: write `title: "[Update] Fire"`'],
    ["title: [a", "bad YAML: a bracket is not closed: close it with `]`"],
    ['title: "a', "bad YAML: a quotation mark is not closed"],
    ["title: T\n\tlanguage: en", "3: bad YAML: this line starts with a tab: use spaces"],
    ["title: T\ntitle: U", "3: bad YAML: `title` is given twice"],
    ["title: T\n...\nlanguage: en", "bad YAML: a line of `---` or `...` splits this in two"],
    ["title: T\nlanguage", "3: bad YAML: `language` has no colon"],
    ["- title", "1: the front matter contains no fields"],
    ["title:T", "1: the front matter contains no fields"],
    [
      "title: T\nsource: { date: 2023 }",
      "3: unknown field `source.date`: `source` takes publisher, title, url, author, published",
    ],
    [
      "title: T\ntitel: U",
      "3: unknown field `titel`: the front matter takes title, language, text, source, embargo, people, questions (did you mean `title`?)",
    ],
    [
      "title: T\nsource: gazette",
      "3: `source` must contain fields (publisher, title, url, author, published, updated, section)",
    ],
    ["title: T\nsource: { publisher: [a] }", "3: `source.publisher` must be text"],
    ["title: {a: b}", "2: `title` must be text: put it in quotes"],
    ["title: T\nquestions: Why?", "3: `questions` must be a list"],
    ["title: T\nquestions:\n  - How: is it?", "4: `questions.0` must be text: put it in quotes"],
    ["title: T\nquestions:\n  -", "4: `questions.0` is empty"],
    ["title: T\npeople: [ann]", "3: `people` must map ids to people"],
    ["title: T\npeople:\n  ann:", "4: `people.ann` must contain fields (name, capacity, aliases)"],
    ["title: T\npeople: { ann: { name: A } }", "3: `people.ann.capacity` is missing: add it"],
    [
      "title: T\npeople: { ann: { name: A, capacty: B } }",
      "unknown field `people.ann.capacty`: a person takes name, capacity, aliases (did you mean `capacity`?)",
    ],
    [
      "title: T\npeople: { ann: { name: A, capacity: director, owner } }",
      "unknown field `people.ann.owner`: a person takes name, capacity, aliases; a value with a comma must be quoted",
    ],
    ["title: Fish &amp; chips", "2: `title` contains `&amp;`, which would be shown literally"],
    [
      "title: T\npeople: { Ann B: { name: A, capacity: B } }",
      "3: `people.Ann B` is not a valid id",
    ],
    ["title: T\ntext: full", "3: `text` must be `digest` or `verbatim`"],
    ["title: <b>Fire</b>", "2: `title` contains `<b>`, which is HTML"],
    ["title: A <!-- b --> c", "2: `title` contains `<!-- b -->`, which is HTML"],
    ['title: "a\\u202Eb"', "2: `title` cannot be shown: the invisible character U+202E"],
    ["title: a\u202Eb", "2: the invisible character U+202E changes the direction of the text"],
    [
      "title: T\nembargo: tomorrow",
      "3: `embargo` is not a time: write `2026-05-03T06:00:00Z`, or a day such as `2026-05-03`",
    ],
    ["title: T\nembargo: 2026-05-03T06:00", "3: `embargo` is not a time"],
    ["title: T\nlanguage: English", "3: `language` is not a language code"],
  ])("%j", (frontMatter, message) => {
    expect(mistakesIn(frontMatter)).toEqual([expect.stringContaining(message)]);
  });

  test.each([
    ["depth of brackets", `people: ${"[".repeat(20_000)}`],
    ["depth of braces over lines", `people:\n${"{a:\n".repeat(5000)}`],
    ["depth of lists", `people: ${"- ".repeat(20_000)}`],
    ["depth of keys", "? ".repeat(20_000)],
    ["depth of keys in brackets", `a: ${"[? ".repeat(20_000)}`],
    [
      "depth of indentation",
      Array.from({ length: 900 }, (_, at) => `${" ".repeat(at)}a:`).join("\n"),
    ],
    ["aliases of aliases", "a: &a [x]\nb: &b [*a, *a]\nc: &c [*b, *b]\nd: [*c, *c]"],
    ["an alias of itself", "questions: &q [*q]"],
    ["a name that every object has", "title: T\n__proto__: { title: U }\nconstructor: x"],
    ["a list as a key", "? [a, b]\n: c"],
    ["a directive", "%YAML 1.1\n%HTML_TAG ! x\ntitle: T"],
    ["a null byte", "title: \0"],
  ])("%s does no harm", (_name, frontMatter) => {
    for (const { message, line } of faults(frontMatter)) {
      expect(message).not.toMatch(/Error|received|expected|undefined/u);
      expect(line).toBeGreaterThan(0);
    }
  });
});

function faults(frontMatter: string) {
  const result = read(frontMatter);
  return result.kind === "faulty" ? result.diagnostics : [];
}

test("all mistakes of a file are reported together, none of them twice", () => {
  const frontMatter = `title: A: b
source: { publisher: gazette, date: May }
people:
  gazette: { name: The Gazette, capacity: newspaper }
  ann: { name: Ann }
  bob: { name: Bob, capacity: captain }`;
  const body = `One. {by=nobody kind=opinion}

Two. {by=bob kind=rumour}

Three. {by=ann kind=opinion}

Four<br>. {qouted}

Five. {by=gazette}`;
  expect(
    mistakesIn(frontMatter, body).map((message) => message.replace(/^ferry\.md:/u, "")),
  ).toEqual([
    expect.stringMatching(/^2: bad YAML: a value with a colon/u),
    expect.stringMatching(/^3: unknown field `source\.date`/u),
    expect.stringMatching(/^6: `people\.ann\.capacity` is missing/u),
    expect.stringMatching(/^10: speaker `nobody` is not listed under `people`/u),
    expect.stringMatching(/^12: kind `rumour` must be/u),
    expect.stringMatching(/^16: `<br>` is HTML/u),
    expect.stringMatching(/^16: unknown attribute `qouted`/u),
  ]);
});

test("if the people cannot be read, no speaker is reported as unknown", () => {
  const diagnostics = mistakesIn(
    "title: T\npeople:\n  ann: { name: Ann, capacity: 'captain }",
    "One. {by=ann kind=opinion}",
  );
  expect(diagnostics).toEqual([expect.stringContaining("a quotation mark is not closed")]);
});

test("mistakes of a translation are reported beside those of its article", () => {
  const files = [
    { path: "ferry.md", text: "# Ferry\n\nText. {qouted}\n" },
    { path: "ferry.uk.md", text: "---\ntitle: *Пором\n---\n\nТекст<br>. {#text}\n" },
  ];
  const library = parseLibrary(files, []);
  expect(library.kind === "faulty" && library.diagnostics.map(formatDiagnostic)).toEqual([
    expect.stringMatching(/^ferry\.md:3: unknown attribute `qouted`/u),
    expect.stringMatching(/^ferry\.uk\.md:2: bad YAML: `\*`/u),
    expect.stringMatching(/^ferry\.uk\.md:5: `<br>`/u),
  ]);
});

test.each([
  ["- ask: *How\n  kind: direct\n  expect: answered", ":1: bad YAML: `*` has a special meaning"],
  ["- { ask: Why?, kind: direct, expect: answered, passage: *x }", ":1: bad YAML: `*`"],
  ["- &a [*a]", ":1: bad YAML"],
  ["- ask: Why?\n  <<: *base", ":2: bad YAML: `*`"],
  ["- { ask: Why?, ask: How?, kind: direct, expect: answered }", "`ask` is given twice"],
  ["- ask: a\u202Eb\n  kind: direct\n  expect: answered", ":1: the invisible character U+202E"],
  ["just text", ":1: this is not a list"],
])("golden questions: %j is reported", (yaml, message) => {
  const golden = parseGoldenQuestions(yaml, "bridge.questions.yaml", bridgeArticle());
  expect(golden.kind === "faulty" && golden.diagnostics.map(formatDiagnostic)).toEqual([
    expect.stringContaining(message),
  ]);
});

test("a golden question may be a number", () => {
  const yaml = "\uFEFF- ask: 1984\r\n  kind: direct\r\n  expect: not-covered\r\n";
  const golden = parseGoldenQuestions(yaml, "bridge.questions.yaml", bridgeArticle());
  expect(golden.kind === "parsed" && golden.chats[0]?.turns[0]?.ask).toBe("1984");
});

test.each([
  [
    "ferry.md",
    "---\ntitle: The ferry\nfares: { adult: 9 }\nformat: 2\n---\n\nOne <br> two. {colour=red}\n",
    4,
  ],
  ["ferry.uk.md", '---\nformat: "12"\ntitle: Пором\nmood: glad\n---\n\nОдин <br> два.\n', 2],
])("%s in a newer format is told as that alone, at its line", (name, markdown, line) => {
  const parsed =
    name === "ferry.md"
      ? parseArticle(markdown, name)
      : parseTranslation(markdown, name, { article: undefined, language: "uk" });
  expect(parsed.kind === "faulty" && parsed.diagnostics.map(formatDiagnostic)).toEqual([
    expect.stringMatching(
      new RegExp(
        `^${name}:${line}: this file is in format \\d+, and this version of the bot reads 1: upgrade`,
        "u",
      ),
    ),
  ]);
});

const inFormat = (format: string) =>
  parseArticle(`---\ntitle: The ferry\nformat: ${format}\n---\n\nIt sails.\n`, "ferry.md");

test("an article may name the format it is in, and no other", () => {
  expect(inFormat("1").kind).toBe("parsed");
  for (const other of ["0", "new", "-2"]) {
    const parsed = inFormat(other);
    expect(parsed.kind === "faulty" && parsed.diagnostics.map(formatDiagnostic)).toEqual([
      "ferry.md:3: `format` must be `1`: leave it out",
    ]);
  }
});
