import { FormattedString } from "@grammyjs/parse-mode";
import type { Article, Section } from "../article/article.ts";
import { sectionButton } from "./buttons.ts";
import { referenceTo } from "./callback-data.ts";
import { blocks, lines, plain, publisherOf, topicOf, type Button, type Reply } from "./reply.ts";
import type { Wording } from "./wording/wording.ts";

/** So many sections fit into one message with a line each. */
const SECTIONS_A_PAGE = 8;

/** An article section by section, a line each, with a button to open each. */
export function articleReply(article: Article, page: number, wording: Wording): Reply {
  const first = page * SECTIONS_A_PAGE;
  const shown = article.sections.slice(first, first + SECTIONS_A_PAGE);
  return {
    text: blocks(
      lines(
        FormattedString.bold(article.title),
        FormattedString.join([publisherOf(article), digestMark(article, wording)]),
      ),
      ...shown.map((section) =>
        lines(FormattedString.bold(section.heading), plain(gistOf(section))),
      ),
      plain(wording.askInYourWords),
    ),
    buttons: [
      ...shown.map((section) => [sectionButton(article, section)]),
      pageRow(article, page, wording),
    ],
  };
}

function gistOf({ summary, passages }: Section): string {
  if (summary !== undefined) return summary;
  const [opening] = passages;
  return opening ? `${topicOf(opening)} · ${opening.speaker.name}` : "";
}

function digestMark({ text }: Article, wording: Wording): string {
  return text === "digest" ? ` · ${wording.retoldInDigest}` : "";
}

function pageRow(article: Article, page: number, { buttons }: Wording): Button[] {
  const turn = (label: string, at: number): Button => ({
    label,
    data: { ask: "brief", article: referenceTo(article.slug), at },
  });
  const hasLater = (page + 1) * SECTIONS_A_PAGE < article.sections.length;
  return [
    ...(page > 0 ? [turn(buttons.fewer, page - 1)] : []),
    ...(hasLater ? [turn(buttons.more, page + 1)] : []),
  ];
}
