import type { Context } from "grammy";
import type { Context as Conversation } from "../../answer/answer.ts";
import { languageOfCode } from "../../languages/language.ts";
import { wordingFor } from "./wording-in.ts";
import type { Wording } from "./wording.ts";

/** The bot's sentences in the language last spoken in the chat, or else of the reader's app. */
export function wordingForReader(
  { from }: Pick<Context, "from">,
  { language }: Pick<Conversation, "language"> = {},
): Wording {
  return wordingFor(language ?? languageOfCode(from?.language_code ?? "") ?? "en");
}
