import { FormattedString } from "@grammyjs/parse-mode";
import type { InlineKeyboardButton, Message } from "grammy/types";
import type { Citation } from "../../../answer/answer.ts";
import { citationsOf } from "../../../answer/citations.ts";
import { voicesIn } from "../../../article/voices.ts";
import type { Article } from "../../../article/article.ts";
import { languageOfCode } from "../../../languages/language.ts";
import { articleIn } from "../../../article/translation.ts";
import { referenceTo } from "../../../article/reference-to.ts";
import { readCallbackData, writeCallbackData } from "../../callback/callback-data.ts";
import type { PressedButton, CardReferences } from "../../callback/callback-data.ts";
import { passageCard } from "./passage-card.ts";
import { fitToMessage, NOTHING, type Button } from "../reply.ts";
import { wordingFor } from "../../wording/wording-for.ts";
import type { Wording } from "../../wording/wording.ts";

/** Below a translated passage: switches to the original. */
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
type ToggledCard = { readonly text: FormattedString; readonly keyboard: InlineKeyboardButton[][] };

/** Switches the card to the original, or back to the translation. `undefined` if either is gone. */
export function toggledCard(
  pressed: PressedToggle,
  card: Card,
  article: Article | undefined,
): ToggledCard | undefined {
  const wording = wordingFor(pressed.language);
  const original = article && citationOf(pressed, article);
  const translated = article && citationOf(pressed, articleIn(article, pressed.language));
  if (!original || translated?.passage.original === undefined) return undefined;

  const [before, after] =
    pressed.shows === "original" ? [translated, original] : [original, translated];
  const by = speakerNamedFirst(card, before, wording);
  const text = FormattedString.join([
    textAbove(card, passageCard({ ...before, ...by }, wording).text),
    passageCard({ ...after, ...by }, wording),
  ]);
  return { text: fitToMessage(text), keyboard: toggledKeyboard(card, pressed, wording) };
}

/** Whose line comes first on the card, if several people speak in the passage. */
function speakerNamedFirst(
  { text = "" }: Card,
  citation: Citation,
  wording: Wording,
): Pick<Citation, "by"> {
  const ids = voicesIn(citation.passage).flatMap(({ speaker }) => speaker?.id ?? []);
  const isFirst = (by: string) => text.endsWith(passageCard({ ...citation, by }, wording).text);
  const first = ids.find(isFirst);
  return first === undefined ? {} : { by: first };
}

function citationOf({ passage: reference }: PressedToggle, article: Article): Citation | undefined {
  return citationsOf(article).find(({ passage }) => referenceTo(passage.id) === reference);
}

/** The part of the answer above the card stays, if the card can be told apart from it. */
function textAbove({ text = "", entities = [] }: Card, cardText: string): FormattedString {
  return text.endsWith(cardText)
    ? new FormattedString(text, entities).slice(0, text.length - cardText.length)
    : NOTHING;
}

/** The pressed button now switches back; all others stay. */
function toggledKeyboard(
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
