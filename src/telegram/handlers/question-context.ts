import type { Context } from "grammy";
import type { Message } from "grammy/types";
import type { Context as ChatContext } from "../../answer/answer.ts";
import { contextOfQuote, type Quotable } from "../../answer/conversation/context-of-quote.ts";
import { citationsOf } from "../../answer/citations.ts";
import type { ArticleLookup } from "../../article/article-lookup.ts";
import type { Article } from "../../article/article.ts";
import { referenceTo } from "../../article/reference-to.ts";
import { readCallbackData, type PressedButton, type Sequence } from "../callback/callback-data.ts";
import { findPosition, passagesIn } from "../callback/sequence.ts";
import { dayOfMessage } from "../day-of-message.ts";
import { questionMessage } from "./addressed-question.ts";

/**
 * What a message is about before its own words are read: the words it quotes from a card, the card it
 * replies to, however old, or what the chat was last about.
 */
export async function questionContext(
  ctx: Context,
  last: ChatContext,
  quotable: Quotable,
): Promise<ChatContext> {
  const { language_code: clientLanguage } = questionMessage(ctx)?.from ?? ctx.from ?? {};
  const today = dayOfMessage(ctx);
  return {
    ...(await repliedContext(ctx, last, quotable)),
    ...(clientLanguage !== undefined && { clientLanguage }),
    ...(today !== undefined && { today }),
  };
}

async function repliedContext(
  ctx: Context,
  last: ChatContext,
  quotable: Quotable,
): Promise<ChatContext> {
  const original = ctx.msg?.reply_to_message;
  const isOwn = original?.from?.id === ctx.me.id || original?.via_bot?.id === ctx.me.id;
  if (!original || !isOwn) return last;

  const card = await cardContext(original, quotable.articles);
  // For the latest card the chat's context knows more than the buttons can hold, such as the question.
  const shown = card && isSame(card, last) ? { ...last, ...listOf(card) } : (card ?? last);
  const quote = ctx.msg?.quote;
  return (quote && (await contextOfQuote(quote.text, quotable, shown))) ?? shown;
}

function listOf({ listed, isUndecided }: ChatContext): ChatContext {
  return { ...(listed && { listed }), ...(isUndecided && { isUndecided }) };
}

function isSame(one: ChatContext, other: ChatContext): boolean {
  const { article, passage, person } = one;
  return article === other.article && passage === other.passage && person === other.person;
}

type Card = Pick<Message, "reply_markup">;

/**
 * Read from the references in the card's own buttons, so it works for old cards too. `undefined` if the
 * article is gone.
 */
async function cardContext(card: Card, articles: ArticleLookup): Promise<ChatContext | undefined> {
  const pressed = buttonsOf(card);
  const article = await articleOfCard(card, articles);
  if (!article) return undefined;

  const passage = passageOfCard(pressed, article);
  const person = personOfCard(pressed, article);
  const closest = passage === undefined ? [] : passagesOfList(pressed, article, "open");
  const isUndecided = closest.length > 1;
  const listed = passage === undefined ? passagesOfList(pressed, article, "see") : [];
  return {
    article: article.slug,
    ...(listed.length > 0 && { listed }),
    ...(isUndecided && { listed: closest, isUndecided }),
    ...(passage !== undefined && { passage }),
    ...(person !== undefined && { person }),
  };
}

/** The article that a card of the bot is about. */
export async function articleOfCard(
  card: Card,
  articles: ArticleLookup,
): Promise<Article | undefined> {
  const pressed = buttonsOf(card);
  // Others may open what else has the same words.
  const own = pressed.find((button) => "passage" in button);
  const [first] = pressed.flatMap((button) => ("article" in button ? [button.article] : []));
  const shown = own?.article ?? first;
  return shown === undefined ? undefined : articles.byReference(shown);
}

function buttonsOf({ reply_markup: keyboard }: Card): PressedButton[] {
  const buttons = keyboard?.inline_keyboard.flat() ?? [];
  return buttons.flatMap((button) =>
    "callback_data" in button ? (readCallbackData(button.callback_data) ?? []) : [],
  );
}

function passageOfCard(pressed: readonly PressedButton[], article: Article): string | undefined {
  const card = pressed.find((button) => "passage" in button);
  const all = citationsOf(article).map(({ passage }) => passage.id);
  return all.find((id) => referenceTo(id) === card?.passage);
}

/** The passages that the buttons of a list open, in order: in place, or below it. */
function passagesOfList(
  pressed: readonly PressedButton[],
  article: Article,
  ask: "see" | "open",
): string[] {
  return pressed.flatMap((button) => {
    if (button.ask !== ask || !("sequence" in button)) return [];
    if (button.article !== referenceTo(article.slug)) return [];
    const position = findPosition({ ...button, ask: "see" }, article);
    const shown = position && passagesIn(article, position)[position.at];
    return shown ? [shown.passage.id] : [];
  });
}

function isOfPerson(sequence: Sequence): boolean {
  return sequence === "person" || sequence === "about";
}

/** The person of a card, or whose points a list shows. */
function personOfCard(pressed: readonly PressedButton[], article: Article): string | undefined {
  const card = pressed.find((button) => "person" in button);
  const list = pressed.find((button) => "sequence" in button && isOfPerson(button.sequence));
  const reference = card?.person ?? (list && "of" in list ? list.of : undefined);
  const { publisher } = article.source;
  const speakers = publisher ? [...article.people, publisher] : article.people;
  return speakers.find(({ id }) => referenceTo(id) === reference)?.id;
}
