import { LANGUAGES, type Language } from "../../languages/language.ts";
import type { ArticleLibrary } from "../article-library.ts";
import { replaceAddresses, type Address } from "../../text/addresses.ts";

/** What the articles know of an address. */
export type KnownAddresses = {
  /** Whether they have the text itself. */
  readonly hasText: (text: string) => boolean;
  /** Whether they have the word in any form. */
  readonly hasWord: (word: string) => boolean;
};

/**
 * What the articles say of an address in any language: the question's is not known yet. `only`: slug of the only
 * one in scope.
 */
export function addressesKnownTo(
  libraryIn: (language: Language) => Pick<ArticleLibrary, "uses" | "hasText">,
  only: string | undefined,
): KnownAddresses {
  return {
    hasText: (text) => LANGUAGES.some((language) => libraryIn(language).hasText(text, only)),
    hasWord: (word) => LANGUAGES.some((language) => libraryIn(language).uses(word, only)),
  };
}

/** Looking for text takes as long as reading all passages with a word: no message is about more addresses. */
const MAX_LOOKED_UP = 5;

/** What stays of each address in a question: what the articles have of it. */
export function createAddressReader(known: KnownAddresses): (address: Address) => string {
  let lookedUp = 0;
  const hasText = (text: string) => (lookedUp += 1) <= MAX_LOOKED_UP && known.hasText(text);

  return ({ kind, text }) => {
    const bare = withoutScheme(text);
    switch (kind) {
      case "hashtag":
        return wordsKnown(text, known);
      case "name":
        return hasText(bare) ? text : wordsKnown(text, known);
      case "domain":
        return hasText(bare) ? bare : wordsKnown(labelOf(bare), known);
      case "link":
      case "e-mail":
      case "phone":
        return hasText(bare) ? bare : "";
    }
  };
}

/** The words of the hashtags, if a message has nothing else. */
export function hashtagsIn(text: string): string | undefined {
  const tags: string[] = [];
  replaceAddresses(text, ({ kind, text: tag }) => {
    if (kind === "hashtag") tags.push(...piecesOf(tag));
    return "";
  });
  return tags.length > 0 ? tags.join(" ") : undefined;
}

function wordsKnown(name: string, { hasWord }: KnownAddresses): string {
  const pieces = piecesOf(name);
  return pieces.length > 0 && pieces.every(hasWord) ? pieces.join(" ") : "";
}

const PIECE = /\p{Lu}?[\p{Ll}\p{M}'’ʼ]+|\p{Lu}+(?!\p{Ll})|\p{L}+|\p{N}+/gu;

/** "#NightFerry", "@night_ferry" → "Night", "Ferry" */
function piecesOf(name: string): string[] {
  return name.match(PIECE) ?? [];
}

const SCHEME = /^[a-z]{2,8}:\/\/(?:www\.)?|^www\./iu;
const END_OF_PATH = /[/?#]+$/u;

function withoutScheme(address: string): string {
  return address.replace(SCHEME, "").replace(END_OF_PATH, "");
}

/** `www.booking.com` → `booking` */
function labelOf(domain: string): string {
  return domain.split(".")[0] ?? "";
}
