import { groupedBy } from "../../article/grouped-by.ts";
import type { RunStatement } from "../../database/database.ts";
import { sql } from "../../database/statement.ts";
import {
  type NameInText,
  soundsInOtherScript,
  soundsOfName,
} from "../../search/analysis/names-by-sound.ts";
import type { Found, FoundPerson, Wanted } from "../../search/archive/archive.ts";
import { keyOfSound } from "../../search/archive/archive-counts.ts";
import { areRelatives, beginningOfRelatives } from "../../search/index/term-dictionary.ts";
import type { Articles } from "./articles-by-id.ts";
import { findTypos } from "./find-typos.ts";
import { isStorable } from "./storable.ts";

/** What the archive says of words: everything but passages. */
export async function lookUpWords(
  run: RunStatement,
  wanted: Wanted,
  articles: Articles,
): Promise<Omit<Found, "pairs" | "searches">> {
  const [{ relatives, people, peopleByKey }, terms, words, typos, names] = await Promise.all([
    findRelativesAndPeople(run, wanted, articles),
    countTerms(run, wanted),
    findWords(run, wanted),
    findTypos(run, wanted),
    findNames(run, wanted),
  ]);
  const relativesOf = groupedBy(relatives, ({ of }) => of);
  const peopleOf = (keys: readonly string[]) => keys.flatMap((key) => peopleByKey.get(key) ?? []);
  const counts = [...terms, ...relatives];
  return {
    terms: new Map(counts.map(({ term, passages }) => [term, passages])),
    relatives: mapped(wanted.relatives, (term) =>
      (relativesOf.get(term) ?? []).map((one) => one.term),
    ),
    people: mapped(people, (term) => peopleOf([term])),
    words: new Set(words.map(({ word }) => word)),
    typos,
    soundAlike: mapped(wanted.sounds, (word) =>
      peopleOf(soundsInOtherScript(word).map(keyOfSound)),
    ),
    names: mapped(wanted.sounds, (word) => {
      const sounds = soundsOfName(word);
      return names.filter((one) => haveOne(one.sounds, sounds));
    }),
  };
}

/** Who is asked about may be named with any form of a word: that saves asking once more. */
async function findRelativesAndPeople(run: RunStatement, wanted: Wanted, articles: Articles) {
  const relatives = await findRelatives(run, wanted);
  const people = new Set([...wanted.people, ...wanted.terms, ...relatives.map(({ term }) => term)]);
  const named = await findPeople(run, wanted, people);
  const byId = await articles.byId(named.map(({ article }) => article));
  const found = named.flatMap(({ article: number, ...own }) => {
    const article = byId.get(number);
    return article ? [{ ...own, article }] : [];
  });
  const peopleByKey = groupedBy<FoundPerson & { readonly key: string }, string>(
    found,
    ({ key }) => key,
  );
  return { relatives, people, peopleByKey };
}

function mapped<Value>(keys: ReadonlySet<string>, valueOf: (key: string) => Value) {
  return new Map(Array.from(keys, (key) => [key, valueOf(key)]));
}

function haveOne(some: readonly string[], others: readonly string[]): boolean {
  return some.some((one) => others.includes(one));
}

type TermRow = { readonly term: string; readonly passages: number };

async function countTerms(run: RunStatement, { language, terms }: Wanted) {
  const asked = [...terms].filter(isStorable);
  if (asked.length === 0) return [];
  return run<TermRow>(sql`
    SELECT term, passages FROM archive_terms WHERE language = ${language} AND term = ANY(${asked}::text[])`);
}

/** Of a term, in the order of the alphabet; a question asks for all of them at once. */
const MAX_RELATIVES = 100;
/** Sorts after every letter. */
const LAST = "\u{10FFFF}";

async function findRelatives(run: RunStatement, { language, relatives }: Wanted) {
  const asked = [...relatives].filter(isStorable).flatMap((term) => {
    const beginning = beginningOfRelatives(term);
    return beginning === undefined ? [] : [{ term, beginning }];
  });
  if (asked.length === 0) return [];
  const rows = await run<TermRow & { readonly of: string }>(sql`
    SELECT asked.term AS of, found.term, found.passages
    FROM unnest(${asked.map(({ term }) => term)}::text[], ${asked.map(({ beginning }) => beginning)}::text[])
      AS asked (term, beginning)
    CROSS JOIN LATERAL (
      SELECT term, passages FROM archive_terms
      WHERE language = ${language} AND term >= asked.beginning AND term < asked.beginning || ${LAST}::text
        AND char_length(term) <= char_length(asked.term) + 3 AND term <> asked.term
      LIMIT ${MAX_RELATIVES}
    ) AS found`);
  return rows.filter(({ of, term }) => areRelatives(of, term));
}

async function findWords(run: RunStatement, { language, words }: Wanted) {
  const asked = [...words].filter(isStorable);
  if (asked.length === 0) return [];
  return run<{ readonly word: string }>(sql`
    SELECT word FROM archive_words WHERE language = ${language} AND word = ANY(${asked}::text[]) AND uses > 0`);
}

const MAX_NAMES = 100;

type NameRow = NameInText & { readonly sounds: readonly string[] };

/** The most frequent first. */
async function findNames(run: RunStatement, { language, sounds }: Wanted) {
  const asked = [...sounds].filter(isStorable).flatMap(soundsOfName);
  if (asked.length === 0) return [];
  return run<NameRow>(sql`
    SELECT word, term, sounds FROM archive_words
    WHERE language = ${language} AND sounds <> '{}' AND sounds && ${asked}::text[]
    ORDER BY names DESC LIMIT ${MAX_NAMES}`);
}

type PersonRow = {
  readonly key: string;
  readonly id: string;
  readonly passages: number;
  readonly article: number;
};

/** For each word, those in the most passages. */
const MAX_PEOPLE = 20;

/** By terms and by sounds, as the latest article names them. */
async function findPeople(
  run: RunStatement,
  { language, sounds }: Wanted,
  terms: ReadonlySet<string>,
) {
  const keys = [...terms, ...[...sounds].flatMap(soundsInOtherScript).map(keyOfSound)];
  const asked = [...new Set(keys)].filter(isStorable);
  if (asked.length === 0) return [];
  return run<PersonRow>(sql`
    SELECT asked.key, named.id, named.passages, latest.article FROM unnest(${asked}::text[]) AS asked (key)
    CROSS JOIN LATERAL (
      SELECT id, passages FROM archive_names WHERE language = ${language} AND key = asked.key
      ORDER BY passages DESC LIMIT ${MAX_PEOPLE}
    ) AS named
    CROSS JOIN LATERAL (
      SELECT article FROM archive_people WHERE language = ${language} AND id = named.id
      ORDER BY article DESC LIMIT 1
    ) AS latest`);
}
