import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { ArticleEdit } from "../../../src/desk/editorial/article-edit.ts";
import type { ArticleRef } from "../../../src/desk/editorial/article-folders.ts";
import { answerRequest } from "../../../src/desk/editorial/editorial-api.ts";
import { type Editorial, openEditorial } from "../../../src/desk/editorial/editorial.ts";

const FERRY = `---
title: The ferry
source: { publisher: gazette }
people:
  gazette: { name: The Gazette, capacity: newspaper }
  ann: { name: Ann Other, capacity: captain }
  renn: { name: Tobias Renn, capacity: director }
questions:
  - How much is a ticket?
proposed-questions:
  - Who is Ann Other?
---

<!-- checked by phone -->
The pier burnt. “No,” she said. {#pier by=ann kind=opinion proposed review}

A single ticket costs 9 crowns. {#fares by=renn kind=announcement proposed}
`;

const BAKERY = "# The bakery\n\nIt opens at six.\n";

let folder: string;
let editorial: Editorial;
const draft: ArticleRef = { state: "draft", name: "ferry.md" };

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "editorial-"));
  mkdirSync(join(folder, "content"));
  mkdirSync(join(folder, "drafts"));
  writeFileSync(join(folder, "content/bakery.md"), BAKERY);
  writeFileSync(join(folder, "drafts/ferry.md"), FERRY);
  editorial = openAgain();
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

function openAgain(): Editorial {
  return openEditorial({
    folders: { published: join(folder, "content"), draft: join(folder, "drafts") },
    journalDir: join(folder, "state"),
    now: () => new Date("2025-05-03T10:00:00Z"),
  });
}

function file(path = "drafts/ferry.md"): string {
  return readFileSync(join(folder, path), "utf8");
}

/** What the editor sees of a passage, a person or the questions now. */
function seenOf(id: string): string {
  const article = editorial.open(draft)?.article;
  const passages = article?.sections.flatMap((section) => section.passages) ?? [];
  const found = [...passages, ...(article?.people ?? [])].find((one) => one.id === id);
  return found?.seen ?? article?.questions.seen ?? "";
}

function attribute(
  passage: string,
  start: number,
  end: number,
  speaker: string | null,
): ArticleEdit {
  return { do: "attribute", passage, start, end, speaker, kind: "opinion", quoted: "direct" };
}

function edit(id: string, change: ArticleEdit) {
  return editorial.edit(draft, seenOf(id), change, "you");
}

test("drafts and articles are listed with what is to be reviewed", () => {
  expect(editorial.list()).toMatchObject([
    { state: "draft", name: "ferry.md", title: "The ferry", forReview: 2, mistakes: [] },
    { state: "published", name: "bakery.md", title: "The bakery", forReview: 0 },
  ]);
});

test("a file with a mistake is listed with it, and cannot be edited or published", () => {
  writeFileSync(join(folder, "drafts/ferry.md"), FERRY.replace("by=ann", "by=nobody"));
  const mistakes = [expect.stringMatching(/^ferry\.md:15: speaker `nobody` is not listed/u)];
  expect(editorial.open(draft)).toMatchObject({ mistakes, article: undefined });
  expect(editorial.move(draft, "you")).toMatchObject({ kind: "refused", why: mistakes[0] });
  expect(edit("pier", attribute("pier", 0, 9, "renn"))).toMatchObject({ kind: "refused" });
});

describe("an edit is in the file at once, and nothing else changes", () => {
  test.each<[string, string, ArticleEdit, string, string]>([
    [
      "a sentence is somebody else's",
      "pier",
      attribute("pier", 0, 15, null),
      "The pier burnt. “No,” she said. {#pier by=ann kind=opinion proposed review}",
      "[The pier burnt.]{by=gazette kind=opinion quoted} “No,” she said. {#pier by=ann kind=opinion proposed review}",
    ],
    [
      "a passage is right",
      "fares",
      { do: "confirm", passage: "fares", start: 0, end: 5 },
      "kind=announcement proposed",
      "kind=announcement",
    ],
    [
      "a lead, a note and keywords",
      "fares",
      {
        do: "describe",
        passage: "fares",
        isKeyFact: true,
        lead: "9 crowns",
        note: "",
        keywords: ["price", "fare"],
      },
      "kind=announcement proposed",
      'kind=announcement proposed key lead="9 crowns" keywords="price, fare"',
    ],
    [
      "a person's role",
      "ann",
      { do: "person", id: "ann", name: "Ann Other", capacity: "harbour captain", aliases: [] },
      "capacity: captain",
      "capacity: harbour captain",
    ],
    [
      "a new person",
      "",
      { do: "person", name: "Marit Dunsley", capacity: "harbour master", aliases: [] },
      "capacity: director }\n",
      "capacity: director }\n  dunsley: { name: Marit Dunsley, capacity: harbour master }\n",
    ],
    [
      "a proposed question is taken over",
      "questions",
      {
        do: "questions",
        own: ["How much is a ticket?", "Who is Ann Other?"],
        proposed: [],
      },
      "  - How much is a ticket?\nproposed-questions:\n  - Who is Ann Other?\n",
      "  - How much is a ticket?\n  - Who is Ann Other?\n",
    ],
  ])("%s", (_name, id, change, before, after) => {
    const seen = id === "" ? "" : seenOf(id);
    const result = editorial.edit(draft, seen, change, "you");
    expect(result).toMatchObject({ kind: "done" });
    expect(file()).toBe(FERRY.replace(before, after));
  });

  test("a mistake is told, and nothing is written", () => {
    const nobody: ArticleEdit = { do: "person", name: "Marit Dunsley", capacity: "", aliases: [] };
    const refused = { kind: "refused", why: expect.stringMatching(/capacity` is missing/u) };
    expect(editorial.edit(draft, "", nobody, "you")).toMatchObject(refused);
    expect(file()).toBe(FERRY);
  });

  test("somebody who speaks cannot be taken out", () => {
    const edited = edit("ann", { do: "remove-person", person: "ann" });
    expect(edited).toMatchObject({
      kind: "refused",
      why: "Ann Other still speaks here: give those sentences to somebody else first.",
    });
    expect(file()).toBe(FERRY);
  });

  test("two entries that are one person", () => {
    expect(edit("ann", { do: "merge", person: "ann", into: "renn" })).toMatchObject({
      kind: "done",
    });
    expect(file()).toBe(
      FERRY.replace("  ann: { name: Ann Other, capacity: captain }\n", "")
        .replace("director }", "director, aliases: [ Ann Other ] }")
        .replace("by=ann", "by=renn"),
    );
  });
});

describe("somebody else changed the file meanwhile", () => {
  test("elsewhere: the edit is made all the same", () => {
    const seen = seenOf("pier");
    const outside = FERRY.replace("9 crowns", "10 crowns").replace("single", "*single*");
    writeFileSync(join(folder, "drafts/ferry.md"), outside);
    const change: ArticleEdit = { do: "confirm", passage: "pier", start: 0, end: 5 };
    expect(editorial.edit(draft, seen, change, "you")).toMatchObject({ kind: "done" });
    expect(file()).toBe(outside.replace(" proposed review", ""));
  });

  test("the same passage: nothing is done, and the editor gets the passage as it is now", () => {
    const seen = seenOf("pier");
    const outside = FERRY.replace("by=ann", "by=renn");
    writeFileSync(join(folder, "drafts/ferry.md"), outside);
    const outcome = editorial.edit(draft, seen, attribute("pier", 0, 15, null), "you");
    expect(outcome.kind).toBe("conflict");
    const [pier] = outcome.opened?.article?.sections[0]?.passages ?? [];
    expect(pier?.sentences[0]?.speaker).toBe("renn");
    expect(file()).toBe(outside);
  });
});

describe("undo", () => {
  test("takes edits back one by one, also after a restart, and no further", () => {
    edit("fares", { do: "confirm", passage: "fares", start: 0, end: 5 });
    const once = file();
    edit("pier", attribute("pier", 0, 15, null));
    editorial = openAgain();
    expect(editorial.undo(draft, "you")).toMatchObject({ kind: "done" });
    expect(file()).toBe(once);
    expect(editorial.undo(draft, "you")).toMatchObject({
      kind: "done",
      opened: { canUndo: false },
    });
    expect(file()).toBe(FERRY);
    expect(editorial.undo(draft, "you")).toMatchObject({ why: "There is nothing to undo." });
  });

  test("does not take back what was saved elsewhere", () => {
    edit("fares", { do: "confirm", passage: "fares", start: 0, end: 5 });
    const outside = `${file()}\nThe harbour is closed.\n`;
    writeFileSync(join(folder, "drafts/ferry.md"), outside);
    expect(editorial.undo(draft, "you")).toMatchObject({ kind: "refused" });
    expect(file()).toBe(outside);
  });
});

describe("publishing and withdrawing", () => {
  test("moves the article with its translations and golden questions, there and back", () => {
    writeFileSync(join(folder, "drafts/ferry.uk.md"), "# Пором\n");
    writeFileSync(join(folder, "drafts/ferry.questions.yaml"), "[]\n");
    expect(editorial.move(draft, "you")).toMatchObject({ kind: "done" });
    const family = ["bakery.md", "ferry.md", "ferry.questions.yaml", "ferry.uk.md"];
    expect(readdirSync(join(folder, "content"))).toEqual(family);
    expect(readdirSync(join(folder, "drafts"))).toEqual([]);
    editorial.move({ ...draft, state: "published" }, "you");
    expect(readdirSync(join(folder, "content"))).toEqual(["bakery.md"]);
    expect(readdirSync(join(folder, "drafts"))).toEqual(family.slice(1));
  });

  test("overwrites nothing", () => {
    writeFileSync(join(folder, "content/Ferry.md"), "# Another ferry\n\nIt sank.\n");
    expect(editorial.move(draft, "you")).toMatchObject({ kind: "refused" });
    expect(file()).toBe(FERRY);
    expect(file("content/Ferry.md")).toMatch(/It sank/u);
  });

  test("the only article stays", () => {
    const bakery: ArticleRef = { state: "published", name: "bakery.md" };
    expect(editorial.move(bakery, "you")).toMatchObject({ kind: "refused" });
    expect(file("content/bakery.md")).toBe(BAKERY);
  });

  test("a draft is discarded with its translations, and all of their texts are kept", () => {
    const uk = "# Пором\n";
    writeFileSync(join(folder, "drafts/ferry.uk.md"), uk);
    writeFileSync(join(folder, "drafts/ferry-two.md"), BAKERY);
    expect(editorial.discard(draft, "you")).toMatchObject({ kind: "done" });
    expect(readdirSync(join(folder, "drafts"))).toEqual(["ferry-two.md"]);
    const kept = readdirSync(join(folder, "state/versions")).map((name) =>
      file(`state/versions/${name}`),
    );
    expect(kept.toSorted()).toEqual([uk, FERRY].toSorted());
    expect(editorial.discard(draft, "you")).toMatchObject({
      kind: "refused",
      why: "There is no ferry.md any longer.",
    });
  });

  test("a discarded draft is gone, but its text is kept", () => {
    editorial.discard(draft, "you");
    expect(editorial.open(draft)).toBeUndefined();
    const [version = ""] = readdirSync(join(folder, "state/versions"));
    expect(file(`state/versions/${version}`)).toBe(FERRY);
  });
});

test.each([
  [{ name: "  " }, "A person needs a name."],
  [{ capacity: "x".repeat(1001) }, "A text here has at most 1,000 characters: shorten it."],
  [{ aliases: Array(101).fill("x") }, "There are more than 100 entries: take some out."],
])("a slip is told in a sentence: %o", (slip, why) => {
  const person = { do: "person", id: "ann", name: "Ann", capacity: "", aliases: [], ...slip };
  const request = { do: "edit", ref: draft, seen: seenOf("ann"), edit: person };
  expect(() => answerRequest(editorial, request, "you")).toThrow(new Error(why));
});

test("no name leads out of the folders", () => {
  for (const name of ["../content/bakery.md", "/etc/passwd", "..", "ferry.uk.md", ""]) {
    expect(editorial.open({ state: "draft", name })).toBeUndefined();
    expect(editorial.move({ state: "draft", name }, "you").kind).toBe("refused");
  }
});

test("an import is written only if the file is still as it was read", () => {
  expect(editorial.save(draft, "something else", "# New\n\nText.\n", "you")).toMatch(/meantime/u);
  expect(file()).toBe(FERRY);
  expect(editorial.save(draft, FERRY, "# New\n\nText.\n", "you")).toBeUndefined();
  expect(file()).toBe("# New\n\nText.\n");
  expect(editorial.save({ ...draft, name: "new.md" }, undefined, BAKERY, "you")).toBeUndefined();
  expect(file("drafts/new.md")).toBe(BAKERY);
});

test("the journal says who did what and when, also after a cut line", () => {
  edit("pier", attribute("pier", 0, 15, "renn"));
  const path = join(folder, "state/journal.jsonl");
  writeFileSync(path, `${readFileSync(path, "utf8")}{"at":"2025`);
  editorial = openAgain();
  editorial.move(draft, "12345");
  editorial = openAgain();
  const at = "2025-05-03T10:00:00.000Z";
  expect(editorial.journal()).toMatchObject([
    {
      at,
      by: "you",
      did: "edit",
      name: "ferry.md",
      what: "Tobias Renn (opinion, direct): The pier burnt.",
    },
    { at, by: "12345", did: "publish", state: "published", name: "ferry.md" },
  ]);
});
