import type { Message } from "grammy/types";
import type { Context } from "../../answer/answer.ts";
import { citationsOf } from "../../answer/respond/citations.ts";
import type { Article } from "../../article/article.ts";
import { readCallbackData, referenceTo, type PressedButton } from "../callback/callback-data.ts";

/**
 * What a message of the bot's is about, by the references in its own buttons: they are there however
 * old it is, and whatever was forgotten since. `undefined` where they name nothing that is known.
 */
export function contextOfCard(
  { reply_markup: keyboard }: Pick<Message, "reply_markup">,
  articles: readonly Article[],
): Context | undefined {
  const buttons = keyboard?.inline_keyboard.flat() ?? [];
  const pressed = buttons.flatMap((button) =>
    "callback_data" in button ? (readCallbackData(button.callback_data) ?? []) : [],
  );
  const [first] = pressed;
  const article = articles.find(({ slug }) => referenceTo(slug) === first?.article);
  if (!article) return undefined;

  const passage = passageShown(pressed, article);
  const person = personSpokenOf(pressed, article);
  return {
    article: article.slug,
    ...(passage !== undefined && { passage }),
    ...(person !== undefined && { person }),
  };
}

function passageShown(pressed: readonly PressedButton[], article: Article): string | undefined {
  const card = pressed.find((button) => "passage" in button);
  const all = citationsOf(article).map(({ passage }) => passage.id);
  return all.find((id) => referenceTo(id) === card?.passage);
}

/** Below a card its person, below a list of somebody's points whose they are. */
function personSpokenOf(pressed: readonly PressedButton[], article: Article): string | undefined {
  const card = pressed.find((button) => "person" in button);
  const list = pressed.find((button) => "sequence" in button && button.sequence === "person");
  const reference = card?.person ?? (list && "of" in list ? list.of : undefined);
  const { publisher } = article.source;
  const voices = publisher ? [...article.people, publisher] : article.people;
  return voices.find(({ id }) => referenceTo(id) === reference)?.id;
}
