import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { z } from "zod";

/** A page with its article's text as people marked it, and the facts that it states. */
export type MarkedPage = {
  readonly id: string;
  readonly url: string;
  readonly body: string;
  readonly readHtml: () => Buffer;
  /** Values that are right, by field; nothing where the page states none. */
  readonly facts: PageFacts | undefined;
};

const values = z.array(z.string()).optional();
const factsSchema = z.object({
  page: z.string(),
  /** The start of a hash of the headline's words: its text is the publisher's. */
  headline: values,
  publisher: values,
  author: values,
  published: values,
  language: values,
});
export type PageFacts = Omit<z.infer<typeof factsSchema>, "page">;

const truthSchema = z.record(z.string(), z.object({ articleBody: z.string(), url: z.string() }));

/**
 * Pages in the form of article-extraction-benchmark: `ground-truth.json`, and `html/<id>.html.gz` for each.
 * `factsFile`: one JSON object a line.
 */
export function loadPages(folder: string, factsFile: string): MarkedPage[] {
  const truth = truthSchema.parse(
    JSON.parse(readFileSync(join(folder, "ground-truth.json"), "utf8")),
  );
  const facts = existsSync(factsFile) ? readFacts(readFileSync(factsFile, "utf8")) : [];
  return Object.keys(truth)
    .toSorted()
    .flatMap((id) => {
      const { articleBody: body, url } = truth[id] ?? {};
      if (body === undefined || url === undefined) return [];
      const readHtml = () => gunzipSync(readFileSync(join(folder, "html", `${id}.html.gz`)));
      return [{ id, url, body, readHtml, facts: facts.find(({ page }) => id.startsWith(page)) }];
    });
}

function readFacts(lines: string): z.infer<typeof factsSchema>[] {
  return lines
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => factsSchema.parse(JSON.parse(line)));
}
