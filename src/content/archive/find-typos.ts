import type { RunStatement } from "../../database/database.ts";
import { sql, type Statement } from "../../database/statement.ts";
import { packFor } from "../../languages/packs.ts";
import {
  MIN_CORRECTED_STEM_LENGTH,
  MIN_LENGTH_FOR_TWO_TYPOS,
} from "../../search/analysis/spelling.ts";
import type { Found, Wanted } from "../../search/archive/archive.ts";
import { isStorable } from "./storable.ts";

/** As many letters may a word with typos be longer or shorter. */
const MAX_DIFFERENCE = 2;
/** A form of a word may be longer than its stem by as many. */
const MAX_ENDING = 4;
/** No more are looked up for a question. */
const MAX_TYPOS = 10;

type WordRow = { readonly word: string; readonly uses: number };

/** Words that those with typos may be taken for, and some others. */
export async function findTypos(
  run: RunStatement,
  { language, typos }: Pick<Wanted, "language" | "typos">,
): Promise<Found["typos"]> {
  const { isInflected, terms } = packFor(language);
  const found = [...typos]
    .filter(isStorable)
    .slice(0, MAX_TYPOS)
    .map(async (typed) => {
      const stem = terms.of(typed);
      const hasStem = isInflected && stem.length >= MIN_CORRECTED_STEM_LENGTH;
      const statements = [
        typed.length < MIN_LENGTH_FOR_TWO_TYPOS
          ? withOneTypo(language, typed)
          : withTypos(language, typed, 0),
        ...(hasStem ? [withTypos(language, stem, MAX_ENDING)] : []),
      ];
      const rows = await Promise.all(statements.map((statement) => run<WordRow>(statement)));
      return [typed, new Map(rows.flat().map(({ word, uses }) => [word, uses]))] as const;
    });
  return new Map(await Promise.all(found));
}

const MAX_FOUND = 300;

/** Trigrams of so few letters find tens of thousands of words in a large archive, nearly all in vain. */
function withOneTypo(language: string, typed: string): Statement {
  const letters = Array.from(typed);
  const [first = "", ...others] = patternsOfOneTypo(letters);
  const isAlike = others.reduce(
    (any, pattern) => sql`${any} OR word LIKE ${pattern}`,
    sql`word LIKE ${first}`,
  );
  return sql`
    SELECT word, uses FROM archive_words
    WHERE language = ${language} AND (${isAlike}) AND uses > 0
      AND char_length(word) BETWEEN ${letters.length - 1}::integer AND ${letters.length + 1}::integer
    ORDER BY uses DESC LIMIT ${MAX_FOUND}`;
}

/** Wherever the typo is: of two neighbouring letters one may be another, or missing, or both swapped, or one between them. */
function patternsOfOneTypo(typed: readonly string[]): string[] {
  const letters = typed.map((letter) => letter.replace(/[%_\\]/u, String.raw`\$&`));
  return letters
    .slice(1)
    .map((_, at) => `${letters.slice(0, at).join("")}%${letters.slice(at + 2).join("")}`);
}

/** `ending`: how much longer than a form a word may be. */
function withTypos(language: string, form: string, ending: number): Statement {
  return sql`
    SELECT word, uses FROM archive_words_like(${language}, ${form}, ${form.length - MAX_DIFFERENCE},
      ${form.length + MAX_DIFFERENCE + ending})`;
}
