import { expect, test } from "vitest";
import type { Language } from "../../src/languages/language.ts";
import type { FollowUpForms, TurnForms } from "../../src/languages/language-pack.ts";
import { packFor } from "../../src/languages/packs.ts";

test.each<[Language, Exclude<keyof FollowUpForms, "nameFor">, string, string | undefined]>([
  ["en", "personalPronoun", "What did she say?", "she"],
  ["en", "personalPronoun", "What did they say?", undefined],
  ["en", "whoIsIt", "and who is that?", "that"],
  ["en", "whoIsIt", "who is that bridge for?", undefined],
  ["en", "otherPronoun", "When does it open?", "it"],
  ["en", "otherPronoun", "When does the item open?", undefined],
  ["en", "continues", "And the price?", "And"],
  ["en", "continues", "Android?", undefined],
  ["en", "bareQuestion", "and when exactly?", "and when exactly?"],
  ["en", "bareQuestion", "when is it?", "when is it?"],
  ["en", "bareQuestion", "when is lunch?", undefined],
  ["uk", "personalPronoun", "що вона каже?", "вона"],
  ["uk", "personalPronoun", "що вони кажуть?", undefined],
  ["uk", "whoIsIt", "а хто це?", "це"],
  ["uk", "whoIsIt", "хто це сказав?", undefined],
  ["uk", "otherPronoun", "коли це?", "це"],
  ["uk", "otherPronoun", "коли центр?", undefined],
  ["uk", "continues", "а ціна?", "а"],
  ["uk", "continues", "акт?", undefined],
  ["uk", "bareQuestion", "а коли саме?", "а коли саме?"],
  ["uk", "bareQuestion", "коли обід?", undefined],
  ["ru", "personalPronoun", "что она говорит?", "она"],
  ["ru", "personalPronoun", "что они говорят?", undefined],
  ["ru", "whoIsIt", "а кто это?", "это"],
  ["ru", "whoIsIt", "кто это сказал?", undefined],
  ["ru", "otherPronoun", "когда это?", "это"],
  ["ru", "otherPronoun", "когда этаж?", undefined],
  ["ru", "continues", "а цена?", "а"],
  ["ru", "continues", "акт?", undefined],
  ["ru", "bareQuestion", "а когда именно?", "а когда именно?"],
  ["ru", "bareQuestion", "когда обед?", undefined],
])("in %s the pattern %s finds in %j: %s", (language, form, text, found) => {
  expect(text.match(packFor(language).followUps[form])?.[0]).toBe(found);
});

type TurnForm = "yes" | "correction" | "and" | "whatAbout" | "previous";

test.each<[Language, TurnForm & keyof TurnForms, string, string | undefined]>([
  ["en", "yes", "yes please", "yes please"],
  ["en", "yes", "yes it is", undefined],
  ["en", "correction", "no, I meant the price", "no, I meant "],
  ["en", "correction", "no meaning", undefined],
  ["en", "and", "and about Bob", "and about "],
  ["en", "and", "Andes", undefined],
  ["en", "whatAbout", "how about Bob", "how about "],
  ["en", "whatAbout", "and Bob", undefined],
  ["en", "previous", "the previous one", "the previous one"],
  ["en", "previous", "the previous year", undefined],
  ["uk", "yes", "так будь ласка", "так будь ласка"],
  ["uk", "yes", "так сталося", undefined],
  ["uk", "correction", "ні, я мала на увазі ціну", "ні, я мала на увазі "],
  ["uk", "correction", "ні, я мала час", undefined],
  ["uk", "and", "а про Боба", "а про "],
  ["uk", "and", "акт", undefined],
  ["uk", "whatAbout", "а що щодо Боба", "а що щодо "],
  ["uk", "whatAbout", "а Боб", undefined],
  ["uk", "previous", "попередній", "попередній"],
  ["uk", "previous", "попередній рік", undefined],
  ["ru", "yes", "да пожалуйста", "да пожалуйста"],
  ["ru", "yes", "да случилось", undefined],
  ["ru", "correction", "нет, я имел в виду цену", "нет, я имел в виду "],
  ["ru", "correction", "нет, я имел время", undefined],
  ["ru", "and", "а про Боба", "а про "],
  ["ru", "and", "акт", undefined],
  ["ru", "whatAbout", "а что насчёт Боба", "а что насчёт "],
  ["ru", "whatAbout", "а Боб", undefined],
  ["ru", "previous", "предыдущий", "предыдущий"],
  ["ru", "previous", "предыдущий год", undefined],
])("in %s the turn %s opens %j: %s", (language, form, text, found) => {
  expect(text.match(packFor(language).turns[form])?.[0]).toBe(found);
});

test.each<[Language, string, number | undefined]>([
  ["en", "the second one", 2],
  ["en", "number 7", 7],
  ["en", "12", 12],
  ["en", "show me the last point", -1],
  ["en", "the second year", undefined],
  ["uk", "а п'ятий", 5],
  ["uk", "третє", 3],
  ["uk", "7", 7],
  ["uk", "останній", -1],
  ["uk", "другий рік", undefined],
  ["ru", "а четвёртый", 4],
  ["ru", "десятый пункт", 10],
  ["ru", "7", 7],
  ["ru", "последний", -1],
  ["ru", "второй год", undefined],
])("in %s %j picks number %s from a list", (language, message, place) => {
  expect(packFor(language).turns.ordinal(message)).toBe(place);
});

test("a name that replaces a possessive becomes possessive", () => {
  const { followUps, turns } = packFor("en");
  expect(followUps.nameFor("her", "Ann")).toBe("Ann's");
  expect(followUps.nameFor("she", "Ann")).toBe("Ann");
  expect(turns.inPlaceOf("Bob's", "the Council")).toBe("Council's");
});

test.each<[Language, string, boolean]>([
  ["en", "He put the damage at 80,000 crowns.", true],
  ["en", "“It is a disgrace.", true],
  ["en", "But this will change.", true],
  ["en", "That is why the quay was closed.", true],
  ["en", "This year the quay will be closed.", false],
  ["en", "Those who live there pay 4 crowns.", false],
  ["en", "Herons nest on the quay.", false],
  ["en", "Android phones are sold there.", false],
  ["uk", "Він оцінив збитки в 80 000 крон.", true],
  ["uk", "«Це ганьба.", true],
  ["uk", "Однак рада проти.", true],
  ["uk", "Їхній причал закороткий.", true],
  ["uk", "Про це повідомив директор.", true],
  ["uk", "Після цього причал закрили.", true],
  ["uk", "Після цьогорічних дощів він мокрий.", false],
  ["uk", "Цього року причал закриють.", false],
  ["uk", "Акція триватиме до травня.", false],
  ["uk", "Цеглу везуть поромом.", false],
  ["ru", "Он оценил ущерб в 80 000 крон.", true],
  ["ru", "«Это позор.", true],
  ["ru", "При этом совет против.", true],
  ["ru", "Об этом сообщил директор.", true],
  ["ru", "После этого причал закрыли.", true],
  ["ru", "После этой зимы он мокрый.", false],
  ["ru", "Этим летом причал закроют.", false],
  ["ru", "Новый причал длиннее.", false],
  ["ru", "Ионные двигатели дороги.", false],
])("in %s %j needs the sentence before it: %s", (language, sentence, isHanging) => {
  expect(packFor(language).hangingStart.test(sentence)).toBe(isHanging);
});
