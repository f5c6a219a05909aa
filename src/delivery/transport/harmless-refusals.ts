import type { Transformer } from "grammy";

/** Telegram's refusals that change nothing for the reader. */
const HARMLESS = [
  // The message already looks as it was meant to.
  { method: /^edit/u, description: /message is not modified/u },
  // The reader's app has stopped waiting; what the button does can still be done.
  { method: /^answerCallbackQuery$/u, description: /query is too old|query ID is invalid/u },
];

/** Turns harmless refusals into success, so that handlers go on. */
export const acceptHarmlessRefusals: Transformer = async (prev, method, payload, signal) => {
  const response = await prev(method, payload, signal);
  if (response.ok || !isHarmless(method, response.description)) return response;
  // Both kinds of method may answer `true`.
  return Object.assign(response, { ok: true, result: true });
};

function isHarmless(method: string, description: string): boolean {
  return HARMLESS.some((one) => one.method.test(method) && one.description.test(description));
}
