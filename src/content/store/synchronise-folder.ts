import { setImmediate as nextTurn } from "node:timers/promises";
import type { Diagnostic } from "../../article/diagnostic.ts";
import type { Log } from "../../logging/log.ts";
import type { ArticleStore } from "./article-store.ts";
import { decideChange, type Decision } from "./decide-change.ts";
import { type FolderArticle, parseFolderArticle, readFolderArticles } from "./folder-articles.ts";
import type { KnownFolder } from "./known-folder.ts";
import type { ArticleWrite } from "./write-articles.ts";

export type SynchroniseParts = {
  readonly folder: string;
  readonly store: ArticleStore;
  readonly known: KnownFolder;
  readonly log: Log;
};

/** Written in one transaction, which takes some tenths of a second. */
const WRITES_AT_ONCE = 100;
const BYTES_AT_ONCE = 4_000_000;
/** Somebody else changed an article between reading and writing it; who loses as often tries again at the next change. */
const MAX_TRIES = 5;

/**
 * Brings what has changed in the folder to the database. An article with mistakes stays there as it is; its mistakes are returned.
 * Rejects if the database does not take it, and then what is not there yet comes the next time.
 */
export async function synchroniseFolder(parts: SynchroniseParts): Promise<readonly Diagnostic[]> {
  const { folder, known } = parts;
  let diagnostics: readonly Diagnostic[] = [];
  let conflicts: readonly string[] | undefined;
  for (let tries = 0; tries < MAX_TRIES && conflicts?.length !== 0; tries += 1) {
    // Read again after a conflict: somebody else may have read what was saved since.
    const inFolder = await readFolderArticles(folder);
    // It may not be mounted: nothing is withdrawn.
    if (inFolder.size === 0) return [];
    const slugs = conflicts ?? [...new Set([...inFolder.keys(), ...known.slugs()])];
    const round = await synchroniseArticles(slugs, inFolder, parts);
    if (!conflicts) diagnostics = round.diagnostics;
    ({ conflicts } = round);
  }
  known.setComplete();
  return diagnostics;
}

type Round = { readonly conflicts: string[]; readonly diagnostics: Diagnostic[] };

async function synchroniseArticles(
  slugs: readonly string[],
  inFolder: ReadonlyMap<string, FolderArticle>,
  { store, known, log }: SynchroniseParts,
): Promise<Round> {
  const round: Round = { conflicts: [], diagnostics: [] };
  const heads = await store.headsOf(slugs);
  let batch: ArticleWrite[] = [];
  let bytes = 0;

  async function writeBatch(): Promise<void> {
    const outcomes = await store.write(batch, "folder");
    for (const { slug, to } of batch) {
      if (outcomes.get(slug)?.kind === "conflict") round.conflicts.push(slug);
      else known.set(slug, to === "withdrawn" ? undefined : to.digest);
    }
    known.save();
    batch = [];
    bytes = 0;
  }

  for (const slug of slugs) {
    const found = inFolder.get(slug);
    const inDatabase = heads.get(slug);
    const before = known.get(slug);
    const isEarlierVersion =
      found !== undefined &&
      !known.isComplete() &&
      inDatabase !== undefined &&
      (inDatabase.digest === found.digest || (await store.wasOnce(slug, found.digest)));
    const compared = { inFolder: found?.digest, before, inDatabase, isEarlierVersion };
    const decision = decideChange(compared);
    tell(log, slug, decision);
    if (decision.kind === "withdraw")
      batch.push({ slug, expected: decision.expected, to: "withdrawn" });
    else if (decision.kind !== "write" || !found) known.set(slug, found?.digest);
    else {
      await nextTurn();
      const to = parseFolderArticle(found);
      if ("diagnostics" in to) round.diagnostics.push(...to.diagnostics);
      else {
        batch.push({ slug, expected: decision.expected, to });
        bytes += found.files.reduce((sum, { text }) => sum + text.length, 0);
      }
    }
    if (batch.length >= WRITES_AT_ONCE || bytes > BYTES_AT_ONCE) await writeBatch();
  }
  if (batch.length > 0) await writeBatch();
  return round;
}

/** What an editor would not expect. */
function tell(log: Log, slug: string, decision: Decision): void {
  if (decision.kind === "kept")
    log("an article whose file is gone stays, for it was changed elsewhere", { article: slug });
  if ("isOver" in decision && decision.isOver)
    log(
      "an article was changed both in the folder and elsewhere: the folder's is the latest version",
      {
        article: slug,
        replaced: decision.expected,
      },
    );
}
