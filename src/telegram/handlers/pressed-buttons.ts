import { Composer, type Context } from "grammy";
import type { Citation, Context as ChatContext } from "../../answer/answer.ts";
import { overviewOf } from "../../answer/respond/answer-about-article.ts";
import { presentPerson } from "../../answer/respond/present-person.ts";
import { shownPassages } from "../../answer/shown-passages.ts";
import type { Article } from "../../article/article.ts";
import { articleIn } from "../../article/translation.ts";
import { snippetVoice } from "../../search/snippet-voice.ts";
import { conversationKeyOf } from "../conversation-key.ts";
import { referenceTo } from "../../article/reference-to.ts";
import { readCallbackData, type PressedButton } from "../callback/callback-data.ts";
import { findPosition, passagesIn, type SequencePosition } from "../callback/sequence.ts";
import { articleReply } from "../replies/article-reply.ts";
import { browseReply } from "../replies/browse-reply.ts";
import { peopleButton } from "../replies/buttons.ts";
import { listReply } from "../replies/list-reply.ts";
import { peopleReply } from "../replies/people-reply.ts";
import { personReply } from "../replies/person-reply.ts";
import { fitToMessage, type Reply } from "../replies/reply.ts";
import { statementsReply } from "../replies/statements-reply.ts";
import { withLibraryButton } from "../replies/library-button.ts";
import { libraryReply } from "../replies/library-reply.ts";
import { isCorrected } from "./corrected-card.ts";
import { listingOf } from "./listing-of.ts";
import { replaceReply, sendReply } from "./send-reply.ts";
import { wordingForPress } from "../wording/wording-for.ts";
import type { Wording } from "../wording/wording.ts";
import { answerIn, type AnswerDependencies } from "./questions.ts";
import { waitForPress } from "./wait-for-press.ts";

/** Does what a button says. A button that is out of date or forged gets a toast that says so. */
export function pressedButtons(deps: AnswerDependencies): Composer<Context> {
  const composer = new Composer();
  composer.on("callback_query", async (ctx) => {
    const wording = wordingForPress(ctx, deps.memory.recall(conversationKeyOf(ctx)).context);
    const pressed = readCallbackData(ctx.callbackQuery.data ?? "");
    const looking = articleOfButton(pressed, deps);
    const { found: article, answer } = await waitForPress(ctx, wording, looking);
    const act = pressed && actionFor(pressed, article, { ctx, wording, deps });
    // Answered first: the reader's button stops spinning even if what follows fails.
    const { articleCorrected, articleUpdated, askForMore } = wording.replies;
    const refusal = pressed?.ask === "said" ? askForMore : articleUpdated;
    const isOld = pressed?.ask === "stay" && isCorrected(ctx.callbackQuery.message ?? {}, article);
    await answer(act ? (isOld ? articleCorrected : undefined) : refusal);
    await act?.();
  });
  return composer;
}

async function articleOfButton(
  pressed: PressedButton | undefined,
  { articles }: AnswerDependencies,
): Promise<Article | undefined> {
  return pressed && "article" in pressed ? articles.byReference(pressed.article) : undefined;
}

type Action = () => Promise<void>;
type Press = {
  readonly ctx: Context;
  readonly wording: Wording;
  readonly deps: AnswerDependencies;
};

/** `undefined` if the article no longer has what the button is about. */
function actionFor(
  pressed: PressedButton,
  article: Article | undefined,
  press: Press,
): Action | undefined {
  if (pressed.ask === "library") return press.ctx.chat && (() => sendLibrary(press));
  if (pressed.ask === "said") return turnStatements(pressed, press);
  // Handlers before this one take these, votes and translations.
  if (pressed.ask === "import" || pressed.ask === "draft") return async () => {};
  if (!press.ctx.chat || !article) return undefined;

  switch (pressed.ask) {
    case "question":
      return askSuggested(pressed.of, article, press);
    case "brief":
    case "people":
    case "who":
    case "list":
    case "see":
      return openInPlace(pressed, article, press);
    case "open":
      return openBelow(pressed, article, press);
    case "stay":
    case "vote":
    case "version":
      return async () => {};
  }
}

/** A message of its own: the answer above stays. */
async function sendLibrary({ ctx, wording, deps }: Press): Promise<void> {
  await sendReply(ctx, libraryReply(await listingOf(deps.articles, wording), wording));
}

/** Asks the question of the list again; `undefined` once the chat has forgotten it. */
function turnStatements(
  { of, at }: Extract<PressedButton, { ask: "said" }>,
  { ctx, wording, deps }: Press,
): Action | undefined {
  const { context = {} } = deps.memory.recall(conversationKeyOf(ctx));
  const { paged: question } = context;
  if (!ctx.chat || question === undefined || referenceTo(question) !== of) return undefined;
  return async () => {
    const { answer } = await deps.answerQuestion(question, contextOfPages(context));
    if (answer.kind !== "statements") return;
    const { text, buttons } = statementsReply(answer, { page: at, question }, wording);
    const reply = { text: fitToMessage(text), buttons };
    const count = await deps.articles.count();
    await replaceReply(ctx, withLibraryButton(reply, ctx, { count, wording }));
  };
}

/** What was listed or shown since has nothing to do with it. */
function contextOfPages({ language, clientLanguage, today }: ChatContext): ChatContext {
  return {
    ...(language !== undefined && { language }),
    ...(clientLanguage !== undefined && { clientLanguage }),
    ...(today !== undefined && { today }),
  };
}

/** Searches the suggested questions in every language: whoever suggests it determines its language. */
function askSuggested(of: string, article: Article, { ctx, deps }: Press): Action | undefined {
  for (const suggestedBy of [article, ...article.translations]) {
    const question = suggestedBy.suggestedQuestions.find((text) => referenceTo(text) === of);
    if (question !== undefined) return () => answerIn(ctx, question, { ...deps, suggestedBy });
  }
  return undefined;
}

type OpeningButton = Extract<PressedButton, { ask: "brief" | "people" | "who" | "list" | "see" }>;

function openInPlace(pressed: OpeningButton, article: Article, press: Press): Action | undefined {
  const { ctx, wording, deps } = press;
  const view = viewFor(pressed, articleIn(article, wording.language), wording);
  if (!view) return undefined;
  return async () => {
    const reply = { ...view.reply, text: fitToMessage(view.reply.text) };
    const count = await deps.articles.count();
    await replaceReply(ctx, withLibraryButton(reply, ctx, { count, wording }));
    remember(view, article, press);
  };
}

/** The answers to several questions stay where they are. */
function openBelow(
  pressed: Extract<PressedButton, { ask: "open" }>,
  article: Article,
  press: Press,
): Action | undefined {
  const { ctx, wording, deps } = press;
  const view = viewFor({ ...pressed, ask: "see" }, articleIn(article, wording.language), wording);
  if (!view) return undefined;
  return async () => {
    const reply = { ...view.reply, text: fitToMessage(view.reply.text) };
    const count = await deps.articles.count();
    await sendReply(ctx, withLibraryButton(reply, ctx, { count, wording }));
    remember(view, article, press);
  };
}

function remember({ about }: View, { slug }: Article, { ctx, wording, deps }: Press): void {
  const key = conversationKeyOf(ctx);
  const { context: before = {} } = deps.memory.recall(key);
  const isSameArticle = before.article === slug;
  const context = {
    article: slug,
    language: wording.language,
    ...(isSameArticle && listAround(about.passage, before)),
    ...statementsAround(slug, about.passage, before),
    ...about,
  };
  deps.memory.remember(key, { context });
}

/** The same for a list of statements from several articles, which can be turned as well. */
function statementsAround(
  article: string,
  passage: string | undefined,
  { listed = [], paged, today }: ChatContext,
): Pick<ChatContext, "listed" | "paged" | "today"> {
  if (paged === undefined || !listed.includes(`${article}/${passage}`)) return {};
  return { listed, paged, ...(today !== undefined && { today }) };
}

/** A list, and the question that it answers, stay open while the reader looks at its passages. */
function listAround(
  passage: string | undefined,
  { listed = [], question }: ChatContext,
): Pick<ChatContext, "listed" | "question"> {
  if (passage === undefined || !listed.includes(passage)) return {};
  return { listed, ...(question !== undefined && { question }) };
}

/** What replaces the message of the button, and what the chat is about from then on. */
type View = {
  readonly reply: Reply;
  readonly about: Pick<ChatContext, "passage" | "person" | "listed">;
};

function viewFor(pressed: OpeningButton, article: Article, wording: Wording): View | undefined {
  switch (pressed.ask) {
    case "brief":
      return {
        reply: articleReply(article, pressed.at, wording),
        about: { listed: idsOf(overviewOf(article, "sections").passages) },
      };
    case "people":
      return { reply: peopleReply(article, pressed.at, wording), about: {} };
    case "who":
      return personView(pressed.of, article, wording);
    case "list":
    case "see": {
      const position = findPosition(pressed, article);
      const view = pressed.ask === "list" ? listView : passageView;
      return position && view(article, position, wording);
    }
  }
}

/** Who somebody is, with a way back to the others. */
function personView(of: string, article: Article, wording: Wording): View | undefined {
  const person = article.people.find(({ id }) => referenceTo(id) === of);
  if (!person) return undefined;
  const answer = presentPerson(person, article);
  const { text, buttons } = personReply(answer, wording);
  return {
    reply: { text, buttons: [...buttons, [peopleButton(article, wording)]] },
    about: { person: person.id, listed: idsOf(shownPassages(answer)) },
  };
}

/** `undefined` if all its passages are gone. */
function listView(
  article: Article,
  position: SequencePosition,
  wording: Wording,
): View | undefined {
  const listed = idsOf(passagesIn(article, position));
  const isAlwaysThere = position.sequence === "facts" || position.sequence === "timeline";
  if (listed.length === 0 && !isAlwaysThere) return undefined;
  const isOfPerson = position.sequence === "person" || position.sequence === "about";
  const about = { listed, ...(isOfPerson && { person: position.of }) };
  return { reply: listReply(article, position, wording), about };
}

function idsOf(citations: readonly Citation[]): string[] {
  return citations.map(({ passage }) => passage.id);
}

function passageView(
  article: Article,
  position: SequencePosition,
  wording: Wording,
): View | undefined {
  const reply = browseReply(article, position, wording);
  const citation = passagesIn(article, position)[position.at];
  if (!reply || !citation) return undefined;
  const { speaker } = snippetVoice(citation);
  const about = { passage: citation.passage.id, ...(speaker && { person: speaker.id }) };
  return { reply, about };
}
