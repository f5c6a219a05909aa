import type { Passage, Person } from "../../article/article.ts";
import { PIECES } from "./imported-hashes.ts";
import { matchPassages } from "./match-passages.ts";

/** What a second import did with a passage. */
export type PassageChange = {
  readonly kind:
    /** New on the page. */
    | "added"
    /** A new version of what an editor took out, which stays out. */
    | "left-out"
    /** Changed on the page, and here. */
    | "changed"
    /** Changed on the page, but an editor's version is kept. */
    | "kept"
    /** No longer on the page. */
    | "removed"
    /** No longer on the page, but kept, since an editor worked on it. */
    | "kept-though-gone";
  readonly text: string;
};

type Merged = {
  /** For each passage of the file, what takes its place; nothing if it is left out. */
  readonly replacements: ReadonlyMap<Passage, Passage | undefined>;
  /** Passages of the page that are new. */
  readonly added: ReadonlySet<Passage>;
  readonly matches: ReadonlyMap<Passage, Passage>;
  readonly changes: readonly PassageChange[];
};

export type MadeByImport = {
  /** Whether a piece is as import wrote it. */
  readonly isImported: (piece: string) => boolean;
  readonly publisher: Person | undefined;
  /** Whether a kept version is marked for review if the page has another one now. */
  readonly marksKept: boolean;
};

/** Decides what becomes of each passage. */
export function mergePassages(
  fresh: readonly Passage[],
  existing: readonly Passage[],
  made: MadeByImport,
): Merged {
  const { isImported } = made;
  const matches = matchPassages(fresh, existing);
  const replacements = new Map<Passage, Passage | undefined>();
  const added = new Set<Passage>();
  const changes: PassageChange[] = [];
  const matched = new Map([...matches].map(([page, file]) => [file, page]));

  for (const passage of existing) {
    const version = matched.get(passage);
    const merged = version ? newVersion(passage, version, made) : withoutVersion(passage, made);
    replacements.set(passage, merged.passage);
    if (merged.change) changes.push({ kind: merged.change, text: version?.text ?? passage.text });
  }
  const openings = new Set(existing.map(PIECES.opening));
  for (const passage of fresh) {
    // What was on the page before and is not in the file has been taken out by an editor.
    if (matches.has(passage) || isImported(PIECES.text(passage))) continue;
    const opening = PIECES.opening(passage);
    const isLeftOut = isImported(opening) && !openings.has(opening);
    if (!isLeftOut) added.add(passage);
    changes.push({ kind: isLeftOut ? "left-out" : "added", text: passage.text });
  }
  return { replacements, added, matches, changes };
}

type MergedPassage = {
  readonly passage: Passage | undefined;
  readonly change?: PassageChange["kind"];
};

/** The page has a version of the passage. */
function newVersion(
  passage: Passage,
  version: Passage,
  { isImported, publisher, marksKept }: MadeByImport,
): MergedPassage {
  const isSame = passage.text === version.text;
  const isUntouched = isImported(PIECES.passage(passage, publisher));
  // The id stays: links and buttons in chats contain it.
  if (isUntouched) {
    return { passage: { ...version, id: passage.id }, ...(!isSame && { change: "changed" }) };
  }
  if (isSame || isImported(PIECES.text(version))) return { passage };
  const hasOwnText = !isImported(PIECES.text(passage));
  if (hasOwnText || passage.spans) {
    const kept = marksKept ? { ...passage, needsReview: true as const } : passage;
    return { passage: kept, change: "kept" };
  }
  return { passage: { ...passage, text: version.text }, change: "changed" };
}

function withoutVersion(passage: Passage, { isImported, publisher }: MadeByImport): MergedPassage {
  if (isImported(PIECES.passage(passage, publisher)))
    return { passage: undefined, change: "removed" };
  const wasOnPage = isImported(PIECES.text(passage));
  return { passage, ...(wasOnPage && { change: "kept-though-gone" }) };
}
