import type { Article } from "../../article/article.ts";
import { copyButton, shareButton, cardReferences } from "./card/card-buttons.ts";
import { pageWith } from "./list-reply.ts";
import { originalButton } from "./card/translation-toggle.ts";
import { passageCard } from "./card/passage-card.ts";
import type { Button, Reply } from "./reply.ts";
import { openAt, passagesIn, type SequencePosition } from "../callback/sequence.ts";
import type { Wording } from "../wording/wording.ts";

/** One passage of a sequence, with the way to its neighbours. */
export function browseReply(
  article: Article,
  wanted: SequencePosition,
  wording: Wording,
): Reply | undefined {
  const passages = passagesIn(article, wanted);
  const citation = passages[wanted.at];
  if (!citation) return undefined;

  const { buttons } = wording;
  const step = (label: string, at: number): Button[] =>
    passages[at] ? [{ label, data: openAt("see", article, { ...wanted, at }) }] : [];
  const here: Button = {
    label: buttons.position(wanted.at, passages.length),
    data: { ask: "stay", ...cardReferences(citation) },
  };
  const list = { ...wanted, at: pageWith(article, wanted, wording) };
  return {
    text: passageCard(citation, wording),
    buttons: [
      [...step(buttons.earlier, wanted.at - 1), here, ...step(buttons.later, wanted.at + 1)],
      [
        { label: buttons.list, data: openAt("list", article, list) },
        copyButton(citation, wording),
        shareButton(citation, wording),
      ],
      originalButton(citation, cardReferences(citation), wording),
    ],
  };
}
