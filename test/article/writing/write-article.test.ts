import { readdirSync, readFileSync } from "node:fs";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Article, Person } from "../../../src/article/article.ts";
import { formatDiagnostic } from "../../../src/article/diagnostic.ts";
import { stripInvisible } from "../../../src/article/invisible-characters.ts";
import { derivedPassageId } from "../../../src/article/parsing/parse-passage.ts";
import { parseArticle } from "../../../src/article/parsing/parse-article.ts";
import { slugify } from "../../../src/article/slug.ts";
import { writeArticle } from "../../../src/article/writing/write-article.ts";
import { isPlainText } from "../../../src/article/writing/write-front-matter.ts";

function parsed(markdown: string, file = "ferry.md"): Article {
  const result = parseArticle(markdown, file);
  if (result.kind === "parsed") return result.article;
  throw new Error(`${result.diagnostics.map(formatDiagnostic).join("\n")}\n\n${markdown}`);
}

describe("every article of the project is written as it is read", () => {
  const folders = ["content", "test/fixtures/articles"];
  const files = folders.flatMap((folder) =>
    readdirSync(folder)
      .filter((file) => /^[^.]+\.md$/u.test(file))
      .map((file) => `${folder}/${file}`),
  );
  test.each(files)("%s", (file) => {
    const article = parsed(readFileSync(file, "utf8"), file);
    expect(parsed(writeArticle(article), file)).toEqual(article);
  });
});

const NASTY =
  "* ** _ __ ` ``` ~~ ~~~ # ## > - -- --- + 1. 1) | |a|b| [ ] [x] [1] [^1] [a](b) ![a](b) {#a} {by=x} {key} { } <b> <br> <!-- --> & &amp; \\ \\* ! : ; = == === http://a.example/_b_ <https://a.example> @_ann_ #tag 2*3*4 п`ять “a” «б» … — 1986. C# {sic} <3 a<b ^ $ % ' \" 'tis (c)".split(
    " ",
  );
const WORDS = "ferry Порт island крон 9 the said тих ship і Renn 中文 naïve".split(" ");
const BIDI = /[\u202A-\u202E\u2066-\u2069]/gu;

/** Any text that a paragraph may have: on one line, without invisible characters. */
const text = fc
  .array(
    fc.oneof(
      { weight: 4, arbitrary: fc.constantFrom(...WORDS) },
      { weight: 2, arbitrary: fc.constantFrom(...NASTY) },
      { weight: 1, arbitrary: fc.string({ unit: "grapheme", maxLength: 6 }) },
    ),
    { minLength: 1, maxLength: 9 },
  )
  .map((parts) =>
    stripInvisible(parts.join(" ")).replaceAll(BIDI, "").replaceAll(/\s+/gu, " ").trim(),
  )
  .filter((line) => line !== "");

const plain = text.filter(isPlainText);
const heading = text.filter((line) => !/ #+$/u.test(line));
const keyword = plain.map((line) => line.replaceAll(",", "").trim()).filter((line) => line !== "");
const kind = fc.constantFrom("opinion", "announcement", "report");
const quoted = fc.constantFrom("direct", "mixed", "retold");
const id = fc.stringMatching(/^[a-z][a-z0-9]{1,5}(?:-[a-z0-9]{1,4})?$/u);
const optional = <Value>(name: string, value: fc.Arbitrary<Value>) =>
  fc.option(value).map((given) => (given === null ? {} : { [name]: given }));

const person = fc
  .tuple(
    fc.record({ id, name: plain, aliases: fc.array(plain, { maxLength: 2 }) }),
    optional("capacity", plain),
  )
  .map(([one, capacity]): Person => ({ ...one, ...capacity }));

const marks: fc.Arbitrary<{ isProposed?: true; needsReview?: true }> = fc
  .tuple(optional("isProposed", fc.constant(true)), optional("needsReview", fc.constant(true)))
  .map(([proposed, review]) => ({ ...proposed, ...review }));

/** Every other word as a span. */
function spansIn<Pick extends object>(line: string, picks: readonly Pick[]) {
  const words = [...line.matchAll(/\S+/gu)];
  return picks.flatMap((pick, at) => {
    const word = words[at * 2];
    return word ? [{ start: word.index, end: word.index + word[0].length, ...pick }] : [];
  });
}

const anyArticle = fc
  .tuple(
    fc.uniqueArray(person, { selector: (one) => one.id, maxLength: 3 }),
    fc.boolean(),
    fc
      .tuple(
        optional("publishedOn", plain),
        optional("updatedOn", plain),
        optional("section", plain),
      )
      .map(([published, updated, section]) => ({ ...published, ...updated, ...section })),
    optional("embargo", fc.constantFrom("2026-05-03", "2026-05-03T06:00:00+02:00")),
    plain,
  )
  .chain(([people, hasPublisher, published, embargo, imported]) => {
    const publisher = hasPublisher ? people.at(-1) : undefined;
    const speaker = fc.constantFrom(publisher, ...people);
    const attribution = fc.record({ speaker, kind, quoted });
    const span = fc.tuple(attribution, marks).map(([one, mark]) => ({ ...one, ...mark }));
    const passage = fc
      .tuple(
        fc.record({ text, isKeyFact: fc.boolean(), keywords: fc.array(keyword, { maxLength: 2 }) }),
        attribution,
        fc.array(span, { maxLength: 2 }),
        fc.tuple(optional("lead", plain), optional("note", plain), marks),
        fc.option(id),
      )
      .map(([base, said, picks, [lead, note, mark], own]) => {
        // What has no publisher and no speaker cannot have a span without a speaker either.
        const spans = spansIn(
          base.text,
          picks.filter((one) => one.speaker ?? !said.speaker),
        );
        return {
          own,
          passage: {
            ...base,
            ...said,
            ...(spans.length > 0 && { spans }),
            ...lead,
            ...note,
            ...mark,
          },
        };
      });
    const section = fc.record({
      heading,
      extra: fc
        .tuple(optional("summary", plain), optional("isProposed", fc.constant(true)))
        .map(([summary, proposed]) => ({ ...summary, ...proposed })),
      passages: fc.array(passage, { minLength: 1, maxLength: 3 }),
    });
    return fc
      .record({
        title: heading,
        language: fc.constantFrom("en", "uk", "de"),
        text: fc.constantFrom("digest" as const, "verbatim" as const),
        opening: fc.array(passage, { maxLength: 2 }),
        sections: fc.array(section, { minLength: 1, maxLength: 2 }),
        questions: fc.array(plain, { maxLength: 2 }),
        proposed: fc.array(plain, { maxLength: 2 }),
      })
      .map(({ opening, sections, questions, proposed, ...rest }): Article => {
        const passageId = idGiver();
        const sectionId = idGiver();
        const withIds = (drafts: typeof opening) =>
          drafts.map(({ own, passage: draft }) => ({
            id: passageId(own, derivedPassageId(draft.text)),
            ...draft,
          }));
        const first = opening.length === 0 ? [] : [{ id: "text", passages: withIds(opening) }];
        const others = sections.map((one) => ({
          id: sectionId(null, slugify(one.heading)),
          heading: one.heading,
          ...one.extra,
          passages: withIds(one.passages),
        }));
        return {
          slug: "ferry",
          ...rest,
          source: { ...(publisher && { publisher }), title: rest.title, ...published },
          ...embargo,
          people,
          sections: [...first, ...others],
          suggestedQuestions: [...questions, ...proposed],
          ...(proposed.length > 0 && { proposedQuestions: proposed }),
          imported,
          translations: [],
        };
      });
  });

/** The id given, or the one derived, if it is free; otherwise one with a number. */
function idGiver() {
  const taken = new Set<string>();
  return (own: string | null, derived: string): string => {
    const wanted = own !== null && !taken.has(own) ? own : derived;
    let free = wanted;
    for (let count = 2; taken.has(free); count += 1) free = `${wanted}-${count}`;
    taken.add(free);
    return free;
  };
}

test("any article is read again exactly as it was written", () => {
  fc.assert(
    fc.property(anyArticle, (written) => {
      expect(parsed(writeArticle(written))).toEqual(written);
    }),
    { numRuns: 200 },
  );
});

test("paragraphs that start with numbers make no list", () => {
  const article = parsed("# Years\n\n1\\. One.\n\n2\\. Two.\n");
  expect(article.sections[0]?.passages.map((one) => one.text)).toEqual(["1. One.", "2. Two."]);
  expect(parsed(writeArticle(article))).toEqual(article);
});

test("what needs no markup has none", () => {
  const markdown = `---
title: The night ferry is back
source:
  publisher: The Vellan Packet
people:
  renn:
    name: Tobias Renn
    capacity: director of Holm Lines
---

A night ferry links Port Vellan with the island.

## Fares

A ticket costs 9 crowns (4 for islanders). {#fares by=renn kind=announcement key lead="9 crowns"}

The line is full. [“It will be more.”]{by=renn quoted} {proposed}
`;
  expect(writeArticle(parsed(markdown))).toBe(markdown);
});
