import { expect, test } from "vitest";
import type { Person } from "../../src/article/article.ts";
import { draftPassage } from "../../src/import/draft/draft-passage.ts";

const RENN: Person = { id: "renn", name: "Tobias Renn", aliases: [] };
const PACKET: Person = { id: "packet", name: "The Packet", aliases: [] };
const PEOPLE = { byId: new Map([["renn", RENN]]), publisher: PACKET };

function sentence(text: string, speaker: string | null = null, review = false) {
  const quoted = speaker === null ? ("none" as const) : ("direct" as const);
  const kind = speaker === null ? ("report" as const) : ("announcement" as const);
  return { text, speaker, kind, quoted, confidence: 0.9, review };
}

const NARRATION = { speaker: null, kind: "report", quoted: "retold" } as const;

test("sentences of another speaker become a span, with its kind and a mark", () => {
  const sentences = [
    sentence("It is late."),
    sentence("“No.”", "renn"),
    sentence("“Never.”", "renn", true),
  ];
  const text = "It is late. “No.” “Never.”";
  expect(draftPassage({ ...NARRATION, text, sentences }, PEOPLE)).toEqual({
    text,
    speaker: PACKET,
    kind: "report",
    quoted: "retold",
    spans: [
      {
        start: 12,
        end: 26,
        speaker: RENN,
        kind: "announcement",
        quoted: "direct",
        isProposed: true,
        needsReview: true,
      },
    ],
    isKeyFact: false,
    keywords: [],
  });
});

test("a passage of one speaker has no span; narration has no mark", () => {
  const said = { speaker: "renn", kind: "opinion", quoted: "direct" } as const;
  expect(
    draftPassage({ ...said, text: "“No.”", sentences: [sentence("“No.”", "renn")] }, PEOPLE),
  ).toMatchObject({
    speaker: RENN,
    kind: "opinion",
    quoted: "direct",
    isProposed: true,
  });
  const plain = draftPassage(
    { ...NARRATION, text: "It is late.", sentences: [sentence("It is late.")] },
    PEOPLE,
  );
  expect(plain).not.toHaveProperty("isProposed");
});
