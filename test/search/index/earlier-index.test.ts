import * as fc from "fast-check";
import { expect, test } from "vitest";
import type { Article } from "../../../src/article/article.ts";
import { packFor } from "../../../src/languages/packs.ts";
import { runSteps } from "../../../src/languages/steps.ts";
import { recordArticle, recordPassages } from "../../../src/search/index/record-articles.ts";
import { openEarlierIndex, openSavedIndex } from "../../../src/search/index/saved-index.ts";
import { savedIndex } from "../../support/saved-index.ts";
import { searchText } from "../../support/search-text.ts";
import { bridgeArticle, samplePassage } from "../sample.ts";

/** Names that others' texts mention, sentences that tell who is meant, several voices, and two languages. */
const NAMES = ["Ada Kerr", "Jan Marlow", "Harbour Watch", "Ada Renn", "Марія Клочко"];
const SENTENCES = [
  "Ada closed the e-mail on 3 May.",
  "Marlow, a baker from Pelly, sells 20 loaves. She is 34.",
  "Kerr said that the Harbour Watch is late.",
  "Клочко каже, що порт зачинено. Вона там працює.",
  "The baker met Jan Marlow yesterday.",
];

const person = fc
  .record({ name: fc.constantFrom(...NAMES), id: fc.constantFrom("one", "other") })
  .map(({ name, id }) => ({ id, name, aliases: [] }));
const article = fc
  .record({
    slug: fc.constantFrom("first", "second", "third"),
    language: fc.constantFrom("en", "uk"),
    people: fc.array(person, { maxLength: 2 }),
    texts: fc.array(fc.constantFrom(...SENTENCES), { minLength: 1, maxLength: 4 }),
    isQuoted: fc.boolean(),
  })
  .map(({ texts, isQuoted, ...rest }): Article => {
    const [speaker] = rest.people;
    const passages = texts.map((text, at) =>
      samplePassage(`p${at}`, text, {
        ...(speaker && { speaker }),
        ...(isQuoted && speaker && { quoted: "direct" }),
      }),
    );
    return bridgeArticle({ ...rest, sections: [{ id: "text", heading: "Text", passages }] });
  });
const articles = fc.uniqueArray(article, { selector: ({ slug }) => slug, minLength: 1 });

const digested = (all: readonly Article[]) =>
  all.map((one) => ({ article: one, digest: JSON.stringify(one) }));

test("what is taken over from an earlier index is as if all articles had been read again", () => {
  fc.assert(
    fc.property(articles, articles, articles, (first, second, third) => {
      const before = savedIndex(digested(first), "first");
      const between = savedIndex(digested(second), "second", () => openEarlierIndex(before));
      const after = savedIndex(digested(third), "third", () => openEarlierIndex(between));
      expect(after).toEqual(savedIndex(digested(third), "third"));
    }),
    { numRuns: 40 },
  );
});

test("an article by itself is recorded just as if it had been merged", () => {
  fc.assert(
    fc.property(article, (one) => {
      const pack = packFor(one.language);
      const { uses: _uses, knownWords: _known, ...merged } = runSteps(recordPassages([one], pack));
      expect(readableOf(runSteps(recordArticle(one, pack)))).toEqual(readableOf(merged));
    }),
    { numRuns: 100 },
  );
});

type Readable = ReturnType<ReturnType<typeof recordArticle>["next"]>["value"] & object;

/** In order: the numbers of terms, words and people depend on it. */
function readableOf({ pool, ids, words, people, peopleById }: Readable) {
  const [numbered, counted] = [ids, words.numbers].map((all) => [...all]);
  return { pool, numbered, counted, uses: words.counts, peopleById, passages: people.counts };
}

const ONE = [{ article: bridgeArticle(), digest: "1" }];
const saved = savedIndex(ONE, "one");

test("an article that an earlier index has is not read again", () => {
  const { sections } = bridgeArticle();
  const unread = bridgeArticle({
    sections: sections.map(({ passages, ...section }) => ({
      ...section,
      passages: passages.map((passage) => ({ ...passage, text: "Nobody reads this." })),
    })),
  });
  const all = [{ article: unread, digest: "1" }];
  expect(savedIndex(all, "one", () => openEarlierIndex(saved))).toEqual(saved);
  expect(savedIndex(all, "one")).not.toEqual(saved);
});

test.each([
  ["a damaged index", { ...saved, index: damaged(saved.index) }],
  ["damaged uses", { ...saved, uses: damaged(saved.uses) }],
  ["uses of another index", { ...saved, uses: savedIndex(ONE, "another").uses }],
  ["nothing", { index: new Uint8Array(), uses: new Uint8Array() }],
])("nothing is taken over from %s", (_what, earlier) => {
  expect(openEarlierIndex(earlier)("1")).toBeUndefined();
  expect(openEarlierIndex(saved)("1")).toBeDefined();
});

function damaged(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const copy = Uint8Array.from(bytes);
  copy[copy.length - 1] = (copy.at(-1) ?? 0) ^ 1;
  return copy;
}

test("an article mentions people whom another one has listed since", () => {
  const ferry = bridgeArticle({
    slug: "ferry",
    people: [],
    sections: [
      {
        id: "text",
        heading: "Ferry",
        passages: [samplePassage("late", "Marlowe said nothing. The ferry was late.")],
      },
    ],
  });
  const listing = bridgeArticle({ people: [{ id: "jm", name: "Jo Marlowe", aliases: [] }] });
  const alone = savedIndex(digested([ferry]), "one");
  const both = [ferry, listing];
  const { index } = savedIndex(digested(both), "two", () => openEarlierIndex(alone));
  const opened = runSteps(openSavedIndex(index, "two", both));
  const [english] = opened.languageIndexesFor(undefined);
  expect(english?.passages.at(0)?.personMentions).toEqual([{ person: "jm", sentence: 0 }]);
  expect(searchText(opened, "Was the ferry late?").hits[0]?.passage.id).toBe("late");
});
