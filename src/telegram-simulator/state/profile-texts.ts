import { checkLanguage } from "../rules/language-code.ts";
import {
  MAX_DESCRIPTION_LENGTH,
  MAX_NAME_LENGTH,
  MAX_SHORT_DESCRIPTION_LENGTH,
} from "../rules/limits.ts";
import { badRequest } from "../rules/refusal.ts";

/** A text of the bot's profile (name, description, short description), by language. */
type ProfileText = {
  readonly set: (text: string, languageCode: string) => true;
  readonly get: (languageCode: string) => string;
};

export type ProfileTexts = Readonly<
  Record<"name" | "description" | "shortDescription", ProfileText>
>;

type ProfileTextRule = {
  readonly most: number;
  readonly refusal: string;
  readonly fallback?: string;
};

// The limits are documented, the messages are not.
const DESCRIPTION = { most: MAX_DESCRIPTION_LENGTH, refusal: "description is too long" };
const SHORT = { most: MAX_SHORT_DESCRIPTION_LENGTH, refusal: "short description is too long" };
const NAME = { most: MAX_NAME_LENGTH, refusal: "name is too long" };

export function createProfileTexts(firstName: string, onChange: () => void): ProfileTexts {
  return {
    name: createProfileText({ ...NAME, fallback: firstName }, onChange),
    description: createProfileText(DESCRIPTION, onChange),
    shortDescription: createProfileText(SHORT, onChange),
  };
}

function createProfileText(
  { most, refusal, fallback = "" }: ProfileTextRule,
  onChange: () => void,
): ProfileText {
  const texts = new Map<string, string>();

  return {
    set(text, languageCode) {
      checkLanguage(languageCode);
      if (text.length > most) throw badRequest(refusal);
      // An empty text removes the one in this language.
      if (text === "") texts.delete(languageCode);
      else texts.set(languageCode, text);
      onChange();
      return true;
    },
    get: (languageCode) => texts.get(languageCode) ?? texts.get("") ?? fallback,
  };
}
