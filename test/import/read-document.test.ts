import { expect, test } from "vitest";
import { readDocument } from "../../src/import/read-document.ts";

const MARKDOWN = "---\ntitle: The ferry\n---\n\nIt is back.\n";

test.each([
  ["Markdown that is pasted", MARKDOWN],
  ["with Windows' line ends", MARKDOWN.replaceAll("\n", "\r\n")],
])("%s is read as Markdown", (_, text) => {
  const document = readDocument(text, { name: "pasted.txt" });
  expect(document).toMatchObject({ kind: "written", article: { title: "The ferry" } });
});

test.each([
  ["a text that a line of dashes begins", "---\nThe ferry\n\nIt is back.\n"],
  ["a text without a title field", `The ferry\n\n${MARKDOWN}`],
])("%s is no Markdown", (_, text) => {
  expect(readDocument(text, { name: "pasted.txt" }).kind).toBe("extracted");
});
