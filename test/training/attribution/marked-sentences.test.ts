import { join } from "node:path";
import { expect, test } from "vitest";
import { markedSentences } from "../../../src/training/attribution/marked-sentences.ts";
import { readPolnear } from "../../../src/training/attribution/polnear.ts";
import { markedFolder } from "./marked-folder.ts";

test("sentences carry what was marked in them, by the first annotator", () => {
  const [article, ...others] = readPolnear(join(markedFolder(), "train"));
  expect(others).toEqual([]);
  const sentences = article ? markedSentences(article) : [];
  expect(sentences.map(({ sentence, speaker }) => [sentence.text, speaker])).toEqual([
    ["A pier closes", undefined],
    ["Ruth Calder said the pier was rotten.", "Ruth Calder"],
    ["The ferry sails at nine.", undefined],
    ["“Nobody walks there,” she said.", "she"],
  ]);
  const marked = (tag: "cue" | "speaker" | "content") =>
    sentences.map(({ sentence, marks }) =>
      sentence.tokens.flatMap(({ text }, at) => (marks[tag][at] === 1 ? [text] : [])).join(" "),
    );
  expect(marked("speaker")).toEqual(["", "Ruth Calder", "", "she"]);
  expect(marked("cue")).toEqual(["", "said", "", "said ."]);
  expect(marked("content")).toEqual(["", "the pier was rotten", "", "“ Nobody walks there , ”"]);
});
