import {
  askReaders,
  isPassedOff,
  isRightAsShown,
  readerFigures,
  tradeOffs,
  type AskedByReader,
  type ReaderFigures,
} from "../evaluation/evaluate-readers.ts";
import type { ReaderSet } from "../evaluation/reader-questions.ts";
import { inColumns } from "./columns.ts";

type Column = readonly [
  title: string,
  share: keyof ReaderFigures,
  of: "answerable" | "absent" | "spoken",
];

const COLUMNS: readonly Column[] = [
  ["first", "firstShown", "answerable"],
  ["of three", "amongThreeShown", "answerable"],
  ["first, right speaker", "firstAndSpeaker", "spoken"],
  ["ranked first", "firstRanked", "answerable"],
  ["of three", "amongThreeRanked", "answerable"],
  ["denied", "denied", "answerable"],
  ["as near", "shownAsNear", "answerable"],
  ["answered rightly", "answeredRightly", "answerable"],
  ["false answers", "falselyAnswered", "absent"],
];

/** The figures of a set by type and in all; `isVerbose`: with each miss, one a line. */
export function readersTable({ name, chats }: ReaderSet, isVerbose: boolean): string {
  const asked = askReaders(chats);
  const types = [...new Set(asked.map(({ type }) => type))];
  const { rightOfAnswered, auroc, spoken } = readerFigures(asked);
  const columns = COLUMNS.filter(([, , of]) => of !== "spoken" || spoken > 0);
  const rows = types.map((type) =>
    rowOf(
      type,
      asked.filter((one) => one.type === type),
      columns,
    ),
  );
  const table = inColumns(
    ["type", "questions", ...columns.map(([title]) => title)],
    [...rows, rowOf("all", asked, columns)],
  );
  return [
    name,
    table,
    `right among those shown as the answer: ${rightOfAnswered.toFixed(1)}%`,
    `answerable or absent, AUROC: ${auroc.toFixed(1)}%`,
    `false answers if so many of its own questions were answered: ${curveOf(asked)}`,
    ...(isVerbose ? asked.filter(isMiss).map(lineOf) : []),
  ].join("\n");
}

function rowOf(
  type: string,
  asked: readonly AskedByReader[],
  columns: readonly Column[],
): string[] {
  const figures = readerFigures(asked);
  const shares = columns.map(([, share, of]) =>
    figures[of] === 0 ? "" : `${figures[share].toFixed(1)}%`,
  );
  return [type, String(asked.length), ...shares];
}

function curveOf(asked: readonly AskedByReader[]): string {
  return tradeOffs(asked)
    .map(({ ownAnswered, falselyAnswered }) => `${ownAnswered}% → ${falselyAnswered.toFixed(0)}%`)
    .join(", ");
}

function isMiss(asked: AskedByReader): boolean {
  if (!asked.isAnswerable) return isPassedOff(asked);
  return !isRightAsShown(asked, 1) || asked.isRightSpeaker === false;
}

function lineOf(asked: AskedByReader): string {
  const { id, type, question, kind, isNear, shown, ranked, gold, isRightSpeaker } = asked;
  const wanted = gold.length === 0 ? "nothing" : `passage ${gold.join(" or ")}`;
  const otherwise = isRightSpeaker === false ? " by somebody else" : "";
  const got = [isNear ? "near" : kind, ...shown.slice(0, 3)].join(" ") + otherwise;
  return `${id}: ${type} “${question}”: got ${got}, wanted ${wanted} (ranked ${ranked.slice(0, 3).join(", ")})`;
}
