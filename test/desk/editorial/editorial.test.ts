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

const DESCRIPTION = {
  do: "describe",
  passage: "fares",
  isKeyFact: false,
  lead: "",
  note: "",
  keywords: [],
} satisfies ArticleEdit;
const PERSON = {
  do: "person",
  id: "ann",
  name: "Ann Other",
  capacity: "captain",
  aliases: [],
} satisfies ArticleEdit;
const ABOUT: ArticleEdit = {
  do: "about",
  title: "The ferry",
  publisher: "The Gazette",
  author: "",
  published: "",
  url: "",
  language: "en",
};

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
  const known = [...passages, ...(article?.sections ?? []), ...(article?.people ?? [])];
  const found = id === "about" ? article?.about : known.find((one) => one.id === id);
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
  const message = expect.stringMatching(/^speaker `nobody` is not listed/u);
  const near = expect.stringMatching(
    /^<!-- checked by phone -->\nThe pier burnt\..*\{#pier by=nobody/u,
  );
  const mistakes = [{ line: 15, message, near }];
  expect(editorial.open(draft)).toMatchObject({ mistakes, article: undefined });
  const why = expect.stringMatching(/^ferry\.md:15: speaker `nobody` is not listed/u);
  expect(editorial.move(draft, "you")).toMatchObject({ kind: "refused", why });
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
    const why = "Say in what capacity Marit Dunsley speaks.";
    const refused = { kind: "refused", why, field: "capacity" };
    expect(editorial.edit(draft, "", nobody, "you")).toMatchObject(refused);
    expect(file()).toBe(FERRY);
  });

  test.each<[string, string, ArticleEdit, string, string]>([
    [
      "HTML",
      "fares",
      { ...DESCRIPTION, lead: "<b>9</b>" },
      "lead",
      "The lead contains “<b>”, which is HTML",
    ],
    [
      "an attribute",
      "fares",
      { ...DESCRIPTION, note: "as {by=ann} says" },
      "note",
      "The note contains “{by=ann}”",
    ],
    ["emphasis", "ann", { ...PERSON, name: "*Ann*" }, "name", "The name contains “*Ann*”"],
    ["no name", "ann", { ...PERSON, name: "" }, "name", "A person needs a name."],
  ])("%s in a text is told at its place", (_name, id, change, field, why) => {
    const outcome = edit(id, change);
    expect(outcome).toMatchObject({ kind: "refused", field, why: expect.stringContaining(why) });
    expect(file()).toBe(FERRY);
  });

  test("a publisher that is there by name alone gets a role, or another name", () => {
    const bare = "---\nsource: { publisher: The Gazette }\n---\n\n# The ferry\n\nIt sails. {#it}\n";
    writeFileSync(join(folder, "drafts/ferry.md"), bare);
    const renamed: ArticleEdit = {
      ...PERSON,
      id: "the-gazette",
      name: "The Vell Gazette",
      capacity: "",
    };
    expect(edit("the-gazette", renamed).kind).toBe("done");
    expect(file()).toBe(bare.replace("The Gazette", "The Vell Gazette"));
    const described: ArticleEdit = {
      ...PERSON,
      id: "the-vell-gazette",
      name: "The Gazette",
      capacity: "newspaper",
    };
    expect(edit("the-vell-gazette", described).kind).toBe("done");
    expect(editorial.open(draft)?.article?.people).toMatchObject([
      { id: "the-vell-gazette", name: "The Gazette", capacity: "newspaper", isPublisher: true },
    ]);
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

describe("what the article is called, and where it was published", () => {
  test("is changed in the front matter, and nothing else is", () => {
    const change: ArticleEdit = {
      ...ABOUT,
      title: "The night ferry",
      author: "Lo Vey",
      published: "3 May 2025",
      url: "https://gazette.example/ferry",
    };
    expect(edit("about", change)).toMatchObject({ kind: "done" });
    expect(file()).toBe(
      FERRY.replace("title: The ferry", "title: The night ferry").replace(
        "{ publisher: gazette }",
        "{ publisher: gazette, url: https://gazette.example/ferry, author: Lo Vey, published: 3 May 2025 }",
      ),
    );
  });

  test("the publisher gets its name where it is", () => {
    expect(edit("about", { ...ABOUT, publisher: "The Vell Gazette" }).kind).toBe("done");
    expect(file()).toBe(FERRY.replace("name: The Gazette", "name: The Vell Gazette"));
  });

  test("an article without a publisher gets one, whose words they then are", () => {
    writeFileSync(join(folder, "drafts/ferry.md"), "# The ferry\n\nIt sails. {#it}\n");
    expect(edit("about", ABOUT).kind).toBe("done");
    expect(editorial.open(draft)?.article).toMatchObject({ publisher: "the-gazette" });
  });

  test("a title that is a heading stays one", () => {
    const bare = "<!-- by phone -->\n# The ferry\n\nIt sails.\n\n## The ferry\n\nAgain.\n";
    writeFileSync(join(folder, "drafts/ferry.md"), bare);
    const change = { ...ABOUT, title: "A *new* ferry?", publisher: "" };
    expect(edit("about", change)).toMatchObject({ kind: "refused", field: "title" });
    expect(edit("about", { ...change, title: "A [new] ferry" }).kind).toBe("done");
    expect(file()).toBe(bare.replace("# The ferry", "# A [new] ferry"));
  });

  test.each([
    [{ title: "" }, "title", "The article needs a title."],
    [{ language: "english!" }, "language", "Give the language by its code: en, uk, ru, de …"],
    [{ url: "gazette.example" }, "url", "The page's address starts with https:// or http://."],
  ])("%o is refused", (wrong, field, why) => {
    expect(edit("about", { ...ABOUT, ...wrong })).toMatchObject({ kind: "refused", field, why });
    expect(file()).toBe(FERRY);
  });
});

test("headings and summaries are changed where they are, and links to a section stay right", () => {
  const sections = `${FERRY}\n## Fares & times {proposed summary="Old."}\n\nIt costs 9.\n\n## Crew {#crew}\n\nTwo.\n`;
  writeFileSync(join(folder, "drafts/ferry.md"), sections);
  const fares = { do: "section", section: "fares-times" } as const;
  const summarised: ArticleEdit = { ...fares, heading: "Fares & times", summary: 'It "costs" 9.' };
  expect(edit("fares-times", summarised).kind).toBe("done");
  const withSummary = sections.replace(
    '{proposed summary="Old."}',
    '{summary="It \\"costs\\" 9."}',
  );
  expect(file()).toBe(withSummary);
  const renamed: ArticleEdit = { ...fares, heading: "1. Prices", summary: "" };
  expect(edit("fares-times", renamed).kind).toBe("done");
  expect(file()).toBe(sections.replace(/## Fares.*/u, "## 1. Prices {#fares-times}"));
  const crew: ArticleEdit = { do: "section", section: "crew", heading: "Crew", summary: "Who." };
  expect(edit("crew", crew).kind).toBe("done");
  expect(file()).toContain('## Crew {#crew summary="Who."}');
});

describe("somebody else changed the file meanwhile", () => {
  test("a person's role, for example, does not keep sentences from being given to them", () => {
    const seen = seenOf("pier");
    writeFileSync(join(folder, "drafts/ferry.md"), FERRY.replace("captain", "first officer"));
    const change: ArticleEdit = { do: "confirm", passage: "pier", start: 0, end: 5 };
    expect(editorial.edit(draft, seen, change, "you")).toMatchObject({ kind: "done" });
  });

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
  [{ capacity: "x".repeat(1001) }, "A text here has at most 1,000 characters: shorten it."],
  [{ aliases: Array(101).fill("x") }, "There are more than 100 entries: take some out."],
])("a slip is told in a sentence: %o", (slip, why) => {
  const person = { do: "person", id: "ann", name: "Ann", capacity: "", aliases: [], ...slip };
  const request = { do: "edit", ref: draft, seen: seenOf("ann"), edit: person };
  expect(() => answerRequest(editorial, request, "you")).toThrow(new Error(why));
});

test("an article without speakers gets import's proposals, which can be taken back", () => {
  const bridge = "# The bridge\n\n“It is closed,” said Ada Quist, an engineer.\n\nIt rained.\n";
  writeFileSync(join(folder, "content/bridge.md"), bridge);
  const ref: ArticleRef = { state: "published", name: "bridge.md" };
  expect(editorial.list()).toContainEqual(expect.objectContaining({ ...ref, lacksSpeakers: true }));
  const proposed = editorial.proposeSpeakers(ref, "you");
  expect(proposed.opened?.article).toMatchObject({ lacksSpeakers: false });
  expect(proposed.opened?.article?.people.map(({ name }) => name)).toContain("Ada Quist");
  expect(file("content/bridge.md")).toContain("by=");
  expect(editorial.undo(ref, "you").kind).toBe("done");
  expect(file("content/bridge.md")).toBe(bridge);
  const bakery: ArticleRef = { state: "published", name: "bakery.md" };
  expect(editorial.proposeSpeakers(bakery, "you")).toMatchObject({
    kind: "refused",
    why: "Nobody was found to speak in this article.",
  });
  expect(file("content/bakery.md")).toBe(BAKERY);
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
