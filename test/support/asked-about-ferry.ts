import type { LoggedQuestion } from "./question-log-of.ts";

const DAY_MS = 24 * 60 * 60_000;
const MISSED = { kind: "not-covered", verdict: "nothing", shown: [] };
const FERRY = { within: "harbour-ferry", article: "harbour-ferry" };

/** What readers asked about the ferry in the last days, with and without a good answer. */
export function askedAboutFerry(): LoggedQuestion[] {
  const evening = "How many evening trips could people not make?";
  return [
    { ...FERRY, ask: "When does the ship leave?", at: ago(9), vote: "good" },
    { ...FERRY, ask: "What do the islanders fear?", at: ago(9) },
    { ...FERRY, ...MISSED, ask: "Is there a sauna on the ferry?", at: ago(9) },
    { ...FERRY, ...MISSED, ask: "is there a sauna on the ferry", at: ago(5) },
    { ...FERRY, ...MISSED, ask: "Is there a sauna on the ferry?", at: ago(2) },
    { ...FERRY, ...MISSED, ask: "How much is the boat for pensioners?", at: ago(5) },
    { ...FERRY, ...MISSED, ask: "what does the boat cost for pensioners", at: ago(2) },
    { ...FERRY, ...MISSED, ask: "When will the steamer arrive?", at: ago(2) },
    { ...FERRY, ask: evening, at: ago(5), vote: "wrong-person" },
    { ...FERRY, ask: evening.toLowerCase(), at: ago(2), vote: "wrong-person" },
    { ...FERRY, ...MISSED, ask: "How much is a single ticket?", at: ago(5) },
    { ...MISSED, ask: "Will bitcoin go up?", at: ago(2), candidates: [] },
  ];
}

function ago(days: number): string {
  return new Date(Date.now() - days * DAY_MS).toISOString();
}
