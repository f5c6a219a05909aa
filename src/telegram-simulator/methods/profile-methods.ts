import { z } from "zod";
import { language } from "../rules/language-code.ts";
import { type MethodTable, method } from "./method-table.ts";
import type { SimulatorState } from "../state/state.ts";
import * as wire from "./wire.ts";

const inLanguage = z.strictObject(language);
const newText = wire.text.default("");

/** The bot's name and descriptions, to set and to read. */
export function profileMethods({
  name,
  description,
  shortDescription,
}: SimulatorState): MethodTable {
  return {
    setMyName: method(z.strictObject({ ...language, name: newText }), (params) =>
      name.set(params.name, params.language_code),
    ),
    getMyName: method(inLanguage, ({ language_code: code }) => ({ name: name.get(code) })),

    setMyDescription: method(z.strictObject({ ...language, description: newText }), (params) =>
      description.set(params.description, params.language_code),
    ),
    getMyDescription: method(inLanguage, ({ language_code: code }) => ({
      description: description.get(code),
    })),

    setMyShortDescription: method(
      z.strictObject({ ...language, short_description: newText }),
      (params) => shortDescription.set(params.short_description, params.language_code),
    ),
    getMyShortDescription: method(inLanguage, ({ language_code: code }) => ({
      short_description: shortDescription.get(code),
    })),
  };
}
