import { FormattedString } from "@grammyjs/parse-mode";
import type { InlineKeyboardButton, Message } from "grammy/types";
import type { Citation } from "../../../answer/answer.ts";
import { citationsOf } from "../../../answer/respond/citations.ts";
import { voicesIn } from "../../../article/voices.ts";
import type { Article } from "../../../article/article.ts";
import { languageOfCode } from "../../../languages/language.ts";
import { articleIn } from "../../../article/translation.ts";
import { readCallbackData, referenceTo, writeCallbackData } from "../../callback/callback-data.ts";
import type { PressedButton, CardReferences } from "../../callback/callback-data.ts";
import { passageCard } from "./passage-card.ts";
import { fitToMessage, NOTHING, type Button } from "../reply.ts";
import { wordingFor } from "../../wording/wording-for.ts";
import type { Wording } from "../../wording/wording.ts";

/** Below a translated passage: the way to its original. None where there is no translation. */
export function originalButton(
  { article, passage }: Citation,
  references: CardReferences,
  { buttons }: Wording,
): Button[] {
  const language = languageOfCode(article.language);
  if (passage.original === undefined || language === undefined) return [];
  const data = { ask: "version", shows: "original", language, ...references } as const;
  return [{ label: buttons.original, data }];
}

type PressedToggle = Extract<PressedButton, { ask: "version" }>;
type Card = Pick<Message, "text" | "entities" | "reply_markup">;
type Changed = { readonly text: FormattedString; readonly keyboard: InlineKeyboardButton[][] };

/** A card with the other version of its passage; `undefined` where the passage or one of them is gone. */
export function toggledCard(
  pressed: PressedToggle,
  card: Card,
  articles: readonly Article[],
): Changed | undefined {
  const wording = wordingFor(pressed.language);
  const article = articles.find(({ slug }) => referenceTo(slug) === pressed.article);
  const original = article && citationOf(pressed, article);
  const translated = article && citationOf(pressed, articleIn(article, pressed.language));
  if (!original || translated?.passage.original === undefined) return undefined;

  const [before, after] =
    pressed.shows === "original" ? [translated, original] : [original, translated];
  const by = spokenOfFirst(card, before, wording);
  const text = FormattedString.join([
    above(card, passageCard({ ...before, ...by }, wording).text),
    passageCard({ ...after, ...by }, wording),
  ]);
  return { text: fitToMessage(text), keyboard: turned(card, pressed, wording) };
}

/** Of several who speak in a passage, the one whose words the card tells first. */
function spokenOfFirst(
  { text = "" }: Card,
  citation: Citation,
  wording: Wording,
): Pick<Citation, "by"> {
  const ids = voicesIn(citation.passage).flatMap(({ speaker }) => speaker?.id ?? []);
  const isShown = (by: string) => text.endsWith(passageCard({ ...citation, by }, wording).text);
  const first = ids.find(isShown);
  return first === undefined ? {} : { by: first };
}

function citationOf({ passage: wanted }: PressedToggle, article: Article): Citation | undefined {
  return citationsOf(article).find(({ passage }) => referenceTo(passage.id) === wanted);
}

/** What the answer says before the passage stays, where it can be told apart from it. */
function above({ text = "", entities = [] }: Card, shown: string): FormattedString {
  return text.endsWith(shown)
    ? new FormattedString(text, entities).slice(0, text.length - shown.length)
    : NOTHING;
}

/** The button that was pressed leads back; all others stay. */
function turned(
  card: Card,
  pressed: PressedToggle,
  { buttons }: Wording,
): InlineKeyboardButton[][] {
  const isOriginal = pressed.shows === "original";
  const back = {
    text: isOriginal ? buttons.translation : buttons.original,
    callback_data: writeCallbackData({
      ...pressed,
      shows: isOriginal ? "translation" : "original",
    }),
  };
  const rows = card.reply_markup?.inline_keyboard ?? [];
  return rows.map((row) => row.map((button) => (isToggleButton(button) ? back : button)));
}

function isToggleButton(button: InlineKeyboardButton): boolean {
  return "callback_data" in button && readCallbackData(button.callback_data)?.ask === "version";
}
