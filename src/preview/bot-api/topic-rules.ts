import { badRequest } from "./refusal.ts";
import type { ChatMessage, Room } from "./telegram.ts";

type TopicFields = Pick<ChatMessage, "message_thread_id" | "is_topic_message">;

/** The fields of a message that stands in a topic of a forum, or Telegram's refusal. */
export function acceptTopic({ messages }: Room, topic: number | undefined): TopicFields {
  if (topic === undefined) return {};
  const isKnown = [...messages.values()].some(({ message_thread_id: id }) => id === topic);
  if (!isKnown) throw badRequest("message thread not found");
  return topicFields(topic);
}

/** What a user writes in a topic opens it: nothing more of forums is needed here. */
export function topicFields(topic: number): TopicFields {
  return { message_thread_id: topic, is_topic_message: true };
}
