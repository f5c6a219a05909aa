import { expect, test } from "vitest";
import { citationsOf } from "../../../../src/answer/citations.ts";
import { parseArticle } from "../../../../src/article/parsing/parse-article.ts";
import { passageUrl } from "../../../../src/telegram/replies/card/text-fragment.ts";

function urlOf(passage: string, frontMatter = "source: { url: https://tarn.example/ferry }") {
  const parsed = parseArticle(`---\ntitle: T\n${frontMatter}\n---\n\n${passage}\n`, "ferry.md");
  const [citation] = parsed.kind === "parsed" ? citationsOf(parsed.article) : [];
  return citation && passageUrl(citation);
}

const LONG =
  "A single ticket costs nine crowns from the first of May until the end of the season, and islanders will go on paying four.";

test.each([
  ["It leaves at eight.", "https://tarn.example/ferry#:~:text=It%20leaves%20at%20eight."],
  ["A well-kept, blue ship", "https://tarn.example/ferry#:~:text=A%20well%2Dkept%2C%20blue%20ship"],
  [
    LONG,
    "https://tarn.example/ferry#:~:text=A%20single%20ticket%20costs%20nine,will%20go%20on%20paying%20four.",
  ],
])("the words of a passage are linked on its page: %s", (passage, url) => {
  expect(urlOf(passage)).toBe(url);
});

test("an address that has a fragment keeps it", () => {
  expect(urlOf("Tea.", 'source: { url: "https://tarn.example/ferry#top" }')).toBe(
    "https://tarn.example/ferry#top:~:text=Tea.",
  );
});

test("a digest's words are not on the page, and no address has no words", () => {
  expect(urlOf("Tea.", "text: digest\nsource: { url: https://tarn.example/ferry }")).toBe(
    "https://tarn.example/ferry",
  );
  expect(urlOf("Tea.", "language: en")).toBeUndefined();
});
