import { useEffect, useRef, useState } from "./preact.js";
import { askDesk, LOST, withoutLost } from "./api.js";
import { keyOf, seenByKey, typedAbout } from "./subjects.js";

/** How often the page looks whether the file was saved elsewhere. */
const REFRESH_MS = 3000;

/** An article as the server last had it, and everything that can be done to it, one after another. */
export function useArticle({ address, unsaved, setNotice, setHasChat, open }) {
  const [opened, setOpened] = useState(undefined);
  const [isBusy, setBusy] = useState(false);
  const latest = useRef(undefined);
  const queue = useRef(Promise.resolve());
  const waiting = useRef(0);
  /** The editor's own changes: what was seen before, and after. */
  const steps = useRef([]);
  /** By key: what is being saved. */
  const saving = useRef(new Map());

  /** Each waits for the one before, and builds on what that has left. */
  const inTurn = (work) => {
    waiting.current += 1;
    setBusy(true);
    const turn = queue.current.then(work).finally(() => {
      waiting.current -= 1;
      setBusy(waiting.current > 0);
    });
    queue.current = turn.catch(() => {});
    return turn;
  };
  const take = (answer) => {
    if (answer.hasChat !== undefined) setHasChat(answer.hasChat);
    if (answer.opened) {
      latest.current = answer.opened;
      setOpened(answer.opened);
    }
    if (answer.gone) open(undefined);
  };
  const tell = ({ why = "" }) => setNotice(why);

  /** What could not be saved because the desk was away. */
  const saveAgain = () => {
    for (const key of unsaved.lost(LOST)) void save(key);
  };

  useEffect(() => {
    const look = async () => {
      const { version } = latest.current ?? {};
      const answer = await askDesk({ do: "open", ref: address, ...(version && { version }) });
      if (isOver) return;
      take(answer);
      if (answer.gone) setNotice(`${address.name} is no longer here: ${GONE[address.state]}`);
      else setNotice((notice) => answer.why ?? withoutLost(notice));
      if (answer.why === undefined) saveAgain();
    };
    const refresh = () => {
      if (!document.hidden && waiting.current === 0) queue.current = queue.current.then(look);
    };
    let isOver = false;
    refresh();
    const timer = setInterval(refresh, REFRESH_MS);
    return () => {
      isOver = true;
      clearInterval(timer);
    };
  }, []);

  /** What the editor has seen, as it is after their own changes since. */
  const seenNow = (seen, from) =>
    steps.current.slice(from).reduce((now, step) => (step.from === now ? step.to : now), seen);

  /** If nobody else saved meanwhile, everything that differs is the editor's own change. */
  const noteOwn = (before, answer, changed) => {
    const [old, now] = [before, answer.opened].map((one) => seenByKey(one?.article ?? EMPTY));
    const isAllOwn = answer.before === before?.version;
    const own = isAllOwn ? [...old].map(([key, seen]) => ({ key, from: seen })) : [changed];
    for (const { key, from } of own) {
      const to = now.get(key);
      if (from === to || from === undefined || to === undefined) continue;
      steps.current.push({ from, to });
      unsaved.follow(key, from, to);
    }
  };

  const ask = async (request, changed = {}) => {
    const before = latest.current;
    const answer = await askDesk({ ...request, ref: address });
    if (answer.why === undefined && answer.opened) noteOwn(before, answer, changed);
    take(answer);
    return answer;
  };
  const act = (request) =>
    inTurn(async () => {
      const answer = await ask(request);
      tell(answer);
      return answer.why === undefined;
    });
  /** An edit of what the editor sees now. */
  const edit = (change) => {
    const key = keyOf(change);
    const seen = seenByKey(latest.current.article).get(key) ?? "";
    const from = steps.current.length;
    return inTurn(async () => {
      const now = seenNow(seen, from);
      const answer = await ask({ do: "edit", seen: now, edit: change }, { key, from: now });
      tell(answer);
      return answer.why === undefined;
    });
  };
  /** Saves what was typed about something. What is refused stays there, with the reason. */
  const save = (key) => {
    const { values } = unsaved.of(key) ?? {};
    const last = saving.current.get(key);
    // Enter leaves the field and presses the button at once, which is one save.
    if (last && last.values === values) return last.saved;
    const saved = saveInTurn(key).finally(() => saving.current.delete(key));
    saving.current.set(key, { values, saved });
    return saved;
  };
  const saveInTurn = (key) =>
    inTurn(async () => {
      const draft = unsaved.of(key);
      const subject = latest.current?.article && typedAbout(latest.current.article, key);
      if (!draft || !subject) return true;
      const change = subject.edit({ ...subject.saved, ...draft.values });
      const { seen } = draft;
      const answer = await ask({ do: "edit", seen, edit: change }, { key, from: seen });
      if (answer.why === undefined) {
        unsaved.settle(key, draft.values);
        tell(answer);
        return true;
      }
      const now = latest.current?.article && typedAbout(latest.current.article, key);
      unsaved.refuse(key, { why: answer.why, field: answer.field, seen: now?.seen ?? seen });
      if (!document.getElementById(`form-${key}`)) tell({ why: `Not saved: ${answer.why}` });
      return false;
    });

  const typing = {
    subject: (key) => opened?.article && typedAbout(opened.article, key),
    draft: (key) => unsaved.drafts[key],
    type: (key, values) =>
      unsaved.type(key, typedAbout(latest.current.article, key)?.seen ?? "", values),
    save,
  };
  /** Also between an answer and the page that shows it. */
  const now = () => latest.current;
  return { opened, now, isBusy, act, edit, typing };
}

const EMPTY = {
  sections: [],
  people: [],
  questions: { seen: undefined },
  about: { seen: undefined },
};

const GONE = {
  draft: "somebody has published, discarded or renamed it.",
  published: "somebody has withdrawn or renamed it.",
};
