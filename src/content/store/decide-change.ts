/** An article in the folder, in the database, and as it was when the two were last compared. */
export type Compared = {
  /** Digest of its files; `undefined` if there are none. */
  readonly inFolder: string | undefined;
  /** Its files the last time, and the version in the database then; `undefined` if there were none. */
  readonly before: SeenArticle | undefined;
  readonly inDatabase:
    | { readonly version: number; readonly digest: string; readonly isWithdrawn: boolean }
    | undefined;
  /** Nothing is known of the last time, and the files are those of an earlier version. */
  readonly isEarlierVersion?: boolean;
};

export type SeenArticle = { readonly digest: string; readonly version: number };

export type Decision =
  | { readonly kind: "same" }
  /** The folder has what others have since changed, or withdrawn: theirs counts. */
  | { readonly kind: "behind" }
  | {
      readonly kind: "write" | "withdraw";
      readonly expected: number | undefined;
      /** Others have changed it, too; theirs stays as a version. */
      readonly isOver: boolean;
    }
  /** The file is gone, but others have changed it since: it stays. */
  | { readonly kind: "kept" };

/** How the folder was the last time shows which of the two has changed. */
export function decideChange({
  inFolder,
  before,
  inDatabase,
  isEarlierVersion = false,
}: Compared): Decision {
  if (inFolder === undefined) {
    if (before === undefined || !inDatabase || inDatabase.isWithdrawn) return { kind: "same" };
    if (inDatabase.digest !== before.digest) return { kind: "kept" };
    return { kind: "withdraw", expected: inDatabase.version, isOver: false };
  }
  if (!inDatabase) return { kind: "write", expected: undefined, isOver: false };
  const isSame = inDatabase.digest === inFolder && !inDatabase.isWithdrawn;
  if (isSame) return { kind: "same" };
  const { version: expected, digest, isWithdrawn } = inDatabase;
  const isUnchanged = before?.digest === inFolder || isEarlierVersion;
  // A backup that was restored has an earlier version than was seen.
  const isRestored = before !== undefined && expected < before.version;
  if (isUnchanged && !isRestored) return { kind: "behind" };
  return {
    kind: "write",
    expected,
    isOver: !isWithdrawn && !isRestored && digest !== before?.digest,
  };
}
