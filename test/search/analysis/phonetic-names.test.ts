import { expect, test } from "vitest";
import type { Person } from "../../../src/article/article.ts";
import { phoneticNames } from "../../../src/search/analysis/phonetic-names.ts";
import { openSoundFinder, recordSounds } from "../../../src/search/analysis/sound-finder.ts";
import { phoneticKeys } from "../../../src/search/analysis/sounds.ts";
import { runSteps, type Steps } from "../../../src/languages/steps.ts";
import { MAX_WORD_LENGTH } from "../../../src/text/words.ts";
import { indexPassages } from "../../../src/search/index/passage-index.ts";
import { searchText } from "../../support/search-text.ts";
import { bridgeArticle } from "../sample.ts";

const people: readonly Person[] = ["Marta Kowalchuk", "Ihor Zhdanov", "Oksana Lee"].map((name) => ({
  id: name.toLowerCase().replace(" ", "-"),
  name,
  capacity: "witness",
  aliases: ["the Mayor"],
}));

test.each([
  "Клочок Клочка Клочком Klochok Klochock",
  "Зеленський Зеленського Зеленский Зеленским Zelensky Zelenskyy Zelenskiy",
  "Яковенко Яковенка Yakovenko Jakovenko",
  "Ігор Игорь Ihor Igor",
  "Шевченко Шевченка Shevchenko Schewtschenko",
  "Харків Харькова Kharkiv",
  "Жданов Жданова Zhdanov",
  "Мюллер Мюллера Müller Muller",
])("these sound alike: %s", (names) => {
  const [first = "", ...others] = names.split(" ");
  const sounds = phoneticKeys(first);
  for (const other of others)
    expect(phoneticKeys(other).some((one) => sounds.includes(one))).toBe(true);
});

test.each([
  ["Ковальчук", "Kowalchuk"],
  ["Ковальчука", "Kowalchuk"],
  ["жданову", "Zhdanov"],
  ["мер", undefined],
  ["Лі", undefined],
  ["Марко", undefined],
  ["Kowaltchuk", undefined],
])("among Latin names %s sounds like %s", (word, name) => {
  expect(phoneticNames(people, () => inSteps([])).soundsLike(word)).toBe(name);
});

function* inSteps<Value>(value: Value): Steps<Value> {
  yield;
  return value;
}

const namesIn = (text: string) => text.split(" ").map((word) => ({ word, term: word }));

const IN_TEXT = namesIn(
  "kerry bush obama cruz trump clinton michigan washington duma sanders graham hughes kane smith johnson wall suu",
);

test.each([
  ["Трамп", true, "trump"],
  ["Трампа", true, "trump"],
  ["Клінтоном", true, "clinton"],
  ["Клинтону", true, "clinton"],
  ["Мічигані", true, "michigan"],
  ["Вашингтоне", true, "washington"],
  ["вашингтоне", false, "washington"],
  ["Керрі", true, "kerry"],
  ["бушу", false, "bush"],
  ["обаме", false, "obama"],
  ["Крузом", true, "cruz"],
  ["каро", false, undefined],
  ["дамо", false, undefined],
  ["тромб", false, undefined],
  ["Ковальчук", true, undefined],
  ["Сандерса", true, "sanders"],
  ["Грэм", true, "graham"],
  ["Хьюз", true, "hughes"],
  ["кейн", true, "kane"],
  ["кейн", false, undefined],
  ["Смита", true, "smith"],
  ["Джонсона", true, "johnson"],
  ["Уолл", true, "wall"],
  ["Су", true, "suu"],
  ["Кінь", true, "kane"],
])("among the names of a text, %s (likely a name: %s) sounds like %s", (word, isLikely, name) => {
  expect(phoneticNames([], () => inSteps(IN_TEXT)).nameInText(word, isLikely)).toBe(name);
});

test("a name written in the other script names the person", () => {
  const index = indexPassages([bridgeArticle()]);
  const { query, hits } = searchText(index, "What does Марлоу say about rust?");

  expect(query.people.map(({ id }) => id)).toEqual(["marlow"]);
  expect(query.words.map(({ status }) => status)).not.toContain("unknown");
  expect(hits[0]?.passage.id).toBe("rust");
});

test.each([
  ["Trump", "трамп"],
  ["Clinton's", "клінтон"],
  ["Клинтоном", "клінтон"],
  ["Kerry", undefined],
])("among the names of a Ukrainian text, %s sounds like %s", (word, name) => {
  expect(phoneticNames([], () => inSteps(namesIn("трамп клінтон"))).nameInText(word, true)).toBe(
    name,
  );
});

test.each([MAX_WORD_LENGTH, MAX_WORD_LENGTH + 1])(
  "a run of %i letters may be a name unless it is longer than any word",
  (length) => {
    const words = ["харків", "мано".repeat(length).slice(0, length)];
    const isSaid = openSoundFinder(runSteps(recordSounds(words)).record);
    expect(isSaid("kharkiv")).toBe(true);
    expect(isSaid("mano".repeat(length).slice(0, length))).toBe(length <= MAX_WORD_LENGTH);
  },
);
