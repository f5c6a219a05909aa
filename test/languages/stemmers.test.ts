import { expect, test } from "vitest";
import { packFor } from "../../src/languages/packs.ts";

const UKRAINIAN = [
  "рік року роки років роком році",
  "день дня дні днів днями",
  "місто міста місту містом місті",
  "Київ Києва Києву Києвом",
  "осінь осені",
  "квиток квитка квитки квитків",
  "поїздка поїздки поїздок поїздкою",
  "зустріч зустрічі зустрічей зустріччю",
  "розмова розмови розмов розмовою розмові",
  "рука руки руці руку",
  "країна країни країн країнами",
  "станція станції станцій станцією",
  "можливість можливості можливістю",
  "мовчати мовчить мовчав мовчання",
  "підписати підписали підпишуть",
  "змінити змінилася зміниться змінилось",
  "обговорити обговорять обговорюватимуть обговорення",
  "диктувати диктує диктують диктуватиме",
  "об'єктивна об’єктивної обʼєктивну об`єктивні обєктивна",
  "ґрунт ґрунту ґрунтом грунт грунту",
  "Клочок Клочка Клочку Клочком Клочкові",
  "Зеленський Зеленського Зеленському Зеленським",
];

const RUSSIAN = [
  "Китай Китая Китаю Китаем",
  "десяток десятка десятки десятков",
  "Клочок Клочка Клочку Клочком",
  "страна страны стран странами",
  "позиция позиции позиций позицией",
  "подписать подписали подписан",
  "партнёр партнера партнёром",
  "Зеленский Зеленского Зеленскому Зеленским",
];

test.each(UKRAINIAN)("these forms have one Ukrainian stem: %s", (forms) => {
  const { of } = packFor("uk").terms;
  expect([...new Set(forms.split(" ").map((form) => of(form)))]).toHaveLength(1);
});

test.each(RUSSIAN)("these forms have one Russian stem: %s", (forms) => {
  const { of } = packFor("ru").terms;
  expect([...new Set(forms.split(" ").map((form) => of(form)))]).toHaveLength(1);
});

test.each([
  ["uk", "вплив план"],
  ["uk", "експерт експорт"],
  ["uk", "кит кіт"],
  ["uk", "народ наріжний"],
  ["ru", "план плен"],
  ["ru", "год город"],
])("in %s these words have different stems: %s", (language, words) => {
  const { of } = packFor(language).terms;
  expect(new Set(words.split(" ").map((word) => of(word))).size).toBe(2);
});

test("міст and місто are told apart", () => {
  const { of } = packFor("uk").terms;
  const [bridge, town] = ["міст мосту мостом мости", "місто міста місту містом"].map(
    (forms) => new Set(forms.split(" ").map(of)),
  );
  expect([bridge?.size, town?.size]).toEqual([1, 1]);
  expect(bridge).not.toEqual(town);
});
