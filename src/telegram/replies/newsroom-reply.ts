import { FormattedString } from "@grammyjs/parse-mode";
import { escapeControls } from "../../text/escape-controls.ts";
import type { ArticleReport, DraftAction, ImportProgress, Newsroom } from "../newsroom.ts";
import type { Wording } from "../wording/wording.ts";
import {
  blocks,
  type Button,
  capitalise,
  fitToMessage,
  lines,
  NOTHING,
  plain,
  type Reply,
  truncate,
} from "./reply.ts";

/** More would push the buttons off the screen. */
const MAX_SPEAKERS = 10;
const MAX_NAME = 100;
const MAX_TITLE = 300;

/** Asks an editor whether to import a page. The link stays in the message, so that a press finds it. */
export function offerReply(link: string, { newsroom }: Wording): Reply {
  return aboutLink(newsroom.offer, link, newsroom.buttons.import);
}

/** What an editor does to import a page, and where else. `first`: what is said before. */
export function howToImportReply(
  { newsroom }: Wording,
  { deskUrl }: Pick<Newsroom, "deskUrl">,
  first = "",
): Reply {
  return {
    text: blocks(plain(first), plain(newsroom.howToImport)),
    buttons: [deskButtons(newsroom, deskUrl)],
  };
}

function deskButtons({ buttons }: Wording["newsroom"], deskUrl: string | undefined): Button[] {
  return deskUrl === undefined ? [] : [{ label: buttons.openDesk, app: deskUrl }];
}

/** Where the desk opens with this article. */
function atDesk({ name }: ArticleReport, deskUrl: string): string {
  const url = new URL(deskUrl);
  url.searchParams.set("article", name);
  return url.href;
}

/** How far an import is, or why it failed. A press on the button starts it again, also after a restart. */
export function progressReply(
  progress: Exclude<ImportProgress, { kind: "imported" }>,
  link: string,
  { newsroom }: Wording,
): Reply {
  const { steps, failures, buttons } = newsroom;
  const said = progress.kind === "step" ? steps[progress.step] : failures[progress.why];
  return aboutLink(said, link, buttons.tryAgain);
}

function aboutLink(said: string, link: string, label: string): Reply {
  return {
    text: blocks(plain(said), plain(link)),
    buttons: [[{ label, data: { ask: "import" } }]],
  };
}

export function importedReply(
  { article, isUpdate, remarks }: Extract<ImportProgress, { kind: "imported" }>,
  wording: Wording,
  { deskUrl }: Pick<Newsroom, "deskUrl">,
): Reply {
  const { newsroom } = wording;
  const { imported, draftUpdated, articleUpdated } = newsroom;
  const asDraft = isUpdate ? draftUpdated : imported;
  const status = article.state === "published" ? articleUpdated : asDraft;
  const told = remarks.map((remark) => newsroom.remarks[remark]);
  return reportReply(article, { status, told, deskUrl }, wording);
}

type Report = Pick<Newsroom, "deskUrl"> & {
  readonly status: string;
  readonly told?: readonly string[];
};

/** An article with who speaks in it, and what an editor can do with it. */
export function reportReply(
  article: ArticleReport,
  { status, told = [], deskUrl }: Report,
  wording: Wording,
): Reply {
  const { newsroom } = wording;
  const { uncertain, hasMistakes } = article;
  const review = uncertain > 0 ? newsroom.uncertain(uncertain) : newsroom.nothingUncertain;
  const notes = [hasMistakes ? newsroom.mistakes : review, ...told];
  return {
    text: fitToMessage(
      blocks(
        lines(FormattedString.bold(shown(article.title, MAX_TITLE)), plain(status)),
        hasMistakes ? NOTHING : speakersBlock(article, wording),
        lines(...notes.map(plain)),
      ),
    ),
    buttons: [
      actionButtons(article, wording),
      deskButtons(newsroom, deskUrl === undefined ? undefined : atDesk(article, deskUrl)),
    ],
  };
}

function speakersBlock({ speakers, own }: ArticleReport, { newsroom }: Wording): FormattedString {
  const named = speakers
    .slice(0, MAX_SPEAKERS)
    .map(({ name, sentences }) => newsroom.speaker(shown(capitalise(name), MAX_NAME), sentences));
  const others = speakers.length - named.length;
  return lines(
    FormattedString.bold(newsroom.whoSpeaks),
    ...[...named, ...(others > 0 ? [newsroom.others(others)] : []), newsroom.own(own)].map(plain),
  );
}

function actionButtons(
  { of, version, state, hasMistakes }: ArticleReport,
  { newsroom }: Wording,
): Button[] {
  const button = (act: DraftAction["act"]): Button => {
    return { label: newsroom.buttons[act], data: { ask: "draft", act, of, version } };
  };
  if (state === "published") return [button("withdraw")];
  return [...(hasMistakes ? [] : [button("publish")]), button("discard")];
}

export function discardedReply({ title }: ArticleReport, { newsroom }: Wording): Reply {
  return { text: plain(newsroom.discarded(shown(title, MAX_TITLE))), buttons: [] };
}

/** Pages name their articles and people as they like. */
function shown(text: string, maxLength: number): string {
  return truncate(escapeControls(text), maxLength);
}
