import { type Api, GrammyError } from "grammy";
import { z } from "zod";
import type { GrammySignal } from "../transport/grammy-signal.ts";
import type { Call, OwedCall } from "./owed-call.ts";

/** Makes a call by its name; gives what Telegram answers, or throws as grammY does. */
export function makeCall(
  api: Api,
  { method, payload }: Call,
  signal?: GrammySignal,
): Promise<unknown> {
  return Reflect.get(api.raw, method)(payload, signal);
}

const sentMessage = z.object({ message_id: z.number() });

/** The id of the message that a call has sent or edited, where its answer has one. */
export function messageIdIn(answer: unknown): number | undefined {
  return sentMessage.safeParse(answer).data?.message_id;
}

/** The message that a call wants to change, where it was sent late and has only a stand-in for its id. */
function standInOf({ payload }: Call): number | undefined {
  const { message_id: id } = payload;
  return typeof id === "number" && id < 0 ? id : undefined;
}

/** The call with the id of the message in the place of its stand-in. */
export function addressed<Made extends Call>(
  call: Made,
  messageIdOf: (standIn: number) => Promise<number | undefined>,
): Readdressed<Made> | Promise<Readdressed<Made>> {
  const standIn = standInOf(call);
  return standIn === undefined ? call : readdressed(call, messageIdOf(standIn));
}

type Readdressed<Made extends Call> = Made | (Omit<Made, keyof Call> & Call);

async function readdressed<Made extends Call>(
  call: Made,
  known: Promise<number | undefined>,
): Promise<Readdressed<Made>> {
  const messageId = await known;
  if (messageId === undefined) return asNewMessage(call);
  return { ...call, payload: { ...call.payload, message_id: messageId } };
}

const NOT_TO_BE_EDITED = /message to edit not found|message can't be edited/u;

/** Whether a reader has deleted the message that was to be edited. */
export function isMessageGone(error: unknown, { method }: OwedCall): boolean {
  return (
    method === "editMessageText" &&
    error instanceof GrammyError &&
    NOT_TO_BE_EDITED.test(error.description)
  );
}

/** What was to be edited into a message that is gone, as a message of its own. */
export function asNewMessage<Made extends Call>(call: Made): Omit<Made, keyof Call> & Call {
  const { message_id: _gone, ...payload } = call.payload;
  return { ...call, method: "sendMessage", payload };
}
