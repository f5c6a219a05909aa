import type { User } from "@grammyjs/types";
import { withFoundEntities } from "../rules/found-entities.ts";
import { type Draft, postMessage, replaceMessage } from "../state/post-message.ts";
import { isSeenByBot } from "../rules/privacy-mode.ts";
import { positionOf, replyFields } from "../rules/reply-rules.ts";
import { type MediaKind, SAMPLE_MEDIA } from "./sample-media.ts";
import type { Entities } from "../methods/shapes.ts";
import type { ChatMessage, Room, Telegram } from "../state/state.ts";
import { enterTopic } from "../rules/topic-rules.ts";

export type Place = { readonly room: Room; readonly user: User };

export type SayOptions = {
  readonly replyTo?: ChatMessage;
  /** Words of the message replied to that the user has marked. */
  readonly quote?: string;
  readonly entities?: Entities;
  /** The number of the topic in which the user writes. */
  readonly topic?: number;
};

/** A user sends a message, and the bot learns of it if it may. */
export function postFromUser(telegram: Telegram, { room, user }: Place, draft: Draft): ChatMessage {
  if (room.chat.type === "private" && room.standing === "stranger") room.standing = "welcome";
  const message = postMessage(telegram, room, user, draft);
  if (isSeenByBot(telegram, room, message)) telegram.updates.push("message", message);
  return message;
}

export function sayAsUser(
  telegram: Telegram,
  place: Place,
  text: string,
  options: SayOptions = {},
) {
  const { topic } = options;
  return postFromUser(telegram, place, {
    ...textFields(text, options),
    ...replyOf(options),
    ...(topic !== undefined && enterTopic(telegram, place.room, topic)),
  });
}

export type MediaWish = Pick<SayOptions, "replyTo" | "topic"> & {
  readonly kind: MediaKind;
  readonly caption?: string | undefined;
};

/** A user sends something that is no text; the caption, if any, is treated as text is. */
export function sendMediaAsUser(telegram: Telegram, place: Place, wish: MediaWish): ChatMessage {
  return postFromUser(telegram, place, mediaFields(telegram, place, wish));
}

/** Several at once, which a user sees as one: a message each, with the same number. */
export function sendAlbumAsUser(
  telegram: Telegram,
  place: Place,
  wishes: readonly MediaWish[],
): ChatMessage[] {
  if (wishes.length < 2 || wishes.length > MOST_IN_ALBUM) {
    throw new Error(`an album has 2 to ${MOST_IN_ALBUM} parts`);
  }
  const odd = wishes.find(({ kind }) => !ALBUM_KINDS.has(kind));
  if (odd) throw new Error(`a ${odd.kind} cannot stand in an album`);
  const media_group_id = String(telegram.nextId());
  return wishes.map((wish) =>
    postFromUser(telegram, place, { ...mediaFields(telegram, place, wish), media_group_id }),
  );
}

const MOST_IN_ALBUM = 10;
const ALBUM_KINDS: ReadonlySet<MediaKind> = new Set(["photo", "document"]);

function mediaFields(
  telegram: Telegram,
  { room }: Place,
  { kind, caption = "", topic, ...reply }: MediaWish,
) {
  return {
    ...SAMPLE_MEDIA[kind],
    ...captionFields(caption),
    ...replyOf(reply),
    ...(topic !== undefined && enterTopic(telegram, room, topic)),
  };
}

/** A user changes the text of an own message, or the words under a picture. */
export function editAsUser(telegram: Telegram, { room }: Place, messageId: number, text: string) {
  const old = room.messages.get(messageId);
  if (!old) throw new Error(`there is no message ${messageId} to edit in this chat`);

  const { entities: _entities, caption_entities: _captionEntities, ...kept } = old;
  const words = old.text === undefined ? captionFields(text) : textFields(text, {});
  const edited = replaceMessage(telegram, room, { ...kept, ...words });
  if (isSeenByBot(telegram, room, edited)) telegram.updates.push("edited_message", edited);
  return edited;
}

function replyOf({ replyTo, quote }: SayOptions) {
  if (!replyTo) return {};
  if (quote === undefined) return replyFields(replyTo);

  const position = positionOf(quote, replyTo.text ?? replyTo.caption ?? "", 0);
  if (position < 0) throw new Error(`the message replied to does not contain "${quote}"`);
  return replyFields(replyTo, { text: quote, position, is_manual: true });
}

function captionFields(caption: string) {
  const { text, entities } = withFoundEntities({ text: caption, entities: [] });
  return {
    ...(text !== "" && { caption: text }),
    ...(entities.length > 0 && { caption_entities: entities }),
  };
}

function textFields(text: string, { entities = [] }: SayOptions) {
  const formatted = withFoundEntities({ text, entities });
  return { text, ...(formatted.entities.length > 0 && { entities: formatted.entities }) };
}
