import { describe, expect, test } from "vitest";
import type { Context } from "../../src/answer/answer.ts";
import type { Intent } from "../../src/answer/intent/intent.ts";
import { LANGUAGES, type Language } from "../../src/languages/language.ts";
import { intentIn } from "../support/understand.ts";

const FERRY = "harbour-ferry";
const TICKET = "How much is a ticket?";
/** A passage was shown, which the reader picked from a list. */
const AFTER_PASSAGE: Context = {
  article: FERRY,
  question: TICKET,
  asked: TICKET,
  passage: "fares",
  listed: ["deeper-berth", "quay-cost", "storm-rule"],
};

function intentOf(message: string, language: Language, context: Context = {}): Intent {
  return intentIn(message, { language, context, within: FERRY });
}

/** Questions in every language, each with what tells its intent apart. */
type Questions<Detail> = Readonly<Record<Language, readonly (readonly [string, Detail])[]>>;

function rows<Detail>(questions: Questions<Detail>): [Language, string, Detail][] {
  return LANGUAGES.flatMap((language) =>
    questions[language].map(([question, detail]): [Language, string, Detail] => [
      language,
      question,
      detail,
    ]),
  );
}

describe("small talk", () => {
  const QUESTIONS: Questions<string> = {
    en: [
      ["hello", "greeting"],
      ["thanks a lot", "thanks"],
      ["who are you?", "identity"],
      ["what can you do?", "abilities"],
    ],
    uk: [
      ["привіт", "greeting"],
      ["дуже дякую", "thanks"],
      ["хто ти?", "identity"],
      ["що ти вмієш?", "abilities"],
    ],
    ru: [
      ["привет", "greeting"],
      ["большое спасибо", "thanks"],
      ["как тебя зовут?", "identity"],
      ["что ты умеешь?", "abilities"],
    ],
  };
  test.each(rows(QUESTIONS))("in %s, %j is %s", (language, question, topic) => {
    expect(intentOf(question, language)).toEqual({ kind: "small-talk", topic });
  });
});

describe("a passage", () => {
  test.each<[Language, string]>([
    ["en", "How much is a ticket?"],
    ["en", "when does it leave"],
    ["en", "Why was the old ferry withdrawn?"],
    ["en", "ticket price"],
    ["en", "Did Renn meet Dunsley?"],
    ["uk", "Скільки коштує квиток?"],
    ["uk", "коли відходить судно"],
    ["uk", "Чому скасували старий пором?"],
    ["uk", "ціна квитка"],
    ["ru", "Сколько стоит билет?"],
    ["ru", "когда отходит судно"],
    ["ru", "Почему отменили старый паром?"],
    ["ru", "цена билета"],
  ])("in %s, %j wants one", (language, question) => {
    expect(intentOf(question, language)).toEqual({ kind: "passage" });
  });
});

describe("a passage in somebody's words", () => {
  const QUESTIONS: Questions<string> = {
    en: [
      ["What does Dunsley say about the weather?", "dunsley"],
      ["What does the director think about fares?", "renn"],
      ["According to the islanders, what about the noise?", "oakhollow"],
      ["Oakhollow's opinion on parties", "oakhollow"],
    ],
    uk: [
      ["Що Данслі каже про погоду?", "dunsley"],
      ["Що директор думає про тарифи?", "renn"],
      ["Що на думку остров'ян буде з шумом?", "oakhollow"],
      ["думка Оукголлоу про вечірки", "oakhollow"],
    ],
    ru: [
      ["Что Данслей говорит о погоде?", "dunsley"],
      ["Что директор думает о тарифах?", "renn"],
      ["Что по мнению островитян будет с шумом?", "oakhollow"],
      ["мнение Оукхоллоу о вечеринках", "oakhollow"],
    ],
  };
  test.each(rows(QUESTIONS))("in %s, %j wants those of %s", (language, question, id) => {
    expect(intentOf(question, language)).toMatchObject({ kind: "passage", speakers: [{ id }] });
  });
});

describe("who says something", () => {
  const QUESTIONS: Questions<string> = {
    en: [
      ["Who says that quiet is all they sell?", "quiet is all they sell"],
      ["who said the berth is deeper?", "the berth is deeper"],
      ["Whose words are these: no ship in the dark?", "no ship in the dark"],
      ["who says that?", ""],
    ],
    uk: [
      ["Хто каже, що тиша єдине?", "тиша єдине"],
      ["хто сказав, що причал глибший?", "причал глибший"],
      ["Чиї слова про хор?", "про хор"],
      ["хто це сказав?", ""],
    ],
    ru: [
      ["Кто говорит, что тишина единственное?", "тишина единственное"],
      ["кто сказал, что причал глубже?", "причал глубже"],
      ["Чьи слова про хор?", "про хор"],
      ["кто это сказал?", ""],
    ],
  };
  test.each(rows(QUESTIONS))("in %s, %j asks for the speaker of %j", (language, question, said) => {
    expect(intentOf(question, language)).toEqual({ kind: "speaker", statement: said });
  });
});

describe("a person's points", () => {
  const QUESTIONS: Questions<string> = {
    en: [
      ["What does Renn say?", "renn"],
      ["Dunsley's main points", "dunsley"],
      ["Sum up what the islanders say", "oakhollow"],
      ["what are the statements of the harbour master?", "dunsley"],
    ],
    uk: [
      ["Що каже Ренн?", "renn"],
      ["шо каже Ренн", "renn"],
      ["головні думки Данслі", "dunsley"],
      ["Що кажуть остров'яни?", "oakhollow"],
      ["тези директора", "renn"],
    ],
    ru: [
      ["Что говорит Ренн?", "renn"],
      ["шо сказал Ренн", "renn"],
      ["чё говорит Ренн", "renn"],
      ["основные тезисы капитана порта", "dunsley"],
      ["Что говорят островитяне?", "oakhollow"],
      ["тезисы директора", "renn"],
    ],
  };
  test.each(rows(QUESTIONS))("in %s, %j wants those of %s", (language, question, id) => {
    expect(intentOf(question, language)).toMatchObject({ kind: "points", person: { id } });
  });
});

describe("a person", () => {
  const QUESTIONS: Questions<string> = {
    en: [
      ["Who is Renn?", "renn"],
      ["who is the harbour master", "dunsley"],
      ["tell me who Oakhollow is", "oakhollow"],
      ["Dunsley, who is that?", "dunsley"],
      ["what is the job of Renn?", "renn"],
      ["and Renn?", "renn"],
    ],
    uk: [
      ["Хто такий Ренн?", "renn"],
      ["хто це Данслі", "dunsley"],
      ["Хто така Оукголлоу?", "oakhollow"],
      ["Данслі, хто це?", "dunsley"],
    ],
    ru: [
      ["Кто такой Ренн?", "renn"],
      ["кто это Данслей", "dunsley"],
      ["Кто такая Оукхоллоу?", "oakhollow"],
      ["Данслей, кто это?", "dunsley"],
    ],
  };
  test.each(rows(QUESTIONS))("in %s, %j asks who %s is", (language, question, id) => {
    expect(intentOf(question, language)).toMatchObject({ kind: "person", person: { id } });
  });
});

describe("anything about a person", () => {
  const QUESTIONS: Questions<string> = {
    en: [
      ["what about Renn?", "renn"],
      ["how about the islanders?", "oakhollow"],
      ["and what about Dunsley", "dunsley"],
      ["and about the director?", "renn"],
    ],
    uk: [
      ["а що про Ренна?", "renn"],
      ["що щодо остров'ян?", "oakhollow"],
      ["як щодо Данслі?", "dunsley"],
      ["а що з директором?", "renn"],
    ],
    ru: [
      ["а что про Ренна?", "renn"],
      ["что насчёт островитян?", "oakhollow"],
      ["как насчёт Данслей?", "dunsley"],
      ["а что с директором?", "renn"],
    ],
  };
  test.each(rows(QUESTIONS))("in %s, %j asks about %s", (language, question, id) => {
    expect(intentOf(question, language)).toMatchObject({ kind: "about", person: { id } });
  });

  test.each<[Language, string]>([
    ["en", "and Renn?"],
    ["uk", "а Ренн?"],
    ["ru", "а Ренн?"],
  ])("in %s, %j asks for it after a passage", (language, question) => {
    const intent = intentOf(question, language, AFTER_PASSAGE);
    expect(intent).toMatchObject({ kind: "about", person: { id: "renn" } });
  });
});

describe("an overview", () => {
  const QUESTIONS: Questions<string> = {
    en: [
      ["What is this article about?", "sections"],
      ["summarise it", "sections"],
      ["overview please", "sections"],
      ["give me the gist", "sections"],
      ["TLDR", "sections"],
      ["in a few words", "sections"],
      ["in a nutshell", "sections"],
      ["key facts", "key-facts"],
      ["the main facts please", "key-facts"],
      ["what are the most important facts?", "key-facts"],
      ["list the facts", "key-facts"],
      ["all dates", "dates"],
      ["which dates are there", "dates"],
      ["the dates please", "dates"],
      ["list the dates", "dates"],
      ["what dates are mentioned?", "dates"],
      ["which dates does it name", "dates"],
      ["timeline", "dates"],
      ["when did what happen", "dates"],
      ["what happened when?", "dates"],
      ["a timeline of events", "dates"],
      ["who is mentioned?", "people"],
      ["which people are quoted", "people"],
      ["list the people", "people"],
      ["people", "people"],
      ["names?", "people"],
      ["names mentioned", "people"],
      ["quotes", "people"],
      ["any quotes?", "people"],
      ["what dates does it mention?", "dates"],
      ["give me the numbers", "key-facts"],
      ["figures?", "key-facts"],
    ],
    uk: [
      ["Про що ця стаття?", "sections"],
      ["коротко про статтю", "sections"],
      ["зміст", "sections"],
      ["про що це?", "sections"],
      ["що тут?", "sections"],
      ["що тут пишуть?", "sections"],
      ["про що пишуть", "sections"],
      ["у двох словах", "sections"],
      ["в кількох реченнях", "sections"],
      ["підсумуй у п'яти реченнях", "sections"],
      ["перекажи статтю", "sections"],
      ["які дати згадані?", "dates"],
      ["які дати названо?", "dates"],
      ["головні факти", "key-facts"],
      ["ключові факти", "key-facts"],
      ["факти", "key-facts"],
      ["найважливіші факти", "key-facts"],
      ["дати", "dates"],
      ["усі дати", "dates"],
      ["дати у статті", "dates"],
      ["які дати?", "dates"],
      ["які дати згадуються?", "dates"],
      ["коли що було?", "dates"],
      ["що коли сталося?", "dates"],
      ["хронологія подій", "dates"],
      ["хто згаданий?", "people"],
      ["люди", "people"],
      ["які люди?", "people"],
      ["люди у статті", "people"],
    ],
    ru: [
      ["О чём эта статья?", "sections"],
      ["кратко о статье", "sections"],
      ["содержание", "sections"],
      ["перескажи статью", "sections"],
      ["что тут?", "sections"],
      ["что тут пишут?", "sections"],
      ["о чём пишут", "sections"],
      ["в двух словах", "sections"],
      ["в нескольких предложениях", "sections"],
      ["короче", "sections"],
      ["какие даты упомянуты?", "dates"],
      ["какие даты названы?", "dates"],
      ["главные факты", "key-facts"],
      ["ключевые факты", "key-facts"],
      ["факты", "key-facts"],
      ["самые важные факты", "key-facts"],
      ["даты", "dates"],
      ["все даты", "dates"],
      ["даты в статье", "dates"],
      ["какие даты?", "dates"],
      ["какие даты упоминаются?", "dates"],
      ["когда что было?", "dates"],
      ["что когда произошло?", "dates"],
      ["хронология событий", "dates"],
      ["кто упомянут?", "people"],
      ["люди", "people"],
      ["какие люди?", "people"],
      ["люди в статье", "people"],
    ],
  };
  test.each(rows(QUESTIONS))("in %s, %j wants one of the %s", (language, question, of) => {
    expect(intentOf(question, language)).toEqual({ kind: "overview", of });
  });
});

describe("the source", () => {
  test.each<[Language, string]>([
    ["en", "what did he write?"],
    ["uk", "що він написав?"],
    ["ru", "что она написала?"],
  ])("in %s, %j asks for somebody's words instead", (language, question) => {
    expect(intentOf(question, language).kind).not.toBe("source");
  });

  test.each<[Language, string]>([
    ["en", "Who wrote this?"],
    ["en", "source?"],
    ["en", "where is this from?"],
    ["en", "who published the article?"],
    ["en", "Petra Lindqvane"],
    ["en", "who is Petra Lindqvane?"],
    ["uk", "Хто автор?"],
    ["uk", "джерело?"],
    ["uk", "звідки це?"],
    ["uk", "Petra Lindqvane"],
    ["uk", "хто написав статтю?"],
    ["ru", "Кто автор?"],
    ["ru", "источник?"],
    ["ru", "откуда это?"],
    ["ru", "кто написал статью?"],
  ])("in %s, %j asks for it", (language, question) => {
    expect(intentOf(question, language)).toEqual({ kind: "source" });
  });
});

describe("more", () => {
  test.each<[Language, string]>([
    ["en", "more"],
    ["en", "what else?"],
    ["en", "tell me more"],
    ["en", "go on"],
    ["en", "more details"],
    ["uk", "а детальніше?"],
    ["uk", "докладніше"],
    ["ru", "а подробнее?"],
    ["ru", "подробней"],
    ["uk", "ще"],
    ["uk", "що далі?"],
    ["uk", "розкажи більше"],
    ["uk", "продовжуй"],
    ["ru", "ещё"],
    ["ru", "что дальше?"],
    ["ru", "расскажи больше"],
    ["ru", "продолжай"],
  ])("in %s, %j asks for it", (language, question) => {
    expect(intentOf(question, language, AFTER_PASSAGE)).toEqual({ kind: "more" });
  });
});

describe("a question word alone", () => {
  const WORDS: readonly [Language, string][] = [
    ["en", "When?"],
    ["en", "why?"],
    ["en", "how much exactly?"],
    ["en", "and who?"],
    ["uk", "Коли?"],
    ["uk", "чому?"],
    ["uk", "скільки?"],
    ["uk", "а хто?"],
    ["ru", "Когда?"],
    ["ru", "почему?"],
    ["ru", "сколько?"],
    ["ru", "а кто?"],
  ];
  test.each(WORDS)("in %s, %j is asked of the last passage", (language, question) => {
    expect(intentOf(question, language, AFTER_PASSAGE)).toEqual({ kind: "bare" });
  });

  test.each(WORDS)("in %s, %j is an ordinary question with no passage before", (language, word) => {
    expect(intentOf(word, language).kind).not.toBe("bare");
  });
});

describe("a pick from a list", () => {
  const QUESTIONS: Questions<string> = {
    en: [
      ["the second one", "quay-cost"],
      ["number two", "quay-cost"],
      ["2", "quay-cost"],
      ["the last", "storm-rule"],
    ],
    uk: [
      ["другий", "quay-cost"],
      ["2", "quay-cost"],
      ["останній", "storm-rule"],
      ["третій пункт", "storm-rule"],
    ],
    ru: [
      ["второй", "quay-cost"],
      ["2", "quay-cost"],
      ["последний", "storm-rule"],
      ["третий пункт", "storm-rule"],
    ],
  };
  test.each(rows(QUESTIONS))("in %s, %j picks %s", (language, question, id) => {
    expect(intentOf(question, language, AFTER_PASSAGE)).toMatchObject({
      kind: "listed",
      citation: { passage: { id } },
    });
  });
});
