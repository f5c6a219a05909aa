import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseSquad } from "../../../src/evaluation/squad.ts";
import { grownCollection } from "../grown-collection.ts";
import { pick, seededRandom, type Random } from "../../../src/evaluation/random.ts";

const SEED = 2;
const FEWEST_PASSAGES = 20;
const MOST_PASSAGES = 40;
const PASSAGES_OF_SECTION = 8;
const PEOPLE = 3;
/** One passage in this many is somebody's words. */
const ONE_SPOKEN_IN = 4;

const FIRST_NAMES = "Ada Bram Clara Dov Edda Finn Gesa Hugo Ines Jan Kira Luca Mona Nils".split(
  " ",
);
const SYLLABLES = "bar den fel gor hin kas lem mar nol pet ros sam tor ulm ven wik".split(" ");
const CAPACITIES = [
  "mayor of the town",
  "spokeswoman of the harbour",
  "head of the fire brigade",
  "member of the city council",
  "professor of economics",
];
const MARKUP = /[*_`#[\]{}<>|\\~=]|\^|\$/gu;
const DAY_MS = 86_400_000;
const FIRST_DAY = Date.UTC(2024, 0, 1);
const ARTICLES_A_DAY = 30;

/** Passages made of a set in SQuAD 2.0 format, and its questions. */
export function archiveOf(file: string, passages: number): [string[], string[]] {
  const set = parseSquad(JSON.parse(readFileSync(file, "utf8")));
  const texts = set.articles
    .flatMap(({ sections }) => sections)
    .flatMap((section) => section.passages.map(({ text }) => text));
  return [grownCollection(texts, passages), set.answerable.map(({ question }) => question)];
}

/** Writes the passages as articles of some thirty, with people who say some of them; returns the files. */
export function writeArchive(folder: string, passages: readonly string[]): string[] {
  mkdirSync(folder, { recursive: true });
  const random = seededRandom(SEED);
  const files: string[] = [];
  for (let from = 0; from < passages.length;) {
    const size = FEWEST_PASSAGES + Math.floor(random() * (MOST_PASSAGES - FEWEST_PASSAGES + 1));
    const file = join(folder, `article-${files.length}.md`);
    writeFileSync(file, articleOf(passages.slice(from, from + size), files.length, random));
    files.push(file);
    from += size;
  }
  return files;
}

function articleOf(passages: readonly string[], number: number, random: Random): string {
  const names = new Set<string>();
  while (names.size < PEOPLE) names.add(`${pick(FIRST_NAMES, random)} ${surname(random)}`);
  const ids = Array.from(names, slugOf);
  const people = Array.from(names, (name) => {
    const capacity = pick(CAPACITIES, random);
    return `  ${slugOf(name)}:\n    name: ${name}\n    capacity: ${capacity}`;
  });
  const daysOn = Math.floor(number / ARTICLES_A_DAY);
  const day = new Date(FIRST_DAY + daysOn * DAY_MS).toISOString().slice(0, 10);
  const title = (passages[0] ?? "").replaceAll(MARKUP, "").split(" ", 8).join(" ");
  const body = passages.map((text, at) => {
    const speaker = ids[at % PEOPLE];
    const by = random() * ONE_SPOKEN_IN < 1 ? ` {by=${speaker} kind=opinion}` : "";
    const heading =
      at % PASSAGES_OF_SECTION === 0 ? `## Part ${at / PASSAGES_OF_SECTION + 1}\n\n` : "";
    return `${heading}${text.replaceAll(MARKUP, "").replaceAll(/\s+/gu, " ").trim()}${by}`;
  });
  return `---
title: ${JSON.stringify(title)}
language: en
source:
  publisher: The Daily Archive
  title: ${JSON.stringify(title)}
  url: https://archive.example/${number}
  published: ${day}
people:
${people.join("\n")}
---

${body.join("\n\n")}
`;
}

/** Names are made of plain letters. */
function slugOf(name: string): string {
  return name.toLowerCase().replaceAll(" ", "-");
}

function surname(random: Random): string {
  const name = pick(SYLLABLES, random) + pick(SYLLABLES, random) + pick(SYLLABLES, random);
  return name.charAt(0).toUpperCase() + name.slice(1);
}
