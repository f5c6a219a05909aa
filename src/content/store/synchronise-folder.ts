import { setImmediate as nextTurn } from "node:timers/promises";
import type { Diagnostic } from "../../article/diagnostic.ts";
import type { Log } from "../../logging/log.ts";
import { databaseProblem } from "../../database/database-problem.ts";
import type { ArticleHead, ArticleStore } from "./article-store.ts";
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
const SIZE_AT_ONCE = 4_000_000;
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
  const writing = batchWrites({ store, known, round });
  for (const slug of slugs) {
    const found = inFolder.get(slug);
    const inDatabase = heads.get(slug);
    const decision = decideChange({
      inFolder: found?.digest,
      before: known.get(slug),
      inDatabase,
      isEarlierVersion: await isEarlierVersion(slug, found, inDatabase, { store, known }),
    });
    tell(log, slug, decision);
    if (decision.kind === "withdraw") {
      await writing.add({ slug, expected: decision.expected, to: "withdrawn" });
    } else if (decision.kind === "write" && found) {
      await nextTurn();
      const to = parseFolderArticle(found);
      if ("diagnostics" in to) round.diagnostics.push(...to.diagnostics);
      else await writing.add({ slug, expected: decision.expected, to });
    } else {
      known.set(slug, found && inDatabase && { ...inDatabase, digest: found.digest });
    }
  }
  await writing.flush();
  return round;
}

/** Only as long as nothing is known of the folder: later, it would be an edit. */
async function isEarlierVersion(
  slug: string,
  found: FolderArticle | undefined,
  head: ArticleHead | undefined,
  { store, known }: Pick<SynchroniseParts, "store" | "known">,
): Promise<boolean> {
  if (!found || !head || known.isComplete()) return false;
  return head.digest === found.digest || store.wasOnce(slug, found.digest);
}

type Writing = Pick<SynchroniseParts, "store" | "known"> & { readonly round: Round };

/** Writes many articles at once. */
function batchWrites({ store, known, round }: Writing) {
  let batch: ArticleWrite[] = [];
  let size = 0;

  async function write(writes: readonly ArticleWrite[]): Promise<void> {
    const outcomes = await store.write(writes, "folder");
    for (const { slug, to } of writes) {
      const outcome = outcomes.get(slug);
      if (outcome?.kind !== "written") round.conflicts.push(slug);
      else
        known.set(
          slug,
          to === "withdrawn" ? undefined : { digest: to.digest, version: outcome.version },
        );
    }
    known.save();
  }

  /** What the database refuses in one article does not keep the others out. */
  async function writeEach(writes: readonly ArticleWrite[]): Promise<void> {
    for (const one of writes) {
      try {
        await write([one]);
      } catch (error) {
        const { kind, code } = databaseProblem(error);
        if (kind !== "fault" || one.to === "withdrawn") throw error;
        const message = `the database refuses this article (${code}): undo the last change`;
        round.diagnostics.push({ file: one.to.files[0]?.path ?? one.slug, line: 1, message });
      }
    }
  }

  async function flush(): Promise<void> {
    const writes = batch;
    batch = [];
    size = 0;
    if (writes.length === 0) return;
    try {
      await write(writes);
    } catch (error) {
      if (databaseProblem(error).kind !== "fault") throw error;
      await writeEach(writes);
    }
  }

  return {
    flush,
    async add(one: ArticleWrite): Promise<void> {
      batch.push(one);
      if (one.to !== "withdrawn")
        size += one.to.files.reduce((sum, { text }) => sum + text.length, 0);
      if (batch.length >= WRITES_AT_ONCE || size > SIZE_AT_ONCE) await flush();
    },
  };
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
