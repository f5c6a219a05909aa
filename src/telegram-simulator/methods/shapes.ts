import { z } from "zod";
import * as wire from "./wire.ts";

/** Objects that several methods take, as the Bot API documents them. rules/ checks their values. */

const span = { offset: wire.integer, length: wire.integer };

const entity = z.discriminatedUnion("type", [
  z.strictObject({
    type: z.enum([
      ...(["bold", "italic", "underline", "strikethrough", "spoiler", "code"] as const),
      ...(["blockquote", "expandable_blockquote"] as const),
      ...([
        "mention",
        "hashtag",
        "cashtag",
        "bot_command",
        "url",
        "email",
        "phone_number",
      ] as const),
    ]),
    ...span,
  }),
  z.strictObject({ type: z.literal("pre"), ...span, language: z.string().exactOptional() }),
  z.strictObject({ type: z.literal("text_link"), ...span, url: z.string() }),
]);

export const entities = wire.json(z.array(entity));

const button = z.strictObject({
  text: wire.text,
  style: z.enum(["danger", "success", "primary"]).exactOptional(),
  url: z.string().exactOptional(),
  callback_data: z.string().exactOptional(),
  switch_inline_query: z.string().exactOptional(),
  switch_inline_query_current_chat: z.string().exactOptional(),
  copy_text: z.strictObject({ text: z.string() }).exactOptional(),
  web_app: z.strictObject({ url: z.string() }).exactOptional(),
});

export type RawButton = z.output<typeof button>;

export const inlineKeyboard = wire.json(
  z.strictObject({ inline_keyboard: z.array(z.array(button)) }),
);

export const linkPreviewOptions = wire.json(
  z.strictObject({
    is_disabled: z.boolean().exactOptional(),
    url: z.string().exactOptional(),
    prefer_small_media: z.boolean().exactOptional(),
    prefer_large_media: z.boolean().exactOptional(),
    show_above_text: z.boolean().exactOptional(),
  }),
);

export const replyParameters = wire.json(
  z.strictObject({
    message_id: wire.integer,
    chat_id: wire.chatId.exactOptional(),
    allow_sending_without_reply: z.boolean().exactOptional(),
    quote: wire.text.exactOptional(),
    quote_parse_mode: z.string().exactOptional(),
    quote_entities: entities.exactOptional(),
    quote_position: wire.integer.exactOptional(),
  }),
);

export type ReplyParams = z.output<typeof replyParameters>;
export type Keyboard = z.output<typeof inlineKeyboard>;
export type Entities = z.output<typeof entities>;
