import { describe, expect, test } from "vitest";
import type { Context } from "../../src/answer/answer.ts";
import type { Language } from "../../src/languages/language.ts";
import { resolveIn } from "../support/understand.ts";

const SQUARE = "corn-square";
const FERRY = "harbour-ferry";

/** A chat about an article after a question that one of its passages answered. */
function after(question: string, more: Context = {}): Context {
  return { article: SQUARE, passage: "trade", question, asked: question, ...more };
}

const AFTER_PYM = after("What does Pym say about trade?", { person: "pym" });
const AFTER_VOTE = after("How did the council vote?");
const IN_UKRAINIAN: Context = {
  ...after("Що Данслі каже про причал?", { person: "dunsley" }),
  article: FERRY,
  passage: "deeper-berth",
};
const IN_RUSSIAN: Context = {
  ...after("Что Данслей говорит о причале?", { person: "dunsley" }),
  article: FERRY,
  passage: "deeper-berth",
};

describe("a question is completed from the conversation:", () => {
  test.each<[Language, string, Context, string]>([
    ["en", "and on parking?", AFTER_PYM, "What does Gareth Pym say about parking?"],
    ["en", "what about the garage?", AFTER_PYM, "What does Gareth Pym say about the garage?"],
    ["en", "and the mayor?", AFTER_PYM, "What does Ilse Brandvold say about trade?"],
    ["en", "no, I meant the mayor", AFTER_PYM, "What does Ilse Brandvold say about trade?"],
    ["en", "I meant when does the trial begin", AFTER_PYM, "when does the trial begin"],
    ["en", "what does he think?", AFTER_PYM, "what does Gareth Pym think?"],
    ["en", "what about his shop?", AFTER_PYM, "what about Gareth Pym's shop?"],
    ["en", "who is that?", AFTER_PYM, "who is Gareth Pym?"],
    ["uk", "а про погоду?", IN_UKRAINIAN, "Що Маріт Данслі каже про погоду?"],
    ["uk", "а Ренн?", IN_UKRAINIAN, "Що Тобіас Ренн каже про причал?"],
    ["uk", "ні, я мав на увазі Ренна", IN_UKRAINIAN, "Що Тобіас Ренн каже про причал?"],
    ["uk", "а що вона каже?", IN_UKRAINIAN, "а що Маріт Данслі каже?"],
    ["ru", "а о погоде?", IN_RUSSIAN, "Что Марит Данслей говорит о погоде?"],
    ["ru", "а Ренн?", IN_RUSSIAN, "Что Тобиас Ренн говорит о причале?"],
    ["ru", "нет, я имел в виду Ренна", IN_RUSSIAN, "Что Тобиас Ренн говорит о причале?"],
    ["ru", "а что она говорит?", IN_RUSSIAN, "а что Марит Данслей говорит?"],
  ])("in %s, %j after %j is %j", (language, message, context, text) => {
    expect(resolveIn(message, { language, context }).resolved.text).toBe(text);
  });

  test.each([
    ["nothing was said before", "and on parking?", {}],
    ["the person never speaks of what may be a new topic", "what about the lime trees?", AFTER_PYM],
    ["it has more to it than a topic", "and until when may vans deliver?", AFTER_PYM],
    ["the previous question asked for nobody's words", "and on parking?", AFTER_VOTE],
  ])("but is left unchanged if %s", (_why, message, context) => {
    expect(resolveIn(message, { context, within: SQUARE }).resolved.text).toBe(message);
  });
});

describe("lead-ins are left out:", () => {
  test.each<[Language, string, string]>([
    ["en", "Hi! Can you tell me how the council voted, please?", "how the council voted?"],
    ["uk", "скажіть, будь ласка, коли рейс?", "коли рейс?"],
    ["ru", "скажите, пожалуйста, когда рейс?", "когда рейс?"],
  ])("in %s, %j is %j", (language, message, text) => {
    expect(resolveIn(message, { language }).resolved.text).toBe(text);
  });
});

describe("what a follow-up builds on:", () => {
  test.each<[Language, string, Context, "tied" | "loose" | "bare" | "none"]>([
    ["en", "is it final?", AFTER_VOTE, "tied"],
    ["en", "and until when may vans deliver?", AFTER_VOTE, "loose"],
    ["en", "when?", AFTER_VOTE, "bare"],
    ["en", "Until when may vans deliver?", AFTER_VOTE, "none"],
    ["en", "and until when may vans deliver?", {}, "none"],
    ["uk", "а скільки коштує квиток?", IN_UKRAINIAN, "loose"],
    ["uk", "коли?", IN_UKRAINIAN, "bare"],
    ["uk", "скільки коштує квиток?", IN_UKRAINIAN, "none"],
    ["ru", "а сколько стоит билет?", IN_RUSSIAN, "loose"],
    ["ru", "когда?", IN_RUSSIAN, "bare"],
    ["ru", "сколько стоит билет?", IN_RUSSIAN, "none"],
  ])("in %s, %j after %j is %s", (language, message, context, tie) => {
    const {
      background,
      isBare = false,
      isLoose = false,
    } = resolveIn(message, {
      language,
      context,
    }).resolved;
    expect(background).toBe(tie === "none" ? undefined : context.question);
    expect({ isBare, isLoose }).toEqual({ isBare: tie === "bare", isLoose: tie === "loose" });
  });

  test("quoted words are themselves the background", () => {
    const context: Context = { article: SQUARE, passage: "trade", isQuoted: true };
    const { resolved } = resolveIn("is it true of all shops?", { context });
    expect(resolved.background).toBe(resolved.context.passage?.passage.text);
  });
});

describe("what is searched for", () => {
  test("is a question with its background", () => {
    expect(resolveIn("is it final?", { context: AFTER_VOTE }).resolved.search).toEqual({
      text: "is it final?",
      background: "How did the council vote?",
    });
  });

  test("is the previous question too, for a question word alone", () => {
    expect(resolveIn("when?", { context: AFTER_VOTE }).resolved.search).toEqual({
      text: "when? How did the council vote?",
    });
  });

  test("is the statement whose speaker is asked for", () => {
    const { resolved } = resolveIn("Who says that the garage is half empty?", { within: SQUARE });
    expect(resolved.search).toEqual({ text: "the garage is half empty" });
    expect(resolved.text).toBe("Who says that the garage is half empty?");
  });
});

describe("the article asked about", () => {
  test.each<[string, Context, string | undefined, string | undefined]>([
    ["is the chat's", AFTER_VOTE, undefined, SQUARE],
    ["is the only one in scope", AFTER_VOTE, FERRY, FERRY],
    ["is missing if there are several and none has been chosen", {}, undefined, undefined],
    ["is missing if the chat's is gone", { article: "gone" }, undefined, undefined],
  ])("%s", (_what, context, within, slug) => {
    const { resolved } = resolveIn("How much is a ticket?", {
      context,
      ...(within !== undefined && { within }),
    });
    expect(resolved.article?.slug).toBe(slug);
  });

  test("may turn out to be another, for which the message is a first question", () => {
    const { elsewhere } = resolveIn("and on fares?", { context: AFTER_PYM }).resolved;
    expect(elsewhere).toMatchObject({ text: "and on fares?", search: { text: "and on fares?" } });
    expect(elsewhere?.article).toBeUndefined();
    expect(elsewhere?.context.question).toBeUndefined();
  });

  test("cannot be another if only one is in scope", () => {
    const asked = { context: AFTER_PYM, within: SQUARE };
    expect(resolveIn("and on fares?", asked).resolved.elsewhere).toBeUndefined();
  });
});

test.each<[Language, string]>([
  ["en", "yes please"],
  ["uk", "так, давай"],
  ["ru", "да, давай"],
])("in %s, %j asks the question that was suggested", (language, yes) => {
  const context = after("How did the council vote?", { offered: ["When does the trial begin?"] });
  expect(resolveIn(yes, { language, context }).resolved).toMatchObject({
    typed: "When does the trial begin?",
    text: "When does the trial begin?",
  });
});

test.each([
  ["the first one", "traffic"],
  ["the last", "bench"],
  ["the previous one", "traffic"],
  ["the ninth one", undefined],
])("%j picks %s from the last list", (message, id) => {
  const context = after("the engineer's points", {
    passage: "detour",
    listed: ["traffic", "detour", "bench"],
  });
  expect(resolveIn(message, { context }).resolved.picked?.passage.id).toBe(id);
});
