import * as fc from "fast-check";
import { expect, test } from "vitest";
import type { Person } from "../../../src/article/article.ts";
import {
  type NameInText,
  namesInTextBySound,
  namesOfPeopleBySound,
  openNames,
  recordNames,
} from "../../../src/search/analysis/names-by-sound.ts";
import { runSteps, type Steps } from "../../../src/languages/steps.ts";
import { openStrings, packStrings } from "../../../src/text/string-table.ts";

const WORDS = ["харкова", "харків", "klochok", "klochka", "трампа", "harbour", "су", "lee"];
const TERMS = ["харк", "klochok", "трамп", "harbour", "су", "lee"];
const { numberOf: idOf, at: termOf } = openStrings(packStrings(TERMS));
const numbered = {
  wordCounts: { words: openStrings(packStrings(WORDS)) },
  dictionary: { idOf, termOf },
};
const name = fc.record({ word: fc.constantFrom(...WORDS), term: fc.constantFrom(...TERMS) });
/** Some words of names are not used by themselves; these are written as their terms are. */
const asTerm = fc.constantFrom(...TERMS).map((term) => ({ word: term, term }));
const person = fc
  .record({
    name: fc.constantFrom("Ihor Zhdanov", "Марія Клочко", "Oksana Lee", "the Mayor"),
    aliases: fc.array(fc.constantFrom("Klochko", "Жданов", "mayor")),
  })
  .map((one): Person => ({ id: "someone", capacity: "witness", ...one }));

test("recorded names are found under the same sounds", () => {
  const names = fc.uniqueArray(fc.oneof(name, asTerm), { selector: ({ word }) => word });
  fc.assert(
    fc.property(fc.array(person), names, (people, inText) => {
      const record = runSteps(recordNames(people, atOnce(inText), numbered));
      const opened = openNames(record, numbered);
      const ofPeople = runSteps(namesOfPeopleBySound(people));
      for (const [sound, word] of ofPeople) expect(opened.ofPeople.get(sound)).toBe(word);
      expect(opened.ofPeople.get("Latinzzz")).toBeUndefined();
      const bySound = runSteps(namesInTextBySound(atOnce(inText)));
      for (const [sound, alike] of bySound) expect(opened.inText.get(sound)).toEqual(alike);
      expect(opened.inText.get("zzz")).toEqual([]);
    }),
  );
});

function* atOnce(names: readonly NameInText[]): Steps<readonly NameInText[]> {
  yield;
  return names;
}
