import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { prepareAnswers } from "../../src/answer/answer-question.ts";
import type { Article } from "../../src/article/article.ts";
import { formatDiagnostic } from "../../src/article/diagnostic.ts";
import { parseLibrary } from "../../src/article/loading/parse-library.ts";

const HARBOUR = `---
title: The harbour merger
source: { publisher: gazette }
people:
  gazette: { name: The Gazette, capacity: newspaper }
  renn: { name: Tobias Renn, capacity: director of Holm Lines }
  ann: { name: Ann Marsh, capacity: harbour master }
---

## The merger

The two ferry companies will merge in May. [“Fares will not rise,” said director Tobias Renn.]{by=renn quoted=mixed} The council votes on the merger in April. [“The quay is too short for their ships.”]{by=ann kind=announcement quoted} {#merger lead="A merger in May"}

The night ferry carries 40 lorries. {#lorries}

Holm Lines will build a second ship. {#ship by=renn kind=announcement lead="A second ship"}
`;

const IN_UKRAINIAN = `---
title: Злиття в гавані
people:
  gazette: { name: Газета, capacity: газета }
  renn: { name: Тобіас Ренн, capacity: директор «Голм Лайнс» }
  ann: { name: Енн Марш, capacity: начальниця гавані }
---

Дві поромні компанії об'єднаються в травні. Рада голосуватиме в квітні. [«Причал закороткий для їхніх кораблів.»]{by=ann} [«Ціни не зростуть», – сказав директор.]{by=renn} {#merger lead="Злиття в травні"}
`;

const FILES: Readonly<Record<string, string>> = {
  "harbour.md": HARBOUR,
  "harbour.uk.md": IN_UKRAINIAN,
};

/** The same as files in a folder that goes with the test. */
export function harbourFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "harbour-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  for (const [name, text] of Object.entries(FILES)) writeFileSync(join(folder, name), text);
  return folder;
}

/** A newspaper's paragraph in which a director and a harbour master speak, and its translation. */
export function harbour(): Article {
  const files = Object.entries(FILES).map(([path, text]) => ({ path, text }));
  const library = parseLibrary(files, []);
  const [article] = library.kind === "loaded" ? library.articles : [];
  if (article) return article;
  const diagnostics = library.kind === "faulty" ? library.diagnostics : [];
  throw new Error(diagnostics.map(formatDiagnostic).join("\n"));
}

export const askOnHarbour = () => prepareAnswers([harbour()]);
