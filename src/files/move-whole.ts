import { closeSync, copyFileSync, fsyncSync, openSync, renameSync, rmSync } from "node:fs";
import { dirname } from "node:path";
import { codeOf } from "../logging/describe-error.ts";

type Move = { readonly from: string; readonly to: string };

/** Moves files one after another. If one cannot be moved, those before it go back. */
export function moveTogether(moves: readonly Move[], moveOne = moveWhole): void {
  const moved: Move[] = [];
  try {
    for (const move of moves) {
      moveOne(move);
      moved.push(move);
    }
  } catch (error) {
    for (const { from, to } of moved.toReversed()) moveOne({ from: to, to: from });
    throw error;
  }
}

/** Also to another disk: a kill in between leaves the file where it was, or in both places. */
function moveWhole({ from, to }: Move): void {
  try {
    renameSync(from, to);
  } catch (error) {
    if (codeOf(error) !== "EXDEV") throw error;
    copyWhole(from, to);
    rmSync(from);
  }
}

/** On the disk before it has its name there. */
function copyWhole(from: string, to: string): void {
  const temporary = `${to}.${process.pid}.new`;
  try {
    copyFileSync(from, temporary);
    flush(temporary);
    renameSync(temporary, to);
    flush(dirname(to));
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}

function flush(path: string): void {
  const file = openSync(path, "r");
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** Why a disk refuses to write, as a sentence can go on. */
export function refusalOfDisk(error: unknown): string {
  const code = codeOf(error) ?? "unknown error";
  return REFUSALS.get(code) ?? `the disk refuses it (${code})`;
}

const READ_ONLY = "the bot may not write there";
const FULL = "the disk is full";
const REFUSALS: ReadonlyMap<string, string> = new Map([
  ["EACCES", READ_ONLY],
  ["EPERM", READ_ONLY],
  ["EROFS", READ_ONLY],
  ["ENOSPC", FULL],
  ["EDQUOT", FULL],
]);
