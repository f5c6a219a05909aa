import { describe, expect, test } from "vitest";
import { indexPassages } from "../../src/search/index/passage-index.ts";
import { mainQuery, parseQuestion } from "../../src/search/query/parse-question.ts";
import { search } from "../../src/search/search.ts";
import { snippetOf } from "../../src/search/snippet.ts";
import { bridgeArticle, samplePassage } from "./sample.ts";

/** What an article says around the words, other passages of it, and what a reader asks with them. */
type Setting = {
  readonly text: (words: string) => string;
  readonly others: readonly string[];
  readonly ask: (words: string) => string;
};

const SETTINGS = {
  en: {
    text: (words) => `Then they talked of ${words} in the hall.`,
    others: ["The mail came at noon, and 16 boats left.", "Nothing else happened on the shore."],
    ask: (words) => `What about ${words}?`,
  },
  uk: {
    text: (words) => `Потім розмова була про ${words} у залі.`,
    others: [
      "Опівдні прийшла пошта, і 154 човни відпливли.",
      "На березі більше нічого не сталося.",
    ],
    ask: (words) => `Що там про ${words}?`,
  },
  ru: {
    text: (words) => `Потом разговор был про ${words} в зале.`,
    others: [
      "В полдень пришла почта, и 154 лодки отплыли.",
      "На берегу больше ничего не произошло.",
    ],
    ask: (words) => `Что там про ${words}?`,
  },
  other: {
    text: (words) => `${words}.`,
    others: ["Παλιό λιμάνι.", "الميناء القديم.", "נמל ישן."],
    ask: (words) => `${words}?`,
  },
} as const satisfies Readonly<Record<string, Setting>>;

type Form = readonly [language: keyof typeof SETTINGS, article: string, question: string];

/** Every pair of forms in both directions: one in the article, the other in the question. */
function pairsOf(rows: readonly (readonly [Form[0], ...string[]])[]): Form[] {
  return rows.flatMap(([language, ...forms]) =>
    forms.flatMap((article) =>
      forms.flatMap((question): Form[] =>
        article === question ? [] : [[language, article, question]],
      ),
    ),
  );
}

/** What the first passage found has highlighted, and the words that are not as the article's. */
function ask(language: Form[0], written: string, asked: string) {
  const { text, others, ask: question } = SETTINGS[language];
  const passages = [text(written), ...others].map((one, number) =>
    samplePassage(`p${number}`, one),
  );
  const article = bridgeArticle({
    language: language === "other" ? "el" : language,
    people: [],
    sections: [{ id: "only", heading: "", passages }],
  });
  const parsed = parseQuestion(indexPassages([article]), { text: question(asked) });
  const { hits, query } = search(parsed);
  const [first] = hits;
  const { highlights } = first ? snippetOf(first.passage, query) : { highlights: [] };
  return {
    found: first?.passage.id,
    notKnown: mainQuery(parsed)
      .words.filter(({ status }) => status !== "known")
      .map(({ word, status }) => `${word} ${status}`),
    highlighted: highlights.map(([start, end]) => first?.passage.text.slice(start, end)).join(" "),
  };
}

describe.each(
  Object.entries({
    "with a hyphen, apart and together": [
      ["en", "e-mail", "email", "e mail", "e‑mail", "E‐Mail"],
      ["en", "F-16", "F16", "f 16"],
      ["en", "F-16", "F16", "F-16s", "F16s"],
      ["en", "Wi-Fi", "wifi", "Wi‑Fi", "wi fi"],
      ["en", "X-ray", "xray", "x ray", "X-rays"],
      ["en", "co-operate", "cooperate", "co-operation", "cooperation"],
      ["en", "COVID-19", "COVID19", "covid 19"],
      ["en", "re-elected", "reelected"],
      ["en", "vice-president", "vice president", "vicepresident"],
      ["en", "anti-war", "antiwar", "anti war"],
      ["en", "T-shirt", "tshirt", "t shirt"],
      ["en", "5G", "5-G"],
      ["en", "MH17", "MH-17", "mh 17"],
      ["en", "G7", "G-7", "g 7"],
      ["en", "10km", "10 km", "10-km"],
      ["en", "Su-35S", "Su35S"],
      ["en", "passer-by", "passerby"],
      ["en", "state-of-the-art", "state of the art"],
      ["en", "state-of-the-art", "stateoftheart"],
      ["uk", "Буд-маш", "Будмаш", "буд маш"],
      ["uk", "віце-прем’єра", "віцепремʼєра", "віце-премєр", "віце прем'єр"],
      ["uk", "онлайн-конференцію", "онлайнконференція", "онлайн конференція"],
      ["uk", "Ту-154", "ту154", "Ту154"],
      ["uk", "Ту-154", "ту 154"],
      ["uk", "екс-міністра", "ексміністр", "екс міністр"],
      ["ru", "экс-министра", "эксминистр", "экс министр"],
      ["ru", "Ту-154", "ту154", "Ту154"],
      ["ru", "Ту-154", "ту 154"],
      ["ru", "интернет-магазин", "интернетмагазин", "интернет магазина"],
    ],
    "with the dots of abbreviations": [
      ["en", "the U.S.", "the U.S", "u.s.", "u.s", "US", "U. S.", "the U.S.'s"],
      ["en", "the P.R.C.", "P.R.C", "PRC", "prc", "p.r.c."],
      ["en", "the B.B.C.", "BBC", "bbc", "B.B.C"],
      ["en", "a Ph.D.", "PhD", "phd", "Ph. D.", "Ph.D"],
      ["en", "J.K. Rowling", "JK Rowling", "J. K. Rowling", "J.K.Rowling"],
      ["uk", "США", "С.Ш.А.", "с.ш.а", "сша"],
      ["ru", "США", "С.Ш.А.", "с.ш.а", "сша"],
      ["ru", "КПРФ", "К.П.Р.Ф."],
    ],
    "with an apostrophe or without": [
      [
        "en",
        "O'Brien",
        "O’Brien",
        "OBrien",
        "O`Brien",
        "o′brien",
        "Oʼbrien",
        "O Brien",
        "O'Brien's",
      ],
      ["en", "rock'n'roll", "rock’n’roll", "rocknroll"],
      [
        "uk",
        "зв’язок",
        "зв'язок",
        "звʼязок",
        "зв`язок",
        "звязок",
        'зв"язок',
        "зв”язок",
        "зв*язок",
        "зв´язок",
      ],
      ["uk", "п’ятницю", "пятниця", "П'ЯТНИЦЯ"],
      ["ru", "д’Артаньяна", "д'Артаньян", "дАртаньян", "д`артаньян"],
    ],
    "with letters that readers do not have": [
      ["en", "Łódź", "Lodz", "lódz", "ŁÓDŹ"],
      ["en", "Bodø", "Bodo", "Bodoe"],
      ["en", "Ærø", "Aero", "aero"],
      ["en", "an œuvre", "oeuvre"],
      ["en", "Strauß", "Strauss", "STRAUSS"],
      ["en", "Đorđević", "Dordevic"],
      ["en", "Þór", "Thor"],
      ["en", "Diyarbakır", "Diyarbakir"],
      ["en", "İzmir", "Izmir", "IZMIR"],
      ["en", "Ħamrun", "Hamrun"],
      ["en", "Müller", "Muller", "Mu\u0308ller"],
      ["en", "Müller", "Mueller"],
      ["en", "Århus", "Arhus"],
      ["en", "Århus", "Aarhus"],
      ["en", "l’État", "Etat", "l'état"],
      ["en", "São Paulo", "Sao Paulo"],
      ["en", "Nguyễn", "Nguyen"],
      ["en", "Erdoğan", "Erdogan"],
      ["uk", "ґрунт", "грунт", "ґрунту", "грунтом"],
      ["uk", "їжака", "ї\u0308жак".replace("ї\u0308", "і\u0308")],
      ["ru", "ёлку", "елка", "е\u0308лку"],
      ["ru", "за́мок", "замок"],
    ],
    "with characters that nobody sees, and those that look alike": [
      [
        "en",
        "co\u00adoperation",
        "cooperation",
        "co\u2060operation",
        "co\ufeffoperation",
        "co\u200boperation",
      ],
      ["en", "ﬁnance", "finance"],
      ["en", "ＮＡＴＯ", "NATO", "nato"],
      ["en", "CO₂", "CO2", "co 2"],
      ["en", "500 m²", "500 m2"],
      ["uk", "кон\u00adференцію", "конференція"],
    ],
    "with symbols": [
      ["en", "AT&T", "at&t", "AT & T"],
      ["en", "a Q&A", "Q and A", "q&a"],
      ["en", "C++", "c++"],
      ["en", "#metoo", "metoo"],
      ["en", "a yes/no vote", "a yes / no vote"],
    ],
    "with marks of other scripts": [
      ["other", "φάρος", "φαρος", "ΦΑΡΟΣ", "φάροσ"],
      ["other", "مُحَمَّد", "محمد", "محمـــد"],
      ["other", "أحمد", "احمد"],
      ["other", "شَمْس", "شمس"],
      ["other", "שָׁלוֹם", "שלום"],
      ["other", "בית־ספר", "בית ספר"],
      ["other", "می‌خواهم", "میخواهم", "می خواهم"],
      ["other", "१२३", "123", "１２３"],
    ],
  } satisfies Readonly<Record<string, readonly (readonly [Form[0], ...string[]])[]>>),
)("words written %s", (_, rows) => {
  test.each(pairsOf(rows))("in %s, %j is found by %j", (language, written, asked) => {
    expect(ask(language, written, asked)).toMatchObject({ found: "p0", notKnown: [] });
  });
});
