import { foldWord } from "../text/words.ts";
import type { LanguageData } from "./language-pack.ts";

/** What a word is to whoever looks for people and bodies in a text, as bits. */
export const WORD_KIND = {
  he: 1,
  she: 2,
  /** What a person is: "minister", "woman". */
  person: 4,
  woman: 8,
  man: 16,
  /** Part of a body's name. */
  inBody: 32,
  /** Before a name: "Mr", "President". */
  title: 64,
  femaleName: 128,
  maleName: 256,
  /** Capitalised, and nobody's name. */
  notName: 512,
  known: 1024,
  unknown: 2048,
  limiting: 4096,
  yearsOld: 8192,
  personal: 16_384,
  preposition: 32_768,
  be: 65_536,
  years: 131_072,
  particle: 262_144,
  verb: 524_288,
  of: 1_048_576,
  as: 2_097_152,
  goesOn: 4_194_304,
  joining: 8_388_608,
  /** A word for bodies: "company". */
  body: 16_777_216,
} as const;

/** The bits of WORD_KIND of a folded word. */
export type WordKinds = (folded: string) => number;

/** One lookup for all lists; every distinct word of a text goes through it. */
export function wordKinds(data: LanguageData): WordKinds {
  const words = new Map<string, number>();
  const beginnings = new Map<string, number>();
  for (const [bit, list] of listsOf(data)) {
    for (const entry of list.trim().split(/\s+/u)) {
      const isBeginning = entry.endsWith("*");
      const folded = foldWord(isBeginning ? entry.slice(0, -1) : entry);
      const known = isBeginning ? beginnings : words;
      if (folded !== "") known.set(folded, (known.get(folded) ?? 0) | bit);
    }
  }
  const longest = Math.max(0, ...Array.from(beginnings.keys(), ({ length }) => length));
  const verb = data.isInflected ? data.roles?.verb : undefined;

  return (folded) => {
    let bits = words.get(folded) ?? 0;
    for (let length = Math.min(longest, folded.length); length > 0; length -= 1) {
      bits |= beginnings.get(folded.slice(0, length)) ?? 0;
    }
    return verb?.test(folded) === true ? bits | WORD_KIND.verb : bits;
  };
}

function listsOf({
  attribution,
  descriptions,
}: LanguageData): readonly (readonly [number, string])[] {
  const { women = "", men = "", people = "", bodies = [], places = "" } = descriptions ?? {};
  const { pronouns, femaleTitles, maleTitles } = attribution;
  return [
    [WORD_KIND.he, pronouns.he],
    [WORD_KIND.she, pronouns.she],
    [WORD_KIND.person, `${attribution.roles} ${women} ${men} ${people}`],
    [WORD_KIND.woman, `${femaleTitles} ${women}`],
    [WORD_KIND.man, `${maleTitles} ${men}`],
    [WORD_KIND.body, bodies.join(" ")],
    [WORD_KIND.inBody, `${attribution.bodies} ${places}`],
    [WORD_KIND.title, attribution.titles],
    [WORD_KIND.femaleName, attribution.femaleNames],
    [WORD_KIND.maleName, attribution.maleNames],
    [WORD_KIND.notName, attribution.notNames],
    [WORD_KIND.known, attribution.known],
    [WORD_KIND.unknown, attribution.unknown],
    [WORD_KIND.preposition, attribution.prepositions],
    [WORD_KIND.particle, attribution.particles],
    [WORD_KIND.joining, attribution.joining],
    [WORD_KIND.as, attribution.asSays],
    [WORD_KIND.of, attribution.ofBody],
    [WORD_KIND.limiting, descriptions?.limiting ?? ""],
    [WORD_KIND.yearsOld, descriptions?.yearsOld ?? ""],
    [WORD_KIND.personal, descriptions?.personal ?? ""],
    [WORD_KIND.years, descriptions?.years ?? ""],
    [WORD_KIND.be, descriptions?.be ?? ""],
    [WORD_KIND.goesOn, descriptions?.goesOn ?? ""],
  ];
}
