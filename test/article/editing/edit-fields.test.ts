import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { editFields, type FieldEdit } from "../../../src/article/editing/edit-fields.ts";

const BODY = "The pier burnt.\n\n“No.” {by=ann kind=opinion quoted}\n";

function edited(head: string, edits: readonly FieldEdit[], body = BODY): string {
  const result = editFields(`---\n${head}---\n\n${body}`, "ferry.md", edits);
  if (result.kind === "problem") return result.message;
  expect(result.text.endsWith(`---\n\n${body}`)).toBe(true);
  return result.text.slice("---\n".length, -`---\n\n${body}`.length);
}

const HEAD = `title: "The ferry" # as printed
# who speaks
people:
  ann: { name: Ann Other, capacity: captain } # the captain
questions:
  - How much?
`;

const BLOCK = `title: The ferry
people:
  ann:
    name: Ann Other
    capacity: captain
`;

describe("a field changes, and comments and other fields stay", () => {
  test.each<[string, string, FieldEdit[], string]>([
    [
      "a name",
      HEAD,
      [{ path: ["people", "ann", "name"], value: "Ann Elder" }],
      HEAD.replace("Ann Other", "Ann Elder"),
    ],
    [
      "aliases in the style of the entry",
      HEAD,
      [{ path: ["people", "ann", "aliases"], value: ["the captain", "Ann: A."] }],
      HEAD.replace("captain }", 'captain, aliases: [ the captain, "Ann: A." ] }'),
    ],
    [
      "another person in the style of the others",
      HEAD,
      [{ path: ["people", "renn"], value: { name: "Tobias Renn", capacity: "director" } }],
      HEAD.replace(
        "# the captain\n",
        "# the captain\n  renn: { name: Tobias Renn, capacity: director }\n",
      ),
    ],
    [
      "another person on lines of their own",
      BLOCK,
      [{ path: ["people", "renn"], value: { name: "Tobias Renn", capacity: "director" } }],
      `${BLOCK}  renn:\n    name: Tobias Renn\n    capacity: director\n`,
    ],
    [
      "questions",
      HEAD,
      [{ path: ["questions"], value: ["How much?", "Who burnt it: Ann?"] }],
      `${HEAD}  - "Who burnt it: Ann?"\n`,
    ],
    [
      "no questions",
      HEAD,
      [{ path: ["questions"] }],
      HEAD.replace("questions:\n  - How much?\n", ""),
    ],
    ["a number", HEAD, [{ path: ["title"], value: "1984" }], HEAD.replace('"The ferry"', '"1984"')],
  ])("%s", (_name, head, edits, expected) => {
    expect(edited(head, edits)).toBe(expected);
  });
});

test("an article without front matter gets some", () => {
  const result = editFields("# The ferry\n\nThe pier burnt.\n", "ferry.md", [
    { path: ["people", "ann"], value: { name: "Ann Other", capacity: "captain" } },
  ]);
  expect(result).toMatchObject({
    kind: "edited",
    text: "---\npeople:\n  ann:\n    name: Ann Other\n    capacity: captain\n---\n\n# The ferry\n\nThe pier burnt.\n",
  });
});

test.each<[string, FieldEdit, RegExp]>([
  ["somebody who speaks is taken out", { path: ["people", "ann"] }, /speaker `ann` is not listed/u],
  ["a name with markup", { path: ["people", "ann", "name"], value: "<b>Ann" }, /is HTML/u],
  ["an empty name", { path: ["people", "ann", "name"], value: " " }, /is empty/u],
])("a mistake is told: %s", (_name, edit, message) => {
  expect(edited(HEAD, [edit])).toMatch(message);
});

test("Windows line ends stay", () => {
  const markdown = `---\n${HEAD}---\n\n${BODY}`.replaceAll("\n", "\r\n");
  const result = editFields(markdown, "ferry.md", [
    { path: ["people", "ann", "name"], value: "Ann Elder" },
  ]);
  expect(result).toMatchObject({ text: markdown.replace("Ann Other", "Ann Elder") });
});

test("the sample article's front matter is kept as it is written", () => {
  const markdown = readFileSync("content/xi-moscow-visit.md", "utf8");
  const result = editFields(markdown, "xi-moscow-visit.md", [
    { path: ["people", "nato", "name"], value: "Nato" },
  ]);
  expect(result).toMatchObject({ text: markdown.replace("name: NATO", "name: Nato") });
});
