import { checkEntities } from "./entity-rules.ts";
import { withFoundEntities } from "./found-entities.ts";
import { MAX_RAW_TEXT_BYTES, MAX_TEXT_LENGTH, byteLength } from "./limits.ts";
import { acceptedUrl } from "./link-rules.ts";
import { checkNesting } from "./nesting-rules.ts";
import { badRequest } from "./refusal.ts";
import type { Entities } from "../methods/shapes.ts";
import { type TextWithEntities, tidyText } from "./tidy-text.ts";

export type TextParams = {
  readonly text: string;
  readonly entities?: Entities;
  readonly parse_mode?: string;
};

const LONE_SURROGATE = /\p{Surrogate}/u;

/** A bot's text as it will appear in the chat. */
export function acceptText({
  text,
  entities = [],
  parse_mode: parseMode,
}: TextParams): TextWithEntities {
  // Telegram has parse modes. The bot never uses them, and half an HTML parser would hide mistakes.
  if (parseMode) throw badRequest("parse_mode is not supported by the simulator: send entities");
  if (text === "") throw badRequest("message text is empty");
  if (LONE_SURROGATE.test(text)) throw badRequest("text must be encoded in UTF-8");
  if (byteLength(text) > MAX_RAW_TEXT_BYTES) throw badRequest("text is too long");
  checkEntities(entities, text);
  checkNesting(entities);

  const tidy = tidyText({ text, entities: withoutBadLinks(entities) });
  if (tidy.text === "") throw badRequest("text must be non-empty");
  if (tidy.text.length > MAX_TEXT_LENGTH) throw badRequest("message is too long");
  return withFoundEntities(tidy);
}

/** A broken link silently loses its entity and keeps its text, as in Telegram. */
function withoutBadLinks(entities: Entities): Entities {
  return entities.flatMap((entity): Entities => {
    if (entity.type !== "text_link") return [entity];
    const url = acceptedUrl(entity.url);
    return url === undefined ? [] : [{ ...entity, url }];
  });
}
