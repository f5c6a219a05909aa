import { endOf } from "./entity-rules.ts";
import { familyOf, sortedEntities } from "./nesting-rules.ts";
import type { Entities } from "../methods/shapes.ts";
import type { TextWithEntities } from "./tidy-text.ts";

type Found = Extract<
  Entities[number]["type"],
  "bot_command" | "mention" | "url" | "email" | "hashtag"
>;

/** What Telegram detects in any text. Simpler than the real rules, and enough for commands and links. */
const PATTERNS: readonly (readonly [Found, RegExp])[] = [
  [
    "bot_command",
    /(?<![\p{L}\p{N}_/<>])\/[a-z0-9_]{1,64}(?:@[a-z0-9_]{3,32})?(?![\p{L}\p{N}_/@])/giu,
  ],
  ["url", /https?:\/\/[^\s<>"«»]+[^\s<>"«».,;:!?)\]]/giu],
  [
    "url",
    /(?<![\p{L}\p{N}_@/.:-])(?:www\.)?(?:[a-z0-9-]{1,63}\.){1,8}[a-z]{2,24}\/[^\s<>"«»]*[^\s<>"«».,;:!?)\]]/giu,
  ],
  ["email", /(?<![a-z0-9._%+-])[a-z0-9._%+-]+@[a-z0-9-]+(?:\.[a-z0-9-]+)+/giu],
  ["mention", /(?<![\p{L}\p{N}_@/.])@[a-z][a-z0-9_]{2,31}(?![\p{L}\p{N}_@])/giu],
  ["hashtag", /(?<![\p{L}\p{N}_#&])#[\p{L}\p{N}_]*[\p{L}_][\p{L}\p{N}_]*/giu],
];

/** The sender's entities plus those that Telegram detects outside of the sender's links and code. */
export function withFoundEntities({ text, entities }: TextWithEntities): TextWithEntities {
  const all = [...entities];
  for (const [type, pattern] of PATTERNS) {
    for (const match of text.matchAll(pattern)) {
      const found = { type, offset: match.index, length: match[0].length };
      if (!all.some((entity) => excludes(entity, found))) all.push(found);
    }
  }
  return { text, entities: sortedEntities(all) };
}

function excludes(entity: Entities[number], found: { offset: number; length: number }): boolean {
  const meets = entity.offset < endOf(found) && found.offset < endOf(entity);
  const contains = entity.offset <= found.offset && endOf(found) <= endOf(entity);
  const leavesRoom = familyOf(entity) === "style" || familyOf(entity) === "quote";
  return meets && !(contains && leavesRoom);
}
