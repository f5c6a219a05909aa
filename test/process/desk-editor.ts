/** Edits an article at the desk without end, and prints each change once it is acknowledged. Killed by its test. */
import type { ArticleRef } from "../../src/desk/editorial/article-folders.ts";
import { openEditorial } from "../../src/desk/editorial/editorial.ts";

const [published = "", draft = "", journalDir = "", start = "0"] = process.argv.slice(2);
const editorial = openEditorial({
  folders: { published, draft },
  journalDir,
  now: () => new Date(),
});
const ref: ArticleRef = { state: "draft", name: "ferry.md" };

for (let count = Number(start); ; count += 1) {
  const ann = editorial.open(ref)?.article?.people.find(({ id }) => id === "ann");
  if (!ann) throw new Error("ann is gone");
  const { id, name, seen } = ann;
  const edit = { do: "person" as const, id, name, capacity: `captain ${count}`, aliases: [] };
  const { kind } = editorial.edit(ref, seen, edit, "you");
  process.stdout.write(`${kind} ${count}\n`);
}
