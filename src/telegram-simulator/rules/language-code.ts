import { z } from "zod";
import { badRequest } from "./refusal.ts";

/** Two lowercase letters; empty means all users without a setting for their language. */
const LANGUAGE_CODE = /^(?:[a-z]{2})?$/u;

export const language = { language_code: z.string().default("") };

export function checkLanguage(code: string): void {
  if (!LANGUAGE_CODE.test(code)) throw badRequest("LANG_CODE_INVALID");
}
