import { useEffect, useState } from "./preact.js";
import { TAB } from "./connection.js";

const NOTICE_MS = 4000;

/** A short notice that goes away by itself or by Esc: the bot's to this tab's presses, or the page's own. */
export function useNotice(state) {
  const [notice, setNotice] = useState("");
  const latest = state?.toasts.findLast(({ tab }) => tab === TAB);
  useEffect(() => {
    if (latest) setNotice(latest.text);
  }, [latest?.id]);
  useEffect(() => {
    if (notice === "") return undefined;
    const close = () => setNotice("");
    const closeByKey = ({ key }) => key === "Escape" && close();
    const timer = setTimeout(close, NOTICE_MS);
    document.addEventListener("keydown", closeByKey);
    return () => {
      clearTimeout(timer);
      document.removeEventListener("keydown", closeByKey);
    };
  }, [notice]);
  return [notice, setNotice];
}

/** Resolves with what to tell the reader. */
export async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
    return "Copied";
  } catch {
    return "The browser does not allow copying here.";
  }
}
