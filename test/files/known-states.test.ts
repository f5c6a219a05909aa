import { cpSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setImmediate as nextTurn } from "node:timers/promises";
import { expect, test } from "vitest";
import { openFileOutbox } from "../../src/delivery/outbox/file-outbox.ts";
import { openProcessedUpdates } from "../../src/delivery/state/processed-updates.ts";
import { openJournal } from "../../src/desk/editorial/journal.ts";
import { NewerState } from "../../src/files/state-format.ts";
import { temporaryFolder } from "../support/bot-process.ts";

/** As the bot left it before its files named their version. */
const WITHOUT_VERSION = "test/fixtures/state";

const log = () => {};

function stateFolder() {
  const folder = temporaryFolder();
  cpSync(WITHOUT_VERSION, folder, { recursive: true });
  return {
    path: (name: string) => join(folder, name),
    text: (name: string) => readFileSync(join(folder, name), "utf8"),
    processed: () => openProcessedUpdates(join(folder, "done-updates-4242.txt"), log),
    outbox: () =>
      openFileOutbox({ file: join(folder, "owed-answers-4242.jsonl"), log, now: () => 2000 }),
    journal: () => openJournal(join(folder, "desk")),
  };
}

test("all that the bot left before its files named their version is read, and named from then on", async () => {
  const { processed, outbox, journal, text } = stateFolder();
  const check = async () => {
    const known = processed();
    expect([701, 702].map((id) => known.has(id))).toEqual([true, false]);
    expect([702, 704].map((id) => known.crashes(id))).toEqual([1, 1]);
    known.add(705);
    await nextTurn();
    const owed = outbox();
    expect(await owed.owed()).toEqual({ count: 1, oldestAt: 1000 });
    const ferry = { state: "draft", name: "ferry.md" } as const;
    expect(journal().lastEdit(ferry)?.what).toBe("Tobias Renn says “It will be more.”");
    return owed.lease();
  };
  expect(await check()).toMatchObject({ id: "703:1", failures: 1, payload: { chat_id: 77 } });
  await check();
  const [header] = text("owed-answers-4242.jsonl").split("\n");
  expect(header).toBe('{"state":"owed answers","version":1}');
  expect(text("done-updates-4242.txt")).toMatch(/^\{"state":"processed updates","version":1\}\n/u);
});

test("a new journal names its version", () => {
  const folder = temporaryFolder();
  const entry = { at: "2026-05-04T13:00:00.000Z", by: "you", what: "" } as const;
  openJournal(folder).add({ ...entry, did: "publish", state: "draft", name: "ferry.md" });
  const [header, first] = readFileSync(join(folder, "journal.jsonl"), "utf8").split("\n");
  expect(header).toBe('{"state":"desk journal","version":1}');
  expect(JSON.parse(first ?? "")).toMatchObject({ did: "publish" });
  expect(openJournal(folder).entries()).toHaveLength(1);
});

test.each([
  ["done-updates-4242.txt", "processed"],
  ["owed-answers-4242.jsonl", "outbox"],
  ["desk/journal.jsonl", "journal"],
] as const)("%s of a newer version is refused and stays as it is", (name, opener) => {
  const state = stateFolder();
  const newer = `{"state":"of tomorrow","version":2}\n${state.text(name)}`;
  writeFileSync(state.path(name), newer);
  expect(state[opener]).toThrow(NewerState);
  expect(state.text(name)).toBe(newer);
});

test("every file of the fixture is tested", () => {
  expect(readdirSync(WITHOUT_VERSION).toSorted()).toEqual([
    "desk",
    "done-updates-4242.txt",
    "owed-answers-4242.jsonl",
  ]);
});
