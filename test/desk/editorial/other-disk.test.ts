import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { openEditorial } from "../../../src/desk/editorial/editorial.ts";
import { moveTogether, refusalOfDisk } from "../../../src/files/move-whole.ts";

/** Linux keeps it in memory, so that it is a disk of its own. */
const OTHER_DISK = "/dev/shm";
const FERRY = "# The ferry\n\nIt sails.\n";

function isOtherDisk(): boolean {
  const other = statSync(OTHER_DISK, { throwIfNoEntry: false });
  return other !== undefined && other.dev !== statSync(tmpdir()).dev;
}

function folderIn(parent: string): string {
  const folder = mkdtempSync(join(parent, "desk-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A desk with a draft; `published`: where readers' articles are. */
function openDesk(published: string) {
  const folder = folderIn(tmpdir());
  const folders = { published, draft: join(folder, "drafts") };
  mkdirSync(folders.draft);
  writeFileSync(join(folders.draft, "ferry.md"), FERRY);
  writeFileSync(join(folders.draft, "ferry.uk.md"), "# Пором\n\nХодить.\n");
  const open = () =>
    openEditorial({ folders, journalDir: join(folder, "state"), now: () => new Date(0) });
  return { folders, open };
}

const draft = { state: "draft", name: "ferry.md" } as const;

describe.skipIf(!isOtherDisk())("drafts and articles on different disks", () => {
  test("an article is published and withdrawn as ever", () => {
    const { folders, open } = openDesk(join(folderIn(OTHER_DISK), "content"));
    const desk = open();
    expect(desk.move(draft, "you").kind).toBe("done");
    expect(readdirSync(folders.published)).toEqual(["ferry.md", "ferry.uk.md"]);
    expect(readFileSync(join(folders.published, "ferry.md"), "utf8")).toBe(FERRY);
    expect(readdirSync(folders.draft)).toEqual([]);
    writeFileSync(join(folders.published, "bakery.md"), "# The bakery\n\nIt opens.\n");
    expect(desk.move({ ...draft, state: "published" }, "you").kind).toBe("done");
    expect(readdirSync(folders.draft)).toEqual(["ferry.md", "ferry.uk.md"]);
  });
});

test("what a kill has left in both places is published, and a draft that differs stays", () => {
  const { folders, open } = openDesk(folderIn(tmpdir()));
  writeFileSync(join(folders.published, "ferry.md"), FERRY);
  writeFileSync(join(folders.published, "ferry.uk.md"), "# Пором\n\nНе ходить.\n");
  expect(open().list()).toMatchObject([{ state: "published", name: "ferry.md" }]);
  expect(readdirSync(folders.draft)).toEqual(["ferry.uk.md"]);
});

test("one folder for both loses nothing", () => {
  const { folders } = openDesk(folderIn(tmpdir()));
  const same = { published: folders.draft, draft: folders.draft };
  openEditorial({
    folders: same,
    journalDir: join(folderIn(tmpdir()), "state"),
    now: () => new Date(0),
  });
  expect(readdirSync(folders.draft)).toEqual(["ferry.md", "ferry.uk.md"]);
});

test("a folder that cannot be written is told, and everything stays where it was", () => {
  const blocked = join(folderIn(tmpdir()), "content");
  writeFileSync(blocked, "a file in the way of the folder");
  const { folders, open } = openDesk(join(blocked, "articles"));
  expect(open().move(draft, "you")).toMatchObject({
    kind: "refused",
    isDisk: true,
    why: expect.stringMatching(/^ferry\.md stays where it was: the disk refuses it \(ENOTDIR\)/u),
    opened: { state: "draft" },
  });
  expect(readdirSync(folders.draft)).toEqual(["ferry.md", "ferry.uk.md"]);
});

test("if a later file cannot be moved, those before it go back", () => {
  const moved: string[] = [];
  const full = Object.assign(new Error("no space"), { code: "ENOSPC" });
  const move = ({ from, to }: { readonly from: string; readonly to: string }) => {
    if (from === "b") throw full;
    moved.push(`${from} → ${to}`);
  };
  const moves = [
    { from: "a", to: "A" },
    { from: "b", to: "B" },
  ];
  expect(() => moveTogether(moves, move)).toThrow(full);
  expect(moved).toEqual(["a → A", "A → a"]);
  expect(refusalOfDisk(full)).toBe("the disk is full");
});
