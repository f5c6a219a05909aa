import { onTestFinished } from "vitest";
import { z } from "zod";
import {
  type SimulatorOptions,
  type TelegramSimulator,
  startTelegramSimulator,
} from "../../src/telegram-simulator/telegram-simulator.ts";
import type { SimulatedUser } from "../../src/telegram-simulator/users/simulated-user.ts";

export type OpenBotApi = {
  readonly api: TelegramSimulator;
  /** A reader who has started the bot. */
  readonly user: SimulatedUser;
  /** Calls a method and returns the raw response. */
  readonly call: (method: string, payload?: object) => Promise<ApiAnswer>;
  /** `sendMessage` to the reader. */
  readonly send: (payload: object) => Promise<ApiAnswer>;
};

/** Looser than Telegram's type: a test may look at any field. */
const apiAnswer = z.object({
  ok: z.boolean(),
  result: z.unknown().exactOptional(),
  error_code: z.number().exactOptional(),
  description: z.string().exactOptional(),
  parameters: z.looseObject({}).exactOptional(),
});

export type ApiAnswer = z.output<typeof apiAnswer>;

/** A local Bot API without a bot: the test plays the bot. Closed when the test ends. */
export async function openBotApi(options: SimulatorOptions = {}): Promise<OpenBotApi> {
  const api = await startTelegramSimulator(options);
  onTestFinished(api.close);
  const user = api.simulateUser(api.createUser());
  user.start();
  const call = async (method: string, payload: object = {}) => callMethod(api, method, payload);
  const { update_id: last = 0 } = api.pending().at(-1) ?? {};
  await call("getUpdates", { offset: last + 1 });
  return {
    api,
    user,
    call,
    send: (payload) => call("sendMessage", { chat_id: user.chat.id, ...payload }),
  };
}

async function callMethod(
  { url, token }: Pick<TelegramSimulator, "url" | "token">,
  method: string,
  payload: object,
): Promise<ApiAnswer> {
  const response = await fetch(`${url}/bot${token}/${method}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(payload),
  });
  return apiAnswer.parse(await response.json());
}

export function refused(description: string, code = 400): ApiAnswer {
  return { ok: false, error_code: code, description };
}

export const badRequest = (reason: string): ApiAnswer => refused(`Bad Request: ${reason}`);
