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
          verdict: hasFailed ? "failed" : nameOf(answer),
          confidence: answer && "confidence" in answer ? answer.confidence : undefined,
          ms: now() - began,
        });
      }
    },
  };
}

/** The kind of an answer; if unsure, whether it is `closest` or `near`. */
function nameOf(answer: Outcome["answer"] | undefined): string {
  return answer?.kind === "unsure" ? answer.verdict : (answer?.kind ?? "handled");
}

/** One of a fixed set of names: any new kind of update is `other`. */
function typeOf(update: Update): string {
  return ALLOWED_UPDATES.find((type) => update[type] !== undefined) ?? "other";
}
