/** An article in the folder, in the database, and as it was when the two were last compared. */
export type Compared = {
  /** Digest of its files; `undefined` if there are none. */
  readonly inFolder: string | undefined;
  /** Digest of its files the last time; `undefined` if there were none. */
  readonly before: string | undefined;
  readonly inDatabase:
    | { readonly version: number; readonly digest: string; readonly isWithdrawn: boolean }
    | undefined;
  /** Nothing is known of the last time, and the files are those of an earlier version. */
  readonly isEarlierVersion?: boolean;
};

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

/** Whether a change is the folder's or the database's is told from how the folder was the last time. */
export function decideChange({
  inFolder,
  before,
  inDatabase,
  isEarlierVersion = false,
}: Compared): Decision {
  if (inFolder === undefined) {
    if (before === undefined || !inDatabase || inDatabase.isWithdrawn) return { kind: "same" };
    if (inDatabase.digest !== before) return { kind: "kept" };
    return { kind: "withdraw", expected: inDatabase.version, isOver: false };
  }
  if (!inDatabase) return { kind: "write", expected: undefined, isOver: false };
  const isSame = inDatabase.digest === inFolder && !inDatabase.isWithdrawn;
  if (isSame) return { kind: "same" };
  if (before === inFolder || isEarlierVersion) return { kind: "behind" };
  const { version: expected, digest, isWithdrawn } = inDatabase;
  return { kind: "write", expected, isOver: !isWithdrawn && digest !== before };
}
