import type { Context } from "grammy";
import type { InlineKeyboardButton } from "grammy/types";
import type { Context as ChatContext } from "../../answer/answer.ts";
import { DEFAULT_LANGUAGE, languageOfCode, type Language } from "../../languages/language.ts";
import { ENGLISH_WORDING } from "./en.ts";
import { RUSSIAN_WORDING } from "./ru.ts";
import { UKRAINIAN_WORDING } from "./uk.ts";
import type { Wording } from "./wording.ts";

const WORDINGS: Readonly<Record<Language, Wording>> = {
  en: ENGLISH_WORDING,
  uk: UKRAINIAN_WORDING,
  ru: RUSSIAN_WORDING,
};

export function wordingFor(language: Language): Wording {
  return WORDINGS[language];
}

/** In the language the chat was last in, or else that of the reader's app. */
export function wordingForReader(
  { from }: Pick<Context, "from">,
  { language }: Pick<ChatContext, "language"> = {},
): Wording {
  return wordingFor(language ?? languageOfCode(from?.language_code ?? "") ?? DEFAULT_LANGUAGE);
}

/** In the language of the message whose button was pressed, or else as above. */
export function wordingForPress(
  ctx: Pick<Context, "from" | "callbackQuery">,
  context?: Pick<ChatContext, "language">,
): Wording {
  const keyboard = ctx.callbackQuery?.message?.reply_markup?.inline_keyboard ?? [];
  return wordingOfButtons(keyboard.flat()) ?? wordingForReader(ctx, context);
}

/** The one wording that has such labels. */
function wordingOfButtons(buttons: readonly InlineKeyboardButton[]): Wording | undefined {
  const labels = buttons.map(({ text }) => text);
  const [first, second] = Object.values(WORDINGS)
    .map((wording) => ({ wording, own: ownLabels(wording, labels) }))
    .toSorted((one, other) => other.own - one.own);
  return first && first.own > (second?.own ?? 0) ? first.wording : undefined;
}

function ownLabels({ buttons, feedback, newsroom }: Wording, labels: readonly string[]): number {
  const own = new Set<unknown>(
    [buttons, feedback.reasons, newsroom.buttons].flatMap((some) => Object.values(some)),
  );
  return labels.filter((label) => own.has(label)).length;
}
