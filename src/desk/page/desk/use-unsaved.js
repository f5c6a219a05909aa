import { useRef, useState } from "./preact.js";

/** Where the browser keeps it: neither a refusal, nor a walk to another article, nor a closed page loses it. */
const STORE = "unsaved";

/**
 * What was typed and is not saved: by article, then by what it belongs to, its texts and what was `seen` when they were
 * begun.
 */
export function useUnsaved() {
  const [all, setAll] = useState(read);
  const latest = useRef(all);
  const put = (name, key, draft) => {
    const { [key]: _old, ...others } = latest.current[name] ?? {};
    const drafts = draft ? { ...others, [key]: draft } : others;
    const { [name]: _drafts, ...rest } = latest.current;
    latest.current = Object.keys(drafts).length > 0 ? { ...rest, [name]: drafts } : rest;
    write(latest.current);
    setAll(latest.current);
  };
  return (name) => ({
    drafts: all[name] ?? {},
    of: (key) => latest.current[name]?.[key],
    type(key, seen, values) {
      const old = latest.current[name]?.[key];
      put(name, key, { seen, ...old, values: { ...old?.values, ...values } });
    },
    /** These texts are saved; what was typed since is not. */
    settle(key, sent) {
      const old = latest.current[name]?.[key];
      const left = Object.entries(old?.values ?? {}).filter(
        ([field, text]) => sent[field] !== text,
      );
      if (!old) return;
      if (left.length === 0) return put(name, key, undefined);
      const { why: _why, field: _field, ...rest } = old;
      put(name, key, { ...rest, values: Object.fromEntries(left) });
    },
    refuse(key, reason) {
      const old = latest.current[name]?.[key];
      if (old) put(name, key, { ...old, ...reason });
    },
    /** The editor's own change of the same thing is not somebody else's. */
    follow(key, from, to) {
      const old = latest.current[name]?.[key];
      if (old?.seen === from) put(name, key, { ...old, seen: to });
    },
    lost: (why) =>
      Object.entries(latest.current[name] ?? {}).flatMap(([key, draft]) =>
        draft.why === why ? key : [],
      ),
    forgetAll() {
      for (const key of Object.keys(latest.current[name] ?? {})) put(name, key, undefined);
    },
  });
}

function read() {
  try {
    return JSON.parse(localStorage.getItem(STORE)) ?? {};
  } catch {
    return {};
  }
}

/** A browser may refuse to keep anything; then it is kept as long as the page is open. */
function write(all) {
  try {
    localStorage.setItem(STORE, JSON.stringify(all));
  } catch {
    // Nothing else can be done here.
  }
}
