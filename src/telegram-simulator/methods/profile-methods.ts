import { z } from "zod";
import { language } from "../rules/language-code.ts";
import { type MethodTable, method } from "./method-table.ts";
import type { Telegram } from "../state/state.ts";
import * as wire from "./wire.ts";

const inLanguage = z.strictObject(language);
const newText = wire.text.default("");

/** The bot's name and descriptions, to set and to read. */
export function profileMethods({ name, description, shortDescription }: Telegram): MethodTable {
  return {
    setMyName: method(z.strictObject({ ...language, name: newText }), (wish) =>
      name.set(wish.name, wish.language_code),
    ),
    getMyName: method(inLanguage, ({ language_code: code }) => ({ name: name.get(code) })),

    setMyDescription: method(z.strictObject({ ...language, description: newText }), (wish) =>
      description.set(wish.description, wish.language_code),
    ),
    getMyDescription: method(inLanguage, ({ language_code: code }) => ({
      description: description.get(code),
    })),

    setMyShortDescription: method(
      z.strictObject({ ...language, short_description: newText }),
      (wish) => shortDescription.set(wish.short_description, wish.language_code),
    ),
    getMyShortDescription: method(inLanguage, ({ language_code: code }) => ({
      short_description: shortDescription.get(code),
    })),
  };
}
