import { replaceAddresses, type Address } from "../../text/addresses.ts";

const LINK_WITH_TEXT = /!?\[([^\]\n]{1,200})\]\([^)\s]{1,500}\)/gu;
const HEADING = /^#{1,6}\s+/gmu;
/** `**bold**`, `_italic_`, `||spoiler||`; not the "*" of "2 * 2". */
const EMPHASIS = /(?<![\p{L}\p{N}])[*_~`|]+(?=\S)|(?<=\S)[*_~`|]+(?![\p{L}\p{N}])/gu;
const KEYCAP = /(\d)\uFE0F?\u20E3/gu;
/** With skin tones, flags, and the marks that join several to one. */
const EMOJI =
  /(?:\p{Extended_Pictographic}|\p{Emoji_Modifier}|\p{Regional_Indicator}|[\u{E0020}-\u{E007F}]|\uFE0F|\u200D)+/gu;
/** `:)`, `;-(`, and the closing bracket that stands for them: "привет))". */
const EMOTICON = /(?<=^|\s)[:;=]['’]?-?[)(DPpdoO3*|/\\]+(?=\s|$)/gu;
const SMILE_AT_END = /\s*\)+$/gmu;
const SMILE = /(?<=[\p{L}]{2}|[?!.…,])\s?(?:\){2,}|\)(?=\s|$))/gu;
const SMILE_AFTER_MARK = /(?<=[?!.…,])\s?\)+/gu;

/** Takes Markdown, emoji and addresses out of a message. `kept`: what stays of an address. */
export function plainLines(message: string, kept: (address: Address) => string): string {
  const unmarked = replaceAddresses(
    message.replace(LINK_WITH_TEXT, "$1").replace(HEADING, ""),
    kept,
  )
    .replace(EMPHASIS, "")
    .replace(KEYCAP, "\n$1) ")
    .replace(EMOJI, " ")
    .replace(EMOTICON, " ");
  return unmarked.includes("(")
    ? unmarked
    : unmarked.replace(SMILE_AT_END, "").replace(SMILE_AFTER_MARK, " ").replace(SMILE, "! ");
}
