import { referenceTo } from "../../article/reference-to.ts";
import type {
  ActionOutcome,
  ArticleReport,
  DraftAction,
  ImportProgress,
  Newsroom,
  RefusedAction,
} from "../../telegram/newsroom.ts";
import { type ArticleRef, articlesIn, type ArticleState, type Folders } from "./article-folders.ts";
import type { ArticleView } from "./article-view.ts";
import type { openDesk } from "./open-desk.ts";
import type { OpenedArticle } from "./open-article.ts";

export type NewsroomParts = Pick<Newsroom, "deskUrl" | "onError"> & {
  /** Telegram user ids. */
  readonly editors: readonly number[];
  readonly folders: Folders;
  readonly desk: Pick<ReturnType<typeof openDesk>, "editorial" | "importDraft">;
  /** Called after the published articles have changed. Says whether the bot answers accordingly. */
  readonly onPublished: () => Promise<boolean>;
};

/** The desk as editors have it in their chat with the bot. */
export function openNewsroom(parts: NewsroomParts): Newsroom {
  const { editors, deskUrl, onError } = parts;
  return {
    editors: new Set(editors),
    deskUrl,
    onError,
    importLink: (url, by) => importLink(url, by, parts),
    act: (action, by) => act(action, by, parts),
  };
}

async function* importLink(
  url: string,
  by: string,
  { desk, onPublished }: NewsroomParts,
): AsyncGenerator<ImportProgress> {
  for await (const event of desk.importDraft({ url }, by)) {
    if ("step" in event) {
      yield { kind: "step", step: event.phase === "reading" ? "fetching" : "attributing" };
    } else if ("why" in event) {
      yield { kind: "failed", why: event.cause ?? "no-article" };
    } else {
      const { ref, isUpdate, about } = event;
      const isTakenUp = ref.state === "draft" || (await onPublished());
      const remarks = [...about, ...(isTakenUp ? [] : (["not-taken-up"] as const))];
      const article = reportOf(desk.editorial.open(ref));
      yield article
        ? { kind: "imported", article, isUpdate, remarks }
        : { kind: "failed", why: "not-saved" };
    }
  }
}

/** Where an action finds its article. */
const FROM: Readonly<Record<DraftAction["act"], ArticleState>> = {
  publish: "draft",
  discard: "draft",
  withdraw: "published",
};

function act(action: DraftAction, by: string, parts: NewsroomParts): ActionOutcome {
  const { desk, folders } = parts;
  const from = FROM[action.act];
  const ref = findArticle(folders, from, action.of);
  const other = findArticle(folders, from === "draft" ? "published" : "draft", action.of);
  const found = ref ?? other;
  const article = found && reportOf(desk.editorial.open(found));
  if (!article) return { kind: "gone" };
  if (!ref) return { kind: action.act === "discard" ? "changed" : "already", article };
  // Readers get what the editor saw; withdrawing takes nothing to readers.
  if (from === "draft" && article.version !== action.version) return { kind: "changed", article };
  return carryOut(action.act, ref, { by, article, parts });
}

type Press = {
  readonly by: string;
  readonly article: ArticleReport;
  readonly parts: NewsroomParts;
};

function carryOut(
  what: DraftAction["act"],
  ref: ArticleRef,
  { by, article, parts }: Press,
): ActionOutcome {
  const { desk, folders, onPublished, onError } = parts;
  const refused = (why: RefusedAction) => ({ kind: "refused", why, article }) as const;
  if (what === "publish" && article.hasMistakes) return refused("mistakes");
  if (what === "publish" && isEmbargoed(desk.editorial.open(ref))) return refused("embargoed");
  try {
    const outcome = desk.editorial[what === "discard" ? "discard" : "move"](ref, by);
    if (outcome.kind === "refused" && outcome.isDisk === true) return refused("not-saved");
    if (outcome.kind !== "done") return refused(whyNot(what, folders));
    const isTakenUp = what === "discard" ? Promise.resolve(true) : onPublished();
    return { kind: "done", article: reportOf(outcome.opened) ?? article, isTakenUp };
  } catch (error) {
    onError(error);
    return refused("not-saved");
  }
}

function isEmbargoed(opened: OpenedArticle | undefined): boolean {
  return Date.parse(opened?.article?.embargo ?? "") > Date.now();
}

function whyNot(what: DraftAction["act"], folders: Folders): RefusedAction {
  if (what === "discard") return "not-saved";
  const isOnly = what === "withdraw" && articlesIn(folders, "published").length === 1;
  return isOnly ? "only-article" : "name-taken";
}

function findArticle(folders: Folders, state: ArticleState, of: string): ArticleRef | undefined {
  return articlesIn(folders, state).find(({ name }) => referenceTo(name) === of);
}

function reportOf(opened: OpenedArticle | undefined): ArticleReport | undefined {
  if (!opened) return undefined;
  const { name, state, version, article, mistakes } = opened;
  return {
    of: referenceTo(name),
    version: referenceTo(version),
    state,
    name,
    title: article?.title ?? name,
    ...countSpeakers(article),
    uncertain: article?.forReview ?? 0,
    hasMistakes: mistakes.length > 0,
  };
}

function countSpeakers(article: ArticleView | undefined): Pick<ArticleReport, "speakers" | "own"> {
  const passages = article?.sections.flatMap((section) => section.passages) ?? [];
  const said = passages.flatMap(({ sentences }) => sentences).map(({ speaker }) => speaker);
  const speakers = (article?.people ?? [])
    .map(({ id, name }) => ({ name, sentences: said.filter((speaker) => speaker === id).length }))
    .filter(({ sentences }) => sentences > 0)
    .toSorted((one, other) => other.sentences - one.sentences);
  return { speakers, own: said.filter((speaker) => speaker === null).length };
}
