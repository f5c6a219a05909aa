import { useEffect, useRef } from "./preact.js";

/** j and k walk, Enter confirms, a digit gives the sentence to a speaker, s finds one, u undoes, Esc leaves the sentence. */
export function useReviewKeys(actions) {
  const latest = useRef(actions);
  latest.current = actions;
  useEffect(() => {
    const press = (event) => {
      const { key, target } = event;
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      if (isTyping(target)) return void (key === "Escape" && target.blur());
      const { walk, confirm, undo, give, find, leave } = latest.current;
      const action = /^\d$/u.test(key)
        ? () => give(Number(key))
        : { j: () => walk(1), k: () => walk(-1), u: undo, s: find, Escape: leave }[key];
      const isButton = target.closest?.("button, a, summary, input") !== null;
      if (action) action();
      else if (key === "Enter" && !isButton) confirm();
      else return;
      event.preventDefault();
    };
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, []);
}

/** A press on a radio button or a checkbox leaves the focus there, and the keys go on. */
function isTyping({ tagName, type }) {
  if (tagName === "INPUT") return type !== "radio" && type !== "checkbox";
  return ["TEXTAREA", "SELECT"].includes(tagName);
}
