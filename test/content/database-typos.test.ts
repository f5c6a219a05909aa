import { asyncProperty, assert, constantFrom, nat, pre } from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { findTypos } from "../../src/content/archive/find-typos.ts";
import type { Database } from "../../src/database/database.ts";
import { sql } from "../../src/database/statement.ts";
import { openTestDatabase } from "../support/open-test-database.ts";
import { hasPostgres, startPostgres } from "../support/postgres-server.ts";

const WORDS = [
  "basin",
  "basset",
  "celeron",
  "seesaw",
  "a_b%c\\d",
  "мерія",
  "річниця",
  "presidency",
];
const OTHERS = Array.from({ length: 500 }, (_, number) => `other${number}`);

/** What a reader may do wrong at a letter. */
const TYPOS: readonly ((before: string, letter: string, after: string) => string)[] = [
  (before, _letter, after) => before + after,
  (before, _letter, after) => `${before}x${after}`,
  (before, letter, after) => `${before}x${letter}${after}`,
  (before, letter, after) => `${before}${letter}x${after}`,
  (before, letter, after) => before + after.slice(0, 1) + letter + after.slice(1),
];

describe.skipIf(!hasPostgres())("words with typos", () => {
  const ends: (() => Promise<void>)[] = [];
  const whenDone = (end: () => Promise<void>) => void ends.unshift(end);
  let database: Database;

  beforeAll(async () => {
    const { url } = await startPostgres({ whenDone });
    ({ database } = await openTestDatabase(url, whenDone));
    await database.run(sql`
      INSERT INTO archive_words (language, word, uses, term, names, sounds)
      SELECT 'en', word, 1, word, 0, '{}'::text[] FROM unnest(${[...WORDS, ...OTHERS]}::text[]) AS own (word)
      UNION ALL SELECT 'uk', 'президентами', 1, 'президент', 0, '{}'`);
  });
  afterAll(async () => {
    for (const end of ends) await end();
  });

  const alike = async (typed: string, language = "en") => {
    const found = await findTypos(database.run, { language, typos: new Set([typed]) });
    return [...(found.get(typed)?.keys() ?? [])];
  };

  test("find the word that is meant, wherever the typo is", async () => {
    const word = constantFrom(...WORDS);
    await assert(
      asyncProperty(word, nat(), constantFrom(...TYPOS), async (meant, place, mistype) => {
        const at = place % meant.length;
        const typed = mistype(meant.slice(0, at), meant.charAt(at), meant.slice(at + 1));
        pre(typed.length >= 5);
        expect(await alike(typed)).toContain(meant);
      }),
      { numRuns: 400 },
    );
  });

  test("find few others", async () => {
    expect(await alike("celerom")).toEqual(["celeron"]);
    expect(await alike("%%%%%")).toEqual([]);
    expect(await alike("_____")).toEqual([]);
  });

  test("find a word with two typos if it is long", async () => {
    expect(await alike("prasidancy")).toEqual(["presidency"]);
    expect(await alike("calaron")).toEqual([]);
  });

  test("find an inflected word by its stem", async () => {
    expect(await alike("призидент", "uk")).toEqual(["президентами"]);
  });
});
