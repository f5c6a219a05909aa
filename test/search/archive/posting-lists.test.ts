import {
  array,
  assert,
  boolean,
  constantFrom,
  func,
  integer,
  nat,
  property,
  record,
  tuple,
  uniqueArray,
} from "fast-check";
import { expect, test } from "vitest";
import {
  DOCUMENT_KIND,
  type Posting,
  readPostings,
  withoutArticles,
  writePostings,
} from "../../../src/search/archive/posting-lists.ts";

const place = record({
  kind: constantFrom(...Object.values(DOCUMENT_KIND)),
  first: nat(5000),
  size: integer({ min: 1, max: 300 }),
  frequency: integer({ min: 1, max: 255 }),
  length: integer({ min: 1, max: 255 }),
});

const articles = uniqueArray(nat(2 ** 30), { maxLength: 30 })
  .chain((ids) =>
    tuple(
      ...ids
        .toSorted((one, other) => one - other)
        .map((article) =>
          tuple(nat(7), nat(7), array(place, { minLength: 1, maxLength: 5 })).map(
            ([text, readers, places]) =>
              places.map(({ size, ...own }): Posting => {
                const end = own.kind === DOCUMENT_KIND.section ? own.first + size : own.first + 1;
                return { article, text, readers, ...own, end };
              }),
          ),
        ),
    ),
  )
  .map((all) => all.flat());

function written(postings: readonly Posting[], maxBytes = Infinity) {
  const writer = writePostings(maxBytes);
  for (const posting of postings) writer.add(posting);
  return writer.lists();
}

function read(bytes: Uint8Array): Posting[] {
  const found: Posting[] = [];
  readPostings(bytes, (posting) => found.push({ ...posting }));
  return found;
}

test("postings are read as they were written, also from lists put one behind the other", () => {
  assert(
    property(articles, integer({ min: 1, max: 200 }), (postings, maxBytes) => {
      const lists = written(postings, maxBytes);
      expect(lists.flatMap(({ bytes }) => read(bytes))).toEqual(postings);
      expect(read(Buffer.concat(lists.map(({ bytes }) => bytes)))).toEqual(postings);
      expect(lists.map(({ firstArticle }) => firstArticle)).toEqual(
        lists.map(({ bytes }) => read(bytes)[0]?.article),
      );
    }),
  );
});

test("a list ends with an article", () => {
  assert(
    property(articles, (postings) => {
      const ids = written(postings, 1).map(({ bytes }) => read(bytes).map((one) => one.article));
      expect(ids.every((own) => new Set(own).size === 1)).toBe(true);
      expect(ids.length).toBe(new Set(postings.map(({ article }) => article)).size);
    }),
  );
});

test("articles that are gone leave the others as they were", () => {
  assert(
    property(articles, func(boolean()), (postings, isGone) => {
      const gone = new Set(postings.map(({ article }) => article).filter((id) => isGone(id)));
      const bytes = Buffer.concat(written(postings, 50).map((list) => list.bytes));
      expect(read(withoutArticles(bytes, gone))).toEqual(
        postings.filter(({ article }) => !gone.has(article)),
      );
    }),
  );
});

test("what is too much for a byte counts as 255", () => {
  const posting = { article: 1, text: 0, readers: 1, kind: 0, first: 0, end: 1 } as const;
  const [list] = written([{ ...posting, frequency: 300, length: 1000 }]);
  expect(read(list?.bytes ?? new Uint8Array())).toEqual([
    { ...posting, frequency: 255, length: 255 },
  ]);
});
