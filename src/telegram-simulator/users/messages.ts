import type { Chat, User } from "@grammyjs/types";
import { withFoundEntities } from "../rules/found-entities.ts";
import { type MessageDraft, postMessage, replaceMessage } from "../state/post-message.ts";
import { isSeenByBot } from "../rules/privacy-mode.ts";
import { positionOf, replyFields } from "../rules/reply-rules.ts";
import { type MediaKind, SAMPLE_MEDIA } from "./sample-media.ts";
import type { Entities } from "../methods/shapes.ts";
import type { ChatMessage, Room, SimulatorState } from "../state/state.ts";
import { enterTopic, threadOf } from "../rules/topic-rules.ts";
import { forwardFields, originOf } from "./forwards.ts";

export type UserInRoom = {
  readonly room: Room;
  readonly user: User;
  /** On whose behalf the user writes: the group as its anonymous administrator, or a channel. */
  readonly senderChat?: Chat | undefined;
};

export type SayOptions = {
  /** May be a message of another chat. */
  readonly replyTo?: ChatMessage;
  /** Words of the replied-to message that the user selected. */
  readonly quote?: string;
  readonly entities?: Entities;
  /** The page that the preview below the text shows, if the user chose it. */
  readonly preview?: string;
  /** The number of the topic the user writes in. */
  readonly topic?: number;
};

/** A user sends a message; the bot gets an update if it may see it. */
export function postFromUser(
  state: SimulatorState,
  { room, user, senderChat }: UserInRoom,
  draft: MessageDraft,
): ChatMessage {
  if (room.chat.type === "private" && room.access === "not-started") room.access = "allowed";
  const sender = senderChat && { sender_chat: senderChat };
  const message = postMessage(state, room, user, { ...draft, ...sender });
  if (isSeenByBot(state, room, message)) state.updates.push("message", message);
  return message;
}

export function sayAsUser(
  state: SimulatorState,
  place: UserInRoom,
  text: string,
  options: SayOptions = {},
) {
  const { topic, preview } = options;
  return postFromUser(state, place, {
    ...textFields(text, options),
    ...(preview !== undefined && { link_preview_options: { url: preview } }),
    ...replyOf(place.room, options),
    ...(topic !== undefined && enterTopic(state, place.room, topic)),
  });
}

/** A user forwards a message of another chat, or of this one. */
export function forwardAsUser(
  state: SimulatorState,
  place: UserInRoom,
  original: ChatMessage,
): ChatMessage {
  return postFromUser(state, place, forwardFields(original));
}

export type MediaMessage = Pick<SayOptions, "replyTo" | "topic" | "entities"> & {
  readonly kind: MediaKind;
  readonly caption?: string | undefined;
};

/** A user sends media; the caption is treated as text. */
export function sendMediaAsUser(
  state: SimulatorState,
  place: UserInRoom,
  params: MediaMessage,
): ChatMessage {
  return postFromUser(state, place, mediaFields(state, place, params));
}

/** An album: one message per item, with the same media_group_id. */
export function sendAlbumAsUser(
  state: SimulatorState,
  place: UserInRoom,
  messages: readonly MediaMessage[],
): ChatMessage[] {
  if (messages.length < 2 || messages.length > MAX_ALBUM_SIZE) {
    throw new Error(`an album has 2 to ${MAX_ALBUM_SIZE} items`);
  }
  const odd = messages.find(({ kind }) => !ALBUM_KINDS.has(kind));
  if (odd) throw new Error(`a ${odd.kind} cannot be in an album`);
  const media_group_id = String(state.nextId());
  return messages.map((params) =>
    postFromUser(state, place, { ...mediaFields(state, place, params), media_group_id }),
  );
}

const MAX_ALBUM_SIZE = 10;
const ALBUM_KINDS: ReadonlySet<MediaKind> = new Set(["photo", "document"]);

function mediaFields(
  state: SimulatorState,
  { room }: UserInRoom,
  { kind, caption = "", topic, entities, ...reply }: MediaMessage,
) {
  return {
    ...SAMPLE_MEDIA[kind],
    ...captionFields(caption, entities),
    ...replyOf(room, reply),
    ...(topic !== undefined && enterTopic(state, room, topic)),
  };
}

/** A user edits the text or the caption of a message. */
export function editAsUser(
  state: SimulatorState,
  { room }: UserInRoom,
  messageId: number,
  text: string,
) {
  const old = room.messages.get(messageId);
  if (!old) throw new Error(`there is no message ${messageId} to edit in this chat`);

  const { entities: _entities, caption_entities: _captionEntities, ...kept } = old;
  const words = old.text === undefined ? captionFields(text) : textFields(text, {});
  const edited = replaceMessage(state, room, { ...kept, ...words });
  if (isSeenByBot(state, room, edited)) state.updates.push("edited_message", edited);
  return edited;
}

function replyOf(room: Room, { replyTo, quote }: SayOptions) {
  if (!replyTo) return {};
  const fields =
    replyTo.chat.id === room.chat.id
      ? { ...replyFields(replyTo), ...threadOf(room, replyTo) }
      : externalReply(replyTo);
  if (quote === undefined) return fields;

  const position = positionOf(quote, replyTo.text ?? replyTo.caption ?? "", 0);
  if (position < 0) throw new Error(`the message replied to does not contain "${quote}"`);
  return { ...fields, quote: { text: quote, position, is_manual: true as const } };
}

/** Of a message in another chat, its text is not told. */
function externalReply(original: ChatMessage): Pick<ChatMessage, "external_reply"> {
  const { chat, message_id, photo, link_preview_options: preview } = original;
  const isPublic = chat.type === "supergroup" || chat.type === "channel";
  return {
    external_reply: {
      origin: originOf(original),
      ...(isPublic && { chat, message_id }),
      ...(photo && { photo }),
      ...(preview && { link_preview_options: preview }),
    },
  };
}

export function captionFields(caption: string, own: Entities = []) {
  const { text, entities } = withFoundEntities({ text: caption, entities: own });
  return {
    ...(text !== "" && { caption: text }),
    ...(entities.length > 0 && { caption_entities: entities }),
  };
}

export function textFields(text: string, { entities = [] }: Pick<SayOptions, "entities">) {
  const formatted = withFoundEntities({ text, entities });
  return { text, ...(formatted.entities.length > 0 && { entities: formatted.entities }) };
}
