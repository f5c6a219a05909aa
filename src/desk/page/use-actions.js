import { useRef, useState } from "./preact.js";
import { sendAction } from "./connection.js";

/** The second click of a double click is not meant. */
const DOUBLE_CLICK_MS = 300;
const CLICKS = new Set(["press", "start", "choose-inline"]);
/** Sooner, "Sending…" would only flicker. */
const BUSY_AFTER_MS = 400;

/** Sends actions; `act` resolves with the problem, if there is one. */
export function useActions() {
  const [problem, setProblem] = useState(undefined);
  const [isBusy, setBusy] = useState(false);
  const latest = useRef({ key: "", at: 0 });
  const actedAt = useRef(-Infinity);
  const act = async (action) => {
    const now = performance.now();
    const key = JSON.stringify(action);
    const { current: before } = latest;
    const isDouble = before.key === key && now - before.at < DOUBLE_CLICK_MS;
    if (isDouble && CLICKS.has(action.do)) return undefined;
    latest.current = { key, at: now };
    if (action.do !== "ask-inline") actedAt.current = now;

    const timer = setTimeout(() => setBusy(true), BUSY_AFTER_MS);
    const sentence = await sendAction(action);
    clearTimeout(timer);
    setBusy(false);
    // What failed may be tried again at once.
    if (sentence) latest.current = { key: "", at: 0 };
    setProblem(sentence && { sentence, action });
    return sentence;
  };
  return { act, actedAt, isBusy, problem, setProblem };
}
