import { expect, test } from "vitest";
import { prepareAnswers } from "../../src/answer/answer-question.ts";
import type { Article } from "../../src/article/article.ts";
import { parseLibrary } from "../../src/article/loading/parse-library.ts";
import type { Language } from "../../src/languages/language.ts";

const TARIFFS: Readonly<Record<Language, string>> = {
  en: "---\nlanguage: en\n---\n# The plant\n\nThe tariff of the nuclear plant is 46.6 crowns. NATO and Ann Marsh watch the plan.\n\nThe president of the region spoke on the date of the visit.\n",
  uk: "---\nlanguage: uk\n---\n# Станція\n\nТариф для АЕС становить 46,6 крони. НАТО та Енн Марш стежать за планом.\n\nПрезидент краю назвав дату візиту: дата ще не остаточна. Договір про мир і план чинний.\n",
  ru: "---\nlanguage: ru\n---\n# Станция\n\nТариф для АЭС составляет 46,6 кроны. НАТО и Энн Марш следят за планом.\n\nПрезидент края назвал дату визита: дата ещё не окончательна. Договор о мире и план действует.\n",
};

function about(...languages: readonly Language[]): readonly Article[] {
  const files = languages.map((language) => ({
    path: language === languages[0] ? "plant.md" : `plant.${language}.md`,
    text: TARIFFS[language],
  }));
  const library = parseLibrary(files.slice(0, 1), []);
  if (library.kind === "faulty") throw new Error(JSON.stringify(library.diagnostics));
  return library.articles;
}

const ASK = {
  en: prepareAnswers(about("en")),
  uk: prepareAnswers(about("uk")),
  ru: prepareAnswers(about("ru")),
};

/** Of the article, of the conversation, and of the reader's app; "-": there is none. */
type Where = readonly [article: Language, conversation: Language | "-", app: string];

function languageOf(question: string, [article, language, clientLanguage]: Where): Language {
  return ASK[article](question, {
    ...(language !== "-" && { language, article: "plant" }),
    ...(clientLanguage !== "-" && { clientLanguage }),
  }).language;
}

const EVERYWHERE = (["en", "uk", "ru"] as const).flatMap((article) =>
  (["-", "en", "uk", "ru"] as const).flatMap((conversation) =>
    ["-", "en", "uk", "ru"].map((app) => [article, conversation, app] as const),
  ),
);

// The words settle it, whatever the article, the conversation and the app are in.
test.each<[string, Language]>([
  ["When is the visit?", "en"],
  ["ticket price", "en"],
  ["who is klochok", "en"],
  ["what about NATO", "en"],
  ["How much is bread in Київ?", "en"],
  ["when jinpin visti moskow", "en"],
  ["tariff for plants", "en"],
  ["why?", "en"],
  ["and then?", "en"],
  ["коли візит?", "uk"],
  ["Скільки коштує квиток?", "uk"],
  ["ціна", "uk"],
  ["Путін", "uk"],
  ["Київ", "uk"],
  ["чому?", "uk"],
  ["хто це каже", "uk"],
  ["що каже Klochok про NATO?", "uk"],
  ["iPhone 15 Pro ціна", "uk"],
  ["шо там по візиту, конєчно цікаво", "uk"],
  ["скажіть пожалуйста коли зустріч", "uk"],
  ["шо за договір вони підписали", "uk"],
  ["як щодо NATO", "uk"],
  ["коли он приїде", "uk"],
  ["когда визит?", "ru"],
  ["Сколько стоит билет?", "ru"],
  ["эксперт", "ru"],
  ["почему?", "ru"],
  ["кто это говорит", "ru"],
  ["что говорит Klochok о NATO?", "ru"],
  ["сколько стоит iPhone 15 Pro", "ru"],
  ["когда Зеленський говорил с Сі", "ru"],
  ["тарифы", "ru"],
  ["что ещё известно", "ru"],
])("%j is answered in %s everywhere", (question, language) => {
  const elsewhere = EVERYWHERE.filter((where) => languageOf(question, where) !== language);
  expect(elsewhere).toEqual([]);
});

const UNSETTLED = [
  "nato",
  "NATO?",
  "xi",
  "Klochok",
  "Ann Marsh",
  "Moscow?",
  "iPhone",
  "46,6",
  "2022?",
  "👍",
  "+1 380",
  "你好",
];

// Neither Ukrainian nor Russian by their words alone.
const EITHER_CYRILLIC = [
  "аес тариф 46,6",
  "тариф",
  "НАТО",
  "нато",
  "оон",
  "план",
  "Клочок",
  "погода",
  "Байден",
  "дата",
  "президент",
  "люди",
  "дрон",
  "автор",
  "NATO тариф",
];

test.each([...UNSETTLED, ...EITHER_CYRILLIC])(
  "%j: the conversation's language comes first",
  (question) => {
    for (const language of ["uk", "ru"] as const) {
      for (const app of ["-", "en", "uk", "ru"]) {
        expect([app, languageOf(question, [language, language, app])]).toEqual([app, language]);
      }
    }
  },
);

test.each(UNSETTLED)("%j: without a conversation the article's, whatever the app's", (question) => {
  for (const language of ["en", "uk", "ru"] as const) {
    for (const app of ["-", "en", "uk", "ru"]) {
      expect([app, languageOf(question, [language, "-", app])]).toEqual([app, language]);
    }
  }
});

test.each(EITHER_CYRILLIC)(
  "%j: without a conversation that of a Cyrillic article, or else the app's",
  (question) => {
    for (const app of ["uk", "ru"] as const) {
      expect(languageOf(question, ["uk", "-", app])).toBe("uk");
      expect(languageOf(question, ["en", "-", app])).toBe(app);
    }
  },
);

test.each(["тариф", "дата", "президент", "план"])(
  "%j in a Russian article is Russian",
  (question) => {
    expect(languageOf(question, ["ru", "-", "uk"])).toBe("ru");
  },
);

// Latin letters, Ukrainian or Russian words.
test.each<[string, Language]>([
  ["koly vizyt", "uk"],
  ["koly vizyt do Moskvy", "uk"],
  ["shcho kazhe ekspert", "uk"],
  ["skilky koshtuye kvytok", "uk"],
  ["khto takyi Klochok", "uk"],
  ["hto ce kazhe", "uk"],
  ["chomu NATO", "uk"],
  ["kogda vizit", "ru"],
  ["chto govorit ekspert", "ru"],
  ["skolko stoit bilet", "ru"],
  ["kto takoy Klochok", "ru"],
  ["pochemu NATO", "ru"],
  ["gde eto bylo", "ru"],
])("%j is transliterated %s", (question, language) => {
  const elsewhere = EVERYWHERE.filter((where) => languageOf(question, where) !== language);
  expect(elsewhere).toEqual([]);
});

test("a transliteration without a telling word is in the conversation's language", () => {
  expect(languageOf("vizyt do Moskvy", ["en", "uk", "en"])).toBe("uk");
  expect(languageOf("vizit Klochok", ["en", "ru", "en"])).toBe("ru");
});

// Like «це», «коли» and «так» in Latin letters.
test.each(["Tse", "tse?", "Koly Tak", "whos tse?"])(
  "%j, a name of an article in English, is no transliteration",
  (question) => {
    const path = "bridge.md";
    const text = "---\nlanguage: en\n---\n# The bridge\n\nMayor Tse met Koly Tak at the bridge.\n";
    const library = parseLibrary([{ path, text }], []);
    if (library.kind === "faulty") throw new Error(JSON.stringify(library.diagnostics));
    const ask = prepareAnswers(library.articles);
    expect(ask(question).language).toBe("en");
  },
);
