import type { Api } from "grammy";
import { z } from "zod";
import { saysCannotBeEdited } from "../../telegram/handlers/send-reply.ts";
import type { GrammySignal } from "../transport/grammy-signal.ts";
import type { Call, OwedCall } from "./owed-call.ts";

/** Makes a call by its name; returns Telegram's answer, or throws as grammY does. */
export function makeCall(
  api: Api,
  { method, payload }: Call,
  signal?: GrammySignal,
): Promise<unknown> {
  return Reflect.get(api.raw, method)(payload, signal);
}

const sentMessage = z.object({ message_id: z.number() });

/** The id of the message that a call sent or edited, if its answer has one. */
export function messageIdIn(answer: unknown): number | undefined {
  return sentMessage.safeParse(answer).data?.message_id;
}

/** The stand-in id that a call uses for a message that was still owed. */
function standInOf({ payload }: Call): number | undefined {
  const { message_id: id } = payload;
  return typeof id === "number" && id < 0 ? id : undefined;
}

/** The call with the real message id instead of the stand-in. */
export function withMessageId<Made extends Call>(
  call: Made,
  messageIdOf: (standIn: number) => Promise<number | undefined>,
): WithMessageId<Made> | Promise<WithMessageId<Made>> {
  const standIn = standInOf(call);
  return standIn === undefined ? call : replaceStandIn(call, messageIdOf(standIn));
}

type WithMessageId<Made extends Call> = Made | (Omit<Made, keyof Call> & Call);

async function replaceStandIn<Made extends Call>(
  call: Made,
  known: Promise<number | undefined>,
): Promise<WithMessageId<Made>> {
  const messageId = await known;
  if (messageId === undefined) return asNewMessage(call);
  return { ...call, payload: { ...call.payload, message_id: messageId } };
}

/** Whether the reader has deleted the message to edit. */
export function isMessageGone(error: unknown, { method }: OwedCall): boolean {
  return method === "editMessageText" && saysCannotBeEdited(error);
}

/** An edit of a message that is gone becomes a new message. */
export function asNewMessage<Made extends Call>(call: Made): Omit<Made, keyof Call> & Call {
  const { message_id: _gone, ...payload } = call.payload;
  return { ...call, method: "sendMessage", payload };
}
