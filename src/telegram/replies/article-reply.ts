import { FormattedString } from "@grammyjs/parse-mode";
import type { Article, Section } from "../../article/article.ts";
import { snippetVoice } from "../../search/snippet-voice.ts";
import { sectionButton } from "./buttons.ts";
import { referenceTo } from "../callback/callback-data.ts";
import { paginate, type Page } from "./paginate.ts";
import { blocks, lines, NOTHING, plain, type Button, type Reply } from "./reply.ts";
import { sourceLine } from "./source-line.ts";
import { headlineOf } from "./card/headline.ts";
import type { Wording } from "../wording/wording.ts";

/** An article section by section, with a button to open each. */
export function articleReply(article: Article, page: number, wording: Wording): Reply {
  const entries = article.sections.map((section) => entryOf(article, section));
  const pages = paginate(entries);
  const { from, upTo } = pages[page] ?? { from: 0, upTo: 0 };
  const sections = article.sections.slice(from, upTo);
  return {
    text: blocks(
      lines(FormattedString.bold(article.title), sourceLine(article, wording)),
      ...entries.slice(from, upTo),
      plain(wording.replies.askInYourWords),
    ),
    buttons: [
      ...sections.map((section) => [sectionButton(article, section)]),
      pageRow(article, { page, pages }, wording),
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

function summaryOf(article: Article, section: Section): string {
  const [passage] = section.passages;
  if (section.summary !== undefined || !passage) return section.summary ?? "";
  const opening = { article, section, passage };
  const { speaker } = snippetVoice(opening);
  return [headlineOf(opening), ...(speaker ? [speaker.name] : [])].join(" · ");
}

function pageRow(
  { slug }: Article,
  { page, pages }: { readonly page: number; readonly pages: readonly Page[] },
  { buttons }: Wording,
): Button[] {
  const turn = (label: string, at: number): Button[] =>
    pages[at] ? [{ label, data: { ask: "brief", article: referenceTo(slug), at } }] : [];
  return [...turn(buttons.fewer, page - 1), ...turn(buttons.more, page + 1)];
}
