import type { InlineKeyboardMarkup, MessageEntity } from "@grammyjs/types";
import type { ChatMessage } from "../../src/telegram-simulator/state/state.ts";

/** A message as tests read it: entities as tags, one line for each row of buttons. */
export function renderMessage(message: ChatMessage): string {
  const { text, caption, entities, caption_entities, reply_markup } = message;
  const content =
    text === undefined
      ? renderText(caption ?? "", caption_entities ?? [])
      : renderText(text, entities ?? []);
  return [content, ...renderKeyboard(reply_markup)].join("\n");
}

export function renderKeyboard(keyboard: InlineKeyboardMarkup | undefined): string[] {
  const rows = keyboard?.inline_keyboard ?? [];
  return rows.map((row) => row.map(({ text }) => `[${text}]`).join(" "));
}

type Edge = { readonly at: number; readonly tag: string };

/** Text with its entities as tags. Nothing is escaped: this is for people, not parsers. */
export function renderText(text: string, entities: readonly MessageEntity[]): string {
  const opening: Edge[] = [];
  const closing: Edge[] = [];
  for (const entity of entities) {
    const [open, close] = tagsOf(entity);
    opening.push({ at: entity.offset, tag: open });
    // The last tag opened is closed first.
    closing.unshift({ at: entity.offset + entity.length, tag: close });
  }

  let rendered = "";
  for (let at = 0; at <= text.length; at++) {
    rendered += tagsAt(closing, at) + tagsAt(opening, at) + text.charAt(at);
  }
  return rendered;
}

function tagsAt(edges: readonly Edge[], at: number): string {
  const here = edges.filter((edge) => edge.at === at);
  return here.map(({ tag }) => tag).join("");
}

const TAGS: Readonly<Partial<Record<MessageEntity["type"], string>>> = {
  bold: "b",
  italic: "i",
  underline: "u",
  strikethrough: "s",
  spoiler: "spoiler",
  code: "code",
  pre: "pre",
  blockquote: "blockquote",
};

function tagsOf(entity: MessageEntity): readonly [string, string] {
  if (entity.type === "text_link") return [`<a href="${entity.url}">`, "</a>"];
  if (entity.type === "expandable_blockquote") return ["<blockquote expandable>", "</blockquote>"];
  // Telegram finds URLs, mentions and commands itself; in tests they stay as written.
  const tag = TAGS[entity.type];
  return tag === undefined ? ["", ""] : [`<${tag}>`, `</${tag}>`];
}
