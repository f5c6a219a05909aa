import { expect, test } from "vitest";
import { prepareAnswers } from "../../src/answer/answer-question.ts";
import { parseArticle } from "../../src/article/parsing/parse-article.ts";
import { answerReply } from "../../src/telegram/replies/answer-reply.ts";
import { wordingFor } from "../../src/telegram/wording/wording-for.ts";

function about(markdown: string) {
  const read = parseArticle(markdown, "plant.md");
  if (read.kind === "faulty") throw new Error("the article is faulty");
  return prepareAnswers([read.article]);
}

const ASK = {
  en: about(
    "---\ntitle: The plant\nlanguage: en\n---\n\nThe plant supplies the island with power. Biden visited it; the Palestinian delegation signed a treaty.\n",
  ),
  uk: about(
    "---\ntitle: Станція\nlanguage: uk\n---\n\nСтанція постачає острову електрику. Байден відвідав її; делегація підписала угоду.\n",
  ),
  ru: about(
    "---\ntitle: Станция\nlanguage: ru\n---\n\nСтанция снабжает остров электричеством. Байден посетил её; делегация подписала соглашение.\n",
  ),
};

type Language = keyof typeof ASK;

function missing(language: Language, question: string): readonly string[] {
  const { answer } = ASK[language](question);
  return "unknownWords" in answer ? answer.unknownWords : [];
}

// Names, numbers and rare content words, as the reader wrote them.
test.each<[Language, string, readonly string[]]>([
  ["en", "will bitcoin go up?", ["bitcoin"]],
  ["en", "What about “Netflix”, then?", ["Netflix"]],
  ["en", "does Zidane own the kayak?", ["Zidane", "kayak"]],
  ["en", "Who is Wang Yi?", ["Wang Yi"]],
  ["en", "Wang Yi", ["Wang Yi"]],
  ["en", "John Zidane?", ["John Zidane"]],
  ["en", "is Ruth Zidane mentioned?", ["Ruth Zidane"]],
  ["en", "did Zidane, Beckham or Ana Botella come?", ["Zidane", "Beckham", "Ana Botella"]],
  ["en", "Is there artificial kayaking?", []],
  ["en", "why can't, won't or doesn't the kayak go?", ["kayak"]],
  // Near in use, but names are never the same.
  ["en", "did Obama come?", ["Obama"]],
  ["en", "Is unemployment 17,450?", ["unemployment", "17,450"]],
  ["uk", "що буде з біткоїном?", ["біткоїном"]],
  ["uk", "Чи грав там Зідан?", ["Зідан"]],
  ["uk", "Що з bitcoin?", ["bitcoin"]],
  ["ru", "что будет с биткоином?", ["биткоином"]],
  ["ru", "Играл ли там Зидан?", ["Зидан"]],
])("%s: %j names %j", (language, question, words) => {
  expect(missing(language, question)).toEqual(words);
});

test.each<[Language, string]>([
  // Function words, everyday words and verbs.
  ["en", "exactly what role did the previous regards have?"],
  ["en", "precisely who currently mentions whatever?"],
  ["en", "who insists, emphasises or argues?"],
  ["uk", "хто саме наполягає і підкреслює?"],
  ["uk", "яку роль відіграватиме попередній?"],
  ["ru", "кто именно настаивает и подчёркивает?"],
  ["ru", "какую роль сыграет предыдущий?"],
  // Other forms and near words of what the article has.
  ["en", "what about Palestine?"],
  ["en", "any pact or accord?"],
  ["uk", "про делегатів?"],
  // The same name in another script or spelling.
  ["en", "Чого хоче Байден?"],
  ["uk", "What does Biden want?"],
  ["ru", "What does Biden want?"],
  // In another language, nothing is certain.
  ["en", "Що там робив Зідан із біткоїном?"],
  ["en", "Чи коштує це 17450 доларів?"],
  ["uk", "Did Zidane buy a kayak?"],
  ["uk", "Покупал ли Зидан криптовалюту?"],
  ["ru", "Чи купував Зідан криптовалюту?"],
  ["en", "Яка погода й температура?"],
  ["en", "Сколько стоит аренда велосипеда?"],
  ["uk", "What is the rent of a bicycle?"],
  ["uk", "Сколько стоит аренда велосипеда?"],
  ["ru", "Скільки коштує оренда велосипеда?"],
])("%s: %j names none", (language, question) => {
  expect(missing(language, question)).toEqual([]);
});

// In no group of synonyms, but used in the same surroundings as the article's words.
test.each([
  ["is there kerosene?", []],
  ["what is left of the groves?", []],
  ["what is left of the lasagna?", ["lasagna"]],
])("%j about a landslide names %j", (question, words) => {
  const ask = about(
    "---\ntitle: The landslide\nlanguage: en\n---\n\nA landslide buried the orchard. The ferry brings fuel to the island.\n",
  );
  const { answer } = ask(question);
  expect("unknownWords" in answer ? answer.unknownWords : ["answered"]).toEqual(words);
});

test("a few are named, each once", () => {
  const question = "bitcoin, Bitcoin, ethereum, dogecoin, litecoin, netflix or kayaks?";
  const outcome = ASK.en(question);
  expect(answerReply(outcome, wordingFor("en")).text.text).toMatch(
    /It never mentions bitcoin, ethereum, dogecoin\.$/mu,
  );
});

test("a word in another script is not missing", () => {
  const ask = about(
    "---\ntitle: Гроші\nlanguage: uk\n---\n\nЗавод приймає Bitcoin і гривні; про це пише Reuters.\n",
  );
  const wordsMissing = (question: string) => {
    const { answer } = ask(question);
    return "unknownWords" in answer ? answer.unknownWords : [];
  };
  expect(wordsMissing("Що з біткоїном?")).toEqual([]);
  expect(wordsMissing("Що з криптовалютою?")).toEqual(["криптовалютою"]);
});
