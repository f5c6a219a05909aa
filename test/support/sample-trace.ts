import type { Trace } from "../../src/feedback/trace.ts";

/** The trace of an answer about the ferry. */
export function sampleTrace(of: Partial<Trace> = {}): Trace {
  return {
    id: "7f3k2q9w",
    question: "How much is a ticket?",
    language: "en",
    kind: "answered",
    verdict: "answered",
    confidence: 0.93,
    article: "harbour-ferry",
    shown: ["harbour-ferry/fares"],
    candidates: [
      { passage: "harbour-ferry/fares", score: 3.21 },
      { passage: "harbour-ferry/route", score: 0.4 },
    ],
    ...of,
  };
}
