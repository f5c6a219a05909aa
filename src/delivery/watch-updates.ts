import type { Update } from "grammy/types";
import type { Outcome } from "../answer/answer-question.ts";
import { ALLOWED_UPDATES, type Watch } from "../telegram/create-bot.ts";
import type { Observe } from "./delivery-event.ts";

/** Tells of each update when its handling begins and ends, with the answer it led to. */
export function watchUpdates(observe: Observe, now = () => performance.now()): Watch {
  const answers = new Map<Update, Outcome["answer"]>();
  return {
    onAnswer: (update, { answer }) => void answers.set(update, answer),
    async onUpdate({ update, chat }, next) {
      const began = now();
      const type = typeOf(update);
      let hasFailed = true;
      observe({ kind: "update-began", type });
      try {
        await next();
        hasFailed = false;
      } finally {
        const answer = answers.get(update);
        // Not left to the garbage collector, which takes long over many weak entries.
        answers.delete(update);
        observe({
          kind: "update-ended",
          updateId: update.update_id,
          chatId: chat?.id,
          type,
          verdict: hasFailed ? "failed" : (answer?.kind ?? "handled"),
          confidence: answer && "confidence" in answer ? answer.confidence : undefined,
          ms: now() - began,
        });
      }
    },
  };
}

/** One of a few names: what Telegram invents next is all `other`. */
function typeOf(update: Update): string {
  return ALLOWED_UPDATES.find((type) => update[type] !== undefined) ?? "other";
}
