import { z } from "zod";
import type { ChatMemory } from "../telegram/chat-memory.ts";
import { askRunningBot, type AnswerRequest } from "./control-socket.ts";
import type { Outbox } from "./outbox/outbox.ts";
import { chatLane } from "./outbox/owed-call.ts";

export type OnForget = (chatId: number, updateIds: readonly number[]) => void;

type Parts = {
  readonly outbox: Pick<Outbox, "drop">;
  readonly memory: ChatMemory;
  readonly updateIds: () => readonly number[];
  readonly onForget: OnForget | undefined;
};

/** What a running bot knew of a reader: conversations it remembered, answers it owed. */
const forgottenSchema = z.object({ conversations: z.number(), owed: z.number() });

type Forgotten = z.infer<typeof forgottenSchema>;

const REQUEST = /^forget (?<id>[1-9]\d{0,14})$/u;

/** Forgets a reader when a command asks for it. In a private chat, the chat's id is the reader's. */
export function forgetOnRequest({ outbox, memory, updateIds, onForget }: Parts): AnswerRequest {
  return (request) => {
    const id = Number(REQUEST.exec(request)?.groups?.["id"]);
    if (Number.isNaN(id)) return "";
    onForget?.(id, updateIds());
    const forgotten: Forgotten = {
      conversations: memory.forgetChat(id),
      owed: outbox.drop(chatLane(id)),
    };
    return JSON.stringify(forgotten);
  };
}

/** Has the bot that listens on a socket forget a reader; nothing if none does. */
export async function forgetInRunningBot(
  socketPath: string,
  id: number,
): Promise<Forgotten | "no-answer" | undefined> {
  const asked = await askRunningBot(socketPath, `forget ${id}`);
  if (asked.kind === "nobody") return undefined;
  if (asked.kind === "no-answer") return "no-answer";
  return forgottenSchema.parse(JSON.parse(asked.answer));
}
