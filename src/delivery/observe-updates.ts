import type { Update } from "grammy/types";
import type { Outcome } from "../answer/answer-question.ts";
import { ALLOWED_UPDATES, type Instrumentation } from "../telegram/create-bot.ts";
import type { Observe } from "./delivery-event.ts";

/** Reports when the handling of each update starts and ends, and the answer it led to. */
export function observeUpdates(observe: Observe, now = () => performance.now()): Instrumentation {
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
        // Deleted here, since garbage collection is slow with many weak entries.
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

/** One of a fixed set of names: any new kind of update is `other`. */
function typeOf(update: Update): string {
  return ALLOWED_UPDATES.find((type) => update[type] !== undefined) ?? "other";
}
