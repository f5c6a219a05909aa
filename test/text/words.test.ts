import { array, assert, constantFrom, oneof, property, string } from "fast-check";
import { expect, test } from "vitest";
import { sentencesIn } from "../../src/text/sentences.ts";
import { packFor } from "../../src/languages/packs.ts";
import { eachWordIn, foldWord, hasWords, type Word, wordsIn } from "../../src/text/words.ts";

test.each([
  ["20–22 March", ["20", "22", "March"]],
  [
    "$2 or 5 €, at 20:30, 3:0, 12:5",
    ["$", "2", "or", "5", "€", "at", "20:30", "3", "0", "12", "5"],
  ],
  ["100%-ный, a % of it", ["100", "%", "ный", "a", "of", "it"]],
  ["2 000 m on 3.05.2025, 1.2.3", ["2 000", "m", "on", "3", "05", "2025", "1.2.3"]],
  ["the U.S. Army's plan", ["the", "U.S.", "Army's", "plan"]],
  ["1,299 people, 2.5 %", ["1,299", "people", "2.5", "%"]],
  ["“peace plan” (so-called)", ["peace", "plan", "so", "called"]],
  ["❤️ to 🏳️‍🌈", ["to"]],
  ["в'язень і мир", ["в'язень", "і", "мир"]],
  ["the U.S, u.s. and P.R.C. too", ["the", "U.S", "u.s.", "and", "P.R.C.", "too"]],
  ["in the U.S.'s name. So it is.He left", "in the U.S.'s name So it is He left".split(" ")],
  ["J.K.Rowling had plan B.", ["J.K.", "Rowling", "had", "plan", "B"]],
  ["o'clock ’tis rock’n’roll'", ["o'clock", "tis", "rock’n’roll"]],
  ['зв"язок, "яма", слово"Я"', ['зв"язок', "яма", "слово", "Я"]],
  ["co\u00adoperate wi\u2060fi", ["co\u00adoperate", "wi\u2060fi"]],
  ["12 % of $2, C++", ["12", "%", "of", "$", "2", "C"]],
  ["北京大学生在图书馆学习。NATO说", ["北京", "大学生", "在", "图书", "馆", "学习", "NATO", "说"]],
  ["ประธานาธิบดีเดินทาง", ["ประธานาธิบดี", "เดิน", "ทาง"]],
])("%s has the words %j", (text, words) => {
  expect(wordsIn(text).map((word) => word.text)).toEqual(words);
});

test.each([
  ["Café", "cafe"],
  ["U.S.", "us"],
  ["Army’s", "army"],
  ["1,299", "1299"],
  ["Ещё", "еще"],
  ["Київ", "київ"],
  ["їжак", "їжак"],
  ["йод", "йод"],
  ["за́мок", "замок"],
  ["Ґрунт", "грунт"],
  ["п’ять", "пять"],
  ["звʼязок", "звязок"],
  ['зв"язок', "звязок"],
  ["O’Brien", "obrien"],
  ["they'll", "they"],
  ["I’ve", "i"],
  ["don't", "dont"],
  ["P.R.C", "prc"],
  ["U.S.'s", "us"],
  ["Łódź", "lodz"],
  ["Bodø", "bodo"],
  ["Ærø", "aero"],
  ["Œuvre", "oeuvre"],
  ["STRAẞE", "strasse"],
  ["Đorđe", "dorde"],
  ["İzmir", "izmir"],
  ["ısı", "isi"],
  ["Þór", "thor"],
  ["ﬁne", "fine"],
  ["ＮＡＴＯ", "nato"],
  ["𝐇𝐞𝐥𝐥𝐨", "hello"],
  ["CO₂", "co2"],
  ["co\u00adop\u2060er\ufeffate", "cooperate"],
  ["φάρος", "φαροσ"],
  ["ΦΆΡΟΣ", "φαροσ"],
  ["مُحَمَّد", "محمد"],
  ["محمـــد", "محمد"],
  ["أحمد", "احمد"],
  ["می‌خواهم", "ميخواهم"],
  ["שָׁלוֹם", "שלום"],
  ["हिन्दी", "हिन्दी"],
  ["ไทย", "ไทย"],
  ["١٢٣", "123"],
])("%s is folded to %s", (word, folded) => {
  expect(foldWord(word)).toBe(folded);
});

test.each([
  ["en", "fought", "fights"],
  ["en", "negotiations", "negotiation"],
  ["ru", "переговорами", "переговоры"],
  ["en-GB", "Leaders", "leader"],
])("in %s, %s and %s are one term", (language, one, other) => {
  const terms = packFor(language).terms;
  expect(terms.of(one)).toBe(terms.of(other));
});

test("US is a term, us a stop word", () => {
  const { isStopWord } = packFor("en").terms;
  expect([isStopWord("US"), isStopWord("us")]).toEqual([false, true]);
});

test.each([
  ["One. Two!  Three?", ["One.", "Two!", "Three?"]],
  ["Mr. Brown met J. Smith. He left.", ["Mr. Brown met J. Smith.", "He left."]],
  ["“It costs 2.5 million.” He knew.", ["“It costs 2.5 million.”", "He knew."]],
  ["no end", ["no end"]],
  ["The U.S. Army left. It rained.", ["The U.S. Army left.", "It rained."]],
  ["They met P.R.C. President Lu.", ["They met P.R.C. President Lu."]],
  ["It is in the U.S. The town is small.", ["It is in the U.S.", "The town is small."]],
  ["Tolls stay until Jan. 2027. It is late.", ["Tolls stay until Jan. 2027.", "It is late."]],
  ["See p. 12 and Fig. 3. Then go.", ["See p. 12 and Fig. 3.", "Then go."]],
  ["He loves art. 5 works hang here.", ["He loves art.", "5 works hang here."]],
  ["It came in Dec. The ice held.", ["It came in Dec.", "The ice held."]],
  ["It opens Mon. 5 May. It rained.", ["It opens Mon. 5 May.", "It rained."]],
  ["До січ. 2027 р. ціни ті самі.", ["До січ. 2027 р. ціни ті самі."]],
  ["С янв. 2027 цены те же. Так.", ["С янв. 2027 цены те же.", "Так."]],
  ["Див. рис. 3 і стор. 12. Далі.", ["Див. рис. 3 і стор. 12.", "Далі."]],
  ["It ends at 9 p.m. Buses run.", ["It ends at 9 p.m.", "Buses run."]],
  [
    "Працюють 1980 осіб, у т. ч. 300 жінок, на вул. Лісовій.",
    ["Працюють 1980 осіб, у т. ч. 300 жінок, на вул. Лісовій."],
  ],
  ["Дав 15 тис. 300 грн. Потім пішов.", ["Дав 15 тис. 300 грн.", "Потім пішов."]],
  [
    "Живе в м. Львів, на просп. Шевченка, буд. 5.",
    ["Живе в м. Львів, на просп. Шевченка, буд. 5."],
  ],
  ["Висота 5 м. Далі спуск.", ["Висота 5 м.", "Далі спуск."]],
  [
    "Сказав проф. Іван Лис ін-ту ім. Сікорського.",
    ["Сказав проф. Іван Лис ін-ту ім. Сікорського."],
  ],
  ["Квіти, свічки і т. д. Усі прийшли.", ["Квіти, свічки і т. д.", "Усі прийшли."]],
  ["Это т. н. «Мирный план», в т. ч. Донбасс.", ["Это т. н. «Мирный план», в т. ч. Донбасс."]],
  ["Дом на ул. Ленина, д. 5, кв. 10. Он пуст.", ["Дом на ул. Ленина, д. 5, кв. 10.", "Он пуст."]],
  ["Это см. рис. 3 и стр. 15.", ["Это см. рис. 3 и стр. 15."]],
  ["Осталось 5 с. Затем взрыв.", ["Осталось 5 с.", "Затем взрыв."]],
  [
    "Он из с. Петровка. Это 5 млн. Так решил акад. Орлов.",
    ["Он из с. Петровка.", "Это 5 млн.", "Так решил акад. Орлов."],
  ],
  ["Він із С.Ш.А. Потім поїхав.", ["Він із С.Ш.А. Потім поїхав."]],
  ["他来了。她走了！谁？", ["他来了。", "她走了！", "谁？"]],
  ["「行く。」彼は言った。", ["「行く。」", "彼は言った。"]],
  ["متى وصل؟ وصل أمس. ثم غادر.", ["متى وصل؟", "وصل أمس.", "ثم غادر."]],
  ["वह आया। वह गया।", ["वह आया।", "वह गया।"]],
  ["¿Cuándo? ¡Hoy! ¿Sí?", ["¿Cuándo?", "¡Hoy!", "¿Sí?"]],
])("%s is split into sentences", (text, sentences) => {
  expect(sentencesIn(text).map(([start, end]) => text.slice(start, end))).toEqual(sentences);
});

/** Letters, marks, joiners and signs that words are made of, in any mixture. */
const ANY_TEXT = oneof(
  string({ unit: "grapheme", maxLength: 200 }),
  string({ unit: "binary", maxLength: 200 }),
  string({
    unit: constantFrom(...Array.from("aéßłΣςёйїґ'’\"*.-‑ \u00ad\u200d\u0301\u064e北ก१½ﬁşЯЄU12,")),
    maxLength: 60,
  }),
);

test("words are where the text has them, in order, whatever the text", () => {
  assert(
    property(ANY_TEXT, (text) => {
      let end = 0;
      for (const word of wordsIn(text)) {
        expect(word.start).toBeGreaterThanOrEqual(end);
        expect(word.end).toBeGreaterThan(word.start);
        expect(text.slice(word.start, word.end)).toBe(word.text);
        end = word.end;
      }
    }),
    { numRuns: 500 },
  );
});

test("a folded word stays as it is", () => {
  assert(
    property(ANY_TEXT, (text) => {
      for (const { text: word } of wordsIn(text)) {
        expect(foldWord(foldWord(word))).toBe(foldWord(word));
      }
    }),
    { numRuns: 500 },
  );
});

test.each([
  ["中文文章读者询问新闻机器人回答引用段落", 40],
  ["ภาษาไทยเขียนติดกัน", 40],
  ["あ", 600],
])("%j without end has the words of its parts", (text, times) => {
  const long = text.repeat(times);
  const words = wordsIn(long);
  const segmenter = new Intl.Segmenter("und", { granularity: "word" });
  const whole = [...segmenter.segment(long)].filter(({ isWordLike }) => isWordLike);
  expect(words.map((word) => word.text).join("")).toBe(long);
  for (const { text: word, start, end } of words) expect(long.slice(start, end)).toBe(word);
  const ends = new Set(words.map(({ end }) => end));
  const missed = whole.filter(({ index, segment }) => !ends.has(index + segment.length));
  expect(missed.length).toBeLessThan(whole.length / 50);
});

test.each([
  "",
  " ",
  "?!",
  "々",
  "…",
  "$",
  "٠",
  "中",
  "a",
  "?б",
  "'",
  "5",
  "$5",
  "៰",
  "😀",
  "\u0301",
])("%j has words if it has any", (text) => {
  expect(hasWords(text)).toBe(wordsIn(text).length > 0);
});

const PIECES = Array.from(
  "aZя'’\u0301.,-–—… 1½٣%$€\n\t\u00a0\u00ad\u200b“”\"*@_#&/中あไא״ґЇёѐàéñ°²^`~=+<>|[]{}()!?;:😀",
).concat(
  "U.S.",
  "12.5",
  "1 000",
  "3.05.2025",
  "20:30",
  "п'ять",
  'об"єкт',
  "it's",
  "The ferry leaves",
);

test("plain words are found as the pattern finds them", () => {
  assert(
    property(array(constantFrom(...PIECES), { maxLength: 12 }), (pieces) => {
      const text = pieces.join("");
      // No plain letters, but of the same kinds to the pattern.
      const rare = text
        .replace(/[a-rt-z]/gu, "ŋ")
        .replace(/[A-RT-Z]/gu, "Ŋ")
        .replace(/[ае]/gu, "ѡ");
      expect(places(wordsIn(text))).toEqual(places(wordsIn(rare)));
      expect([...eachWordIn(text)]).toEqual(wordsIn(text));
    }),
  );
});

function places(words: readonly Word[]): [number, number][] {
  return words.map(({ start, end }) => [start, end]);
}
