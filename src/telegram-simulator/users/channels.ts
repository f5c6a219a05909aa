import type { Chat, User } from "@grammyjs/types";
import type { Entities } from "../methods/shapes.ts";
import { isSeenByBot } from "../rules/privacy-mode.ts";
import { type MessageDraft, postMessage, replaceMessage } from "../state/post-message.ts";
import type { ChatMessage, Room, SimulatorState } from "../state/state.ts";
import { forwardFields } from "./forwards.ts";
import { captionFields, textFields } from "./messages.ts";
import { SAMPLE_MEDIA } from "./sample-media.ts";

type PostOptions = {
  readonly entities?: Entities;
  /** The page that the preview below the text shows. */
  readonly preview?: string;
  /** Where a button below the post leads. */
  readonly button?: { readonly text: string; readonly url: string };
};

/** What the editors of a channel do. */
export type SimulatedChannel = {
  readonly chat: Chat;
  readonly room: Room;
  readonly post: (text: string, options?: PostOptions) => ChatMessage;
  readonly postPhoto: (caption: string, options?: PostOptions) => ChatMessage;
  /** Its message in the discussion group is edited as well. */
  readonly edit: (messageId: number, text: string, options?: PostOptions) => ChatMessage;
  /** What the discussion group got of a post. */
  readonly inDiscussion: (messageId: number) => ChatMessage;
};

export function simulateChannel(state: SimulatorState, room: Room): SimulatedChannel {
  return {
    chat: room.chat,
    room,
    post: (text, options = {}) => post(state, room, contentOf({ text }, options)),
    postPhoto: (caption, options = {}) =>
      post(state, room, { ...SAMPLE_MEDIA.photo, ...contentOf({ caption }, options) }),
    edit: (messageId, text, options = {}) => edit(state, room, { messageId, text, options }),
    inDiscussion: (messageId) => {
      const forward = forwardOf(room, messageId);
      if (!forward) throw new Error(`post ${messageId} is in no discussion group`);
      return forward;
    },
  };
}

/** As Telegram names who brings posts into discussion groups. */
const TELEGRAM: User = { id: 777_000, is_bot: false, first_name: "Telegram" };

function post(state: SimulatorState, room: Room, content: MessageDraft): ChatMessage {
  const message = postMessage(state, room, undefined, { ...content, sender_chat: room.chat });
  if (isSeenByBot(state, room, message)) state.updates.push("channel_post", message);
  if (room.linked) {
    const forward = postMessage(state, room.linked, TELEGRAM, asForwarded(room, message));
    if (isSeenByBot(state, room.linked, forward)) state.updates.push("message", forward);
  }
  return message;
}

type Edit = {
  readonly messageId: number;
  readonly text: string;
  readonly options: PostOptions;
};

/** From memory: the message in the discussion group is edited along. */
function edit(state: SimulatorState, room: Room, { messageId, text, options }: Edit): ChatMessage {
  const old = room.messages.get(messageId);
  if (!old) throw new Error(`there is no post ${messageId} in this channel`);
  const {
    entities: _entities,
    caption_entities: _captionEntities,
    link_preview_options: _preview,
    reply_markup: _keyboard,
    ...kept
  } = old;
  const words = old.text === undefined ? { caption: text } : { text };
  const edited = replaceMessage(state, room, { ...kept, ...contentOf(words, options) });
  if (isSeenByBot(state, room, edited)) state.updates.push("edited_channel_post", edited);

  const forward = forwardOf(room, messageId);
  if (!room.linked || !forward) return edited;
  const { message_id, chat, from, date } = forward;
  const own = { message_id, chat, date, ...(from && { from }) };
  const replaced = replaceMessage(state, room.linked, { ...own, ...asForwarded(room, edited) });
  if (isSeenByBot(state, room.linked, replaced)) state.updates.push("edited_message", replaced);
  return edited;
}

function asForwarded({ chat }: Room, message: ChatMessage): MessageDraft {
  return { ...forwardFields(message), sender_chat: chat, is_automatic_forward: true };
}

function forwardOf({ chat, linked }: Room, messageId: number): ChatMessage | undefined {
  return [...(linked?.messages.values() ?? [])].find(
    ({ is_automatic_forward: isAutomatic, forward_origin: origin }) =>
      isAutomatic === true &&
      origin?.type === "channel" &&
      origin.chat.id === chat.id &&
      origin.message_id === messageId,
  );
}

function contentOf(
  { text, caption }: { readonly text?: string; readonly caption?: string },
  { entities = [], preview, button }: PostOptions,
): MessageDraft {
  return {
    ...(text !== undefined && textFields(text, { entities })),
    ...(caption !== undefined && captionFields(caption, entities)),
    ...(preview !== undefined && { link_preview_options: { url: preview } }),
    ...(button && { reply_markup: { inline_keyboard: [[button]] } }),
  };
}
