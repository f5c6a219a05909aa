import { expect, test } from "vitest";
import {
  clearestLanguage,
  identifyLanguage,
  inMainScript,
} from "../../src/languages/identify-language.ts";
import { createLanguagePack } from "../../src/languages/create-language-pack.ts";
import { LANGUAGES, type Language } from "../../src/languages/language.ts";
import { LANGUAGE_PACKS, likeliestPacks, packFor } from "../../src/languages/packs.ts";
import { RUSSIAN } from "../../src/languages/ru/russian.ts";
import { foreignLetters } from "../../src/languages/foreign-letters.ts";
import { UKRAINIAN } from "../../src/languages/uk/ukrainian.ts";
import { wordsIn } from "../../src/text/words.ts";

function words(text: string): string[] {
  return wordsIn(text).map((word) => word.text);
}

test.each<[string, Language | undefined]>([
  ["When does it open?", "en"],
  ["Коли відкриють міст?", "uk"],
  ["Когда откроют мост?", "ru"],
  ["погода", undefined],
  ["а друге?", "uk"],
  ["второе", "ru"],
  ["кратко в 3 пунктах", "ru"],
  ["коротко в 3 пунктах", undefined],
  ["стисло", "uk"],
  ["3 февраля", "ru"],
  ["3 лютого", "uk"],
  ["пятьдесят рублей", "ru"],
])("%j is in %s", (text, language) => {
  expect(identifyLanguage(words(text), LANGUAGE_PACKS)?.code).toBe(language);
});

test.each([
  ["What does Клочок say", "Latin"],
  ["What does Клочок say про Київ", "Latin"],
  ["iPhone 15 Pro ціна", "Cyrillic"],
  ["скільки коштує iPhone 15 Pro", "Cyrillic"],
  ["NATO мости", "Cyrillic"],
  ["2022", "Latin"],
  ["你好", "Latin"],
])("%j is mainly in %s", (text, script) => {
  expect(inMainScript(words(text), LANGUAGE_PACKS).packs[0]?.script).toBe(script);
});

test("only words in the main script count", () => {
  expect(inMainScript(words("що каже Klochok"), LANGUAGE_PACKS).words).toEqual(["що", "каже"]);
});

test.each([
  ["їжа", "uk"],
  ["объект", "ru"],
  ["", undefined],
])("between Ukrainian and Russian %j is clearly %s", (text, language) => {
  const related = LANGUAGE_PACKS.filter(({ script }) => script === "Cyrillic");
  expect(clearestLanguage(words(text), related)?.code).toBe(language);
});

test("letters that one language lacks decide without any table", () => {
  const related = [UKRAINIAN, RUSSIAN].map((data) => createLanguagePack({ ...data, spelling: {} }));
  expect(clearestLanguage(["ґанок"], related)?.code).toBe("uk");
  expect(clearestLanguage(["объезд"], related)?.code).toBe("ru");
  expect(clearestLanguage(["погода"], related)).toBeUndefined();
  expect(clearestLanguage(["їжа", "объезд"], related)).toBeUndefined();
  // A name may keep the spelling of another language.
  expect(clearestLanguage(["їжа", "Объезд"], related)?.code).toBe("uk");
});

test("a question is read in its own language first, then in that of the articles", () => {
  const codes = likeliestPacks(wordsIn("Когда откроют мост?"), packFor("uk")).map(
    ({ code }) => code,
  );
  expect(codes.slice(0, 2)).toEqual(["ru", "uk"]);
  expect(new Set(codes)).toEqual(new Set(LANGUAGES));
});

test.each<[Language, string, string | undefined]>([
  ["en", "Міст закрили", "contains no English letters"],
  ["en", "The bridge, Міст", undefined],
  ["uk", "The bridge", "contains no Ukrainian letters"],
  ["uk", "Мост закрыли", "contains the letter ы, which Ukrainian does not have"],
  ["uk", "Він сказав: мост закрыли", undefined],
  ["ru", "Міст", "contains the letter і, which Russian does not have"],
  ["ru", "Мост, 2022", undefined],
  ["ru", "2022", undefined],
])("as a text in %s %j: %s", (language, text, problem) => {
  expect(foreignLetters(text, packFor(language), LANGUAGE_PACKS)).toBe(problem);
});
