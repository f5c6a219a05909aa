import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import {
  type ArticleRef,
  articlesIn,
  filesOfArticle,
  moveArticle,
  pathOf,
  articleText,
} from "./article-folders.ts";
import type { EditorialState, DeskOutcome } from "./editorial.ts";
import { refusalOfDisk } from "../../files/move-whole.ts";
import { codeOf } from "../../logging/describe-error.ts";
import { openArticle, readFile } from "./open-article.ts";

/** Publishes a draft, or withdraws an article, which becomes a draft again. */
export function moveFile(state: EditorialState, ref: ArticleRef, by: string): DeskOutcome {
  const { folders, journal } = state;
  const refuse = (why: string, isDisk = false): DeskOutcome => {
    const opened = openArticle(state, ref);
    return { kind: "refused", why, opened, ...(isDisk && { isDisk }) };
  };
  const why = whyNotMoved(state, ref);
  if (why !== undefined) return refuse(why);
  try {
    const inTheWay = moveArticle(folders, ref);
    if (inTheWay !== undefined) return refuse(whyInTheWay(inTheWay));
  } catch (error) {
    if (codeOf(error) === undefined) throw error;
    return refuse(`${ref.name} stays where it was: ${refusalOfDisk(error)}. ${ASK_OPERATOR}`, true);
  }
  const isDraft = ref.state === "draft";
  const moved = { ...ref, state: isDraft ? ("published" as const) : ("draft" as const) };
  const did = isDraft ? "publish" : "withdraw";
  journal.add({ at: state.at(), by, did, ...moved, what: "" });
  return { kind: "done", opened: openArticle(state, moved) };
}

/** Mistakes do not get to readers. A published file that has one may be withdrawn all the same. */
function whyNotMoved(state: EditorialState, ref: ArticleRef): string | undefined {
  const read = readFile(state, ref);
  if (ref.state === "draft") return "why" in read ? read.why : undefined;
  if (pathOf(state.folders, ref) === undefined) return "why" in read ? read.why : undefined;
  return articlesIn(state.folders, "published").length < 2 ? LAST_ONE : undefined;
}

const LAST_ONE =
  "This is the only article: the bot would have nothing to answer from. Publish another one first.";

function whyInTheWay(name: string): string {
  return `A file ${name} is there already: rename one of the two.`;
}

const ASK_OPERATOR = "Ask the bot's operator to help.";

/** Deletes a draft with its translations and golden questions, of which the next one of that name has nothing. */
export function discardDraft(state: EditorialState, ref: ArticleRef, by: string): DeskOutcome {
  const { folders, journal } = state;
  const found = articleText(folders, ref);
  const why =
    ref.state === "published" ? WITHDRAW_FIRST : "problem" in found ? found.problem : undefined;
  if (why !== undefined) return { kind: "refused", why, opened: openArticle(state, ref) };
  for (const name of filesOfArticle(folders, ref)) {
    const path = join(folders.draft, name);
    const before = journal.keep(readFileSync(path, "utf8"));
    rmSync(path);
    journal.add({ at: state.at(), by, did: "discard", ...ref, name, what: "", before });
  }
  return { kind: "done", opened: undefined };
}

const WITHDRAW_FIRST = "Only a draft can be discarded: withdraw the article first.";
