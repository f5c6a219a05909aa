import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { passagesOf } from "../../../src/article/editing/edited-text.ts";
import { parseArticle } from "../../../src/article/parsing/parse-article.ts";
import { writeArticle } from "../../../src/article/writing/write-article.ts";
import type { ArticleEdit } from "../../../src/desk/editorial/article-edit.ts";
import type { ArticleRef } from "../../../src/desk/editorial/article-folders.ts";
import type { PassageView } from "../../../src/desk/editorial/article-view.ts";
import { type Editorial, openEditorial } from "../../../src/desk/editorial/editorial.ts";
import { importDraft, type ImportEvent } from "../../../src/desk/editorial/import-draft.ts";

/** What happens to a page and its draft, in any order. */
const step = fc.oneof(
  { weight: 5, arbitrary: fc.record({ do: fc.constant("edit"), at: fc.nat(9), who: fc.nat(9) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("edit-stale"), at: fc.nat(9) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("person"), who: fc.nat(9) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("save-outside"), at: fc.nat(9) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("import"), at: fc.nat(9) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("undo") }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("restart") }) },
);
type Step = { readonly do: string; readonly at?: number; readonly who?: number };

/** All 200 with `npm run interleave`. */
const RUNS = Number(process.env["INTERLEAVINGS"] ?? 10);

test(`no decision of an editor is lost in ${RUNS} random interleavings of edits, imports, saves and restarts`, async () => {
  const steps = fc.array(step, { minLength: 4, maxLength: 14 });
  await fc.assert(fc.asyncProperty(steps, runSteps), { numRuns: RUNS });
}, 300_000);

/** Two pages whose second and later paragraphs change from one import to the next. */
function pageWith(change: number): string {
  const extra = `Lorries were banned ${change} years ago, after an inspection of the bridge by engineers.`;
  return `<!doctype html><html lang="en"><head><title>Bridge closed until October</title>
<link rel="canonical" href="https://herald.example/bridge"><meta property="og:site_name" content="The Vell Herald">
</head><body><article><h1>Bridge closed until October</h1>
<p>The bridge over the Vell will stay closed until October, the city council decided on Monday.</p>
<p>“We have found cracks in two of the pillars,” said Ada Quist, the city's chief engineer. Buses take the ring road.</p>
<p>Shopkeepers on the northern bank are worried. “Nobody comes here any more,” said Tobias Renn, who runs a bakery.</p>
<p>${extra}</p></article></body></html>`;
}

async function runSteps(steps: readonly Step[]): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "interleaving-"));
  try {
    const desk = await openDesk(folder);
    for (const one of steps) await desk.run(one);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function noPages(): Promise<never> {
  return Promise.reject(new Error("no page is fetched here"));
}

async function openDesk(folder: string) {
  const folders = { published: join(folder, "content"), draft: join(folder, "drafts") };
  mkdirSync(folders.published);
  mkdirSync(folders.draft);
  const open = () =>
    openEditorial({ folders, journalDir: join(folder, "journal"), now: () => new Date(0) });
  let editorial: Editorial = open();
  const ref: ArticleRef = { state: "draft", name: "bridge-closed-until-october.md" };
  const path = join(folders.draft, ref.name);
  const importPage = async (change: number) => {
    const source = { name: "page.html", text: pageWith(change) };
    const events: ImportEvent[] = [];
    const parts = { folders, editorial, fetchPage: noPages, turn: async () => {} };
    for await (const event of importDraft(source, "you", parts)) events.push(event);
    expect(events.at(-1)).toMatchObject({ ref });
  };
  await importPage(1);
  /** By passage: who an editor last gave it to. By person: the role an editor gave them. */
  const given = new Map<string, string | null>();
  const roles = new Map<string, string>();
  const saved: string[] = [];
  let stale: readonly PassageView[] = [];
  let count = 0;

  return { run };

  function passages(): readonly PassageView[] {
    const sections = editorial.open(ref)?.article?.sections ?? [];
    return sections.flatMap((section) => section.passages);
  }

  async function run({ do: what, at = 0, who = 0 }: Step): Promise<void> {
    count += 1;
    if (what === "edit") give(pick(passages(), at), who);
    if (what === "edit-stale") give(pick(stale.length > 0 ? stale : passages(), at), at);
    if (what === "person") changeRole(who);
    if (what === "save-outside") saveOutside();
    if (what === "import") await importPage(at);
    if (what === "undo") undo();
    if (what === "restart") editorial = open();
    if (at % 2 === 0) stale = passages();
    check();
  }

  function give(passage: PassageView, who: number): void {
    const people = editorial.open(ref)?.article?.people ?? [];
    const speaker = who === 0 ? null : pick(people, who).id;
    const isPublisher = people.some(({ id, isPublisher: is }) => is && id === speaker);
    const edit = {
      do: "attribute",
      passage: passage.id,
      start: 0,
      end: passage.text.length,
      speaker: isPublisher ? null : speaker,
      kind: "announcement",
      quoted: "direct",
    } as const;
    const outcome = editorial.edit(ref, passage.seen, edit, "you");
    expect(outcome.kind).not.toBe("refused");
    if (outcome.kind === "done") given.set(passage.id, edit.speaker);
  }

  function changeRole(who: number): void {
    const people = (editorial.open(ref)?.article?.people ?? []).filter((one) => !one.isPublisher);
    const person = pick(people, who);
    const { id, name, aliases, seen } = person;
    const capacity = `role ${count}`;
    const edit: ArticleEdit = { do: "person", id, name, capacity, aliases: [...aliases] };
    expect(editorial.edit(ref, seen, edit, "you").kind).toBe("done");
    roles.set(id, capacity);
  }

  function saveOutside(): void {
    const words = `An editor added sentence number ${count} in another program.`;
    writeFileSync(path, `${readFileSync(path, "utf8")}\n${words}\n`);
    saved.push(words);
  }

  /** Takes the last edit back, so that what it decided is open again. */
  function undo(): void {
    const outcome = editorial.undo(ref, "you");
    if (outcome.kind !== "done") return;
    given.clear();
    roles.clear();
  }

  function check(): void {
    const text = readFileSync(path, "utf8");
    const read = parseArticle(text, ref.name);
    if (read.kind === "faulty") throw new Error(JSON.stringify(read.diagnostics));
    const { article } = read;
    const publisher = article.source.publisher?.id;
    for (const [id, speaker] of given) {
      const found = passagesOf(article).find((passage) => passage.id === id);
      expect([id, found?.speaker?.id, found?.kind]).toEqual([
        id,
        speaker ?? publisher,
        "announcement",
      ]);
      expect(found?.isProposed).toBeUndefined();
    }
    for (const [id, role] of roles) {
      expect(article.people.find((person) => person.id === id)?.capacity).toBe(role);
    }
    for (const words of saved) expect(text).toContain(words);
    expect(parseArticle(writeArticle(article), ref.name)).toMatchObject({ kind: "parsed" });
  }
}

function pick<Item>(items: readonly Item[], at: number): Item {
  const found = items[at % items.length];
  if (!found) throw new Error("there is nothing to pick from");
  return found;
}
