import type { Context } from "grammy";
import { plain } from "../replies/reply.ts";
import type { Wording } from "../wording/wording.ts";
import { sendReply } from "./send-reply.ts";

type Needed<Found> = {
  readonly found: Found;
  /** Stops the button from spinning, with a toast if there is something to say. */
  readonly answer: (toast?: string) => Promise<void>;
};

/**
 * Waits for what a press needs. If that takes long or fails, the reader is told so, and the button stops spinning. A
 * failure is still thrown, so that the press is handled again.
 */
export async function waitForPress<Found>(
  ctx: Context,
  wording: Wording,
  needed: Promise<Found>,
): Promise<Needed<Found>> {
  const inTime = await foundInTime(needed);
  if (inTime) {
    const answer = async (text?: string) =>
      void (await ctx.answerCallbackQuery(text === undefined ? {} : { text }));
    return { found: inTime.found, answer };
  }
  await ctx.answerCallbackQuery({ text: wording.replies.oneMoment });
  const found = await needed;
  return {
    found,
    async answer(text) {
      if (text !== undefined && ctx.chat) await sendReply(ctx, { text: plain(text), buttons: [] });
    },
  };
}

/** Whoever sees nothing happen for longer presses again. */
const PATIENCE_MS = 1500;

/** `undefined` if it takes long or fails. */
export async function foundInTime<Found>(
  needed: Promise<Found>,
): Promise<{ readonly found: Found } | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), PATIENCE_MS);
  });
  const found = needed.then(
    (value) => ({ found: value }),
    () => undefined,
  );
  try {
    return await Promise.race([found, late]);
  } finally {
    clearTimeout(timer);
  }
}
