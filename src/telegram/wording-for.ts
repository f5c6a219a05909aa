import type { Context } from "grammy";
import { languageOfCode } from "../article/language.ts";
import { wordingIn } from "./wording/wording-in.ts";
import type { Wording } from "./wording/wording.ts";

/** The bot's sentences in the language that the reader's app speaks. */
export function wordingFor({ from }: Pick<Context, "from">): Wording {
  return wordingIn(languageOfCode(from?.language_code ?? "") ?? "en");
}
