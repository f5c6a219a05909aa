import { FormattedString } from "@grammyjs/parse-mode";
import { hasSections, pointOfSection } from "../../answer/respond/article-points.ts";
import { isSentence, statementOf } from "../../answer/statement.ts";
import type { Article, Section } from "../../article/article.ts";
import { snippetVoice } from "../../search/snippet-voice.ts";
import { pageButtons, sectionButton } from "./buttons.ts";
import { referenceTo } from "../../article/reference-to.ts";
import { listReply } from "./list-reply.ts";
import { paginate } from "./paginate.ts";
import { blocks, capitalise, lines, NOTHING, plain, type Reply } from "./reply.ts";
import { sourceBelowTitle } from "./source-line.ts";
import type { Wording } from "../wording/wording.ts";

/** An article section by section, with a button to open each; without sections, point by point. */
export function articleReply(article: Article, page: number, wording: Wording): Reply {
  if (!hasSections(article)) {
    return listReply(article, { sequence: "points", of: "", at: page }, wording);
  }
  const sections = article.sections.filter(({ passages }) => passages.length > 0);
  const entries = sections.map((section) => entryOf(article, section));
  const pages = paginate(entries);
  const { from, upTo } = pages[page] ?? { from: 0, upTo: 0 };
  return {
    text: blocks(
      lines(FormattedString.bold(article.title), sourceBelowTitle(article, wording)),
      ...entries.slice(from, upTo),
      plain(wording.replies.askInYourWords),
    ),
    buttons: [
      ...sections.slice(from, upTo).map((section) => [sectionButton(article, section)]),
      pageButtons(pages, page, wording, (at) => ({
        ask: "brief",
        article: referenceTo(article.slug),
        at,
      })),
    ],
  };
}

function entryOf(article: Article, section: Section): FormattedString {
  const { heading = "" } = section;
  return lines(
    heading === "" ? NOTHING : FormattedString.bold(heading),
    plain(summaryOf(article, section)),
  );
}

/** The editor's summary if it is a sentence, otherwise what the section says. */
function summaryOf(article: Article, section: Section): string {
  const { summary } = section;
  const point = pointOfSection(article, section);
  if (!point || (summary !== undefined && isSentence(summary))) return summary ?? "";
  const { speaker } = snippetVoice(point);
  return [statementOf(point), ...(speaker ? [capitalise(speaker.name)] : [])].join(" · ");
}
