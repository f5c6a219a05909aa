import type { Article } from "../../article/article.ts";
import { copyButton, shareButton, cardReferences } from "./card/card-buttons.ts";
import { pageWith } from "./list-reply.ts";
import { originalButton } from "./card/translation-toggle.ts";
import { passageCard } from "./card/passage-card.ts";
import type { Button, Reply } from "./reply.ts";
import { openAt, passagesIn, type SequencePosition } from "../callback/sequence.ts";
import type { Wording } from "../wording/wording.ts";

/** One passage of a sequence, with buttons to its neighbours and back to the list. */
export function browseReply(
  article: Article,
  position: SequencePosition,
  wording: Wording,
): Reply | undefined {
  const passages = passagesIn(article, position);
  const citation = passages[position.at];
  if (!citation) return undefined;

  const { buttons } = wording;
  const step = (label: string, at: number): Button[] =>
    passages[at] ? [{ label, data: openAt("see", article, { ...position, at }) }] : [];
  const here: Button = {
    label: buttons.position(position.at, passages.length),
    data: { ask: "stay", ...cardReferences(citation) },
  };
  const listPage = { ...position, at: pageWith(article, position, wording) };
  return {
    text: passageCard(citation, wording),
    buttons: [
      [...step(buttons.earlier, position.at - 1), here, ...step(buttons.later, position.at + 1)],
      [
        { label: buttons.list, data: openAt("list", article, listPage) },
        copyButton(citation, wording),
        shareButton(citation, wording),
      ],
      originalButton(citation, cardReferences(citation), wording),
    ],
  };
}
