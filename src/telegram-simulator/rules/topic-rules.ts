import { badRequest } from "./refusal.ts";
import type { ChatMessage, Room, SimulatorState } from "../state/state.ts";

type TopicFields = Pick<ChatMessage, "message_thread_id" | "is_topic_message">;

/**
 * The fields that put a message into a topic. A reply without a topic goes to the topic of the message it
 * replies to.
 */
export function acceptTopic(
  room: Room,
  named: number | undefined,
  repliedTo: Omit<ChatMessage, "reply_to_message"> | undefined,
): TopicFields {
  const topic = named ?? topicOf(repliedTo);
  if (topic === undefined) return threadOf(room, repliedTo);
  const isKnown = [...room.messages.values()].some(({ message_thread_id: id }) => id === topic);
  const end = room.endedTopics.get(topic);
  if (!isKnown || end === "deleted") throw badRequest("message thread not found");
  if (end === "closed") throw badRequest("TOPIC_CLOSED");
  return topicFields(topic);
}

function topicOf(message: TopicFields | undefined): number | undefined {
  return message?.is_topic_message === true ? message.message_thread_id : undefined;
}

/** In a supergroup, replies are a thread, named after the message that it begins with. */
export function threadOf(
  { chat }: Room,
  repliedTo: Omit<ChatMessage, "reply_to_message"> | undefined,
): TopicFields {
  if (chat.type !== "supergroup" || !repliedTo) return {};
  const { message_thread_id: thread, is_topic_message, message_id } = repliedTo;
  if (is_topic_message === true) return topicFields(thread ?? message_id);
  return { message_thread_id: thread ?? message_id };
}

/** A topic starts with the first message in it; the simulator needs no more of forums. */
function topicFields(topic: number): TopicFields {
  return { message_thread_id: topic, is_topic_message: true };
}

/** For users. In private chats, topics are an option of the bot (Bot API 9.3). */
export function enterTopic({ bot }: SimulatorState, { chat }: Room, topic: number): TopicFields {
  if (chat.type === "group") throw new Error("only a supergroup can be a forum");
  if (chat.type === "private" && !bot.has_topics_enabled) {
    throw new Error("this bot has no topics in private chats: create it with has_topics_enabled");
  }
  return topicFields(topic);
}

/** Deleting a topic deletes its messages. */
export function endTopic(room: Room, topic: number, end: "closed" | "deleted"): void {
  room.endedTopics.set(topic, end);
  if (end === "closed") return;
  for (const [id, message] of room.messages) {
    if (topicOf(message) === topic) room.messages.delete(id);
  }
}
