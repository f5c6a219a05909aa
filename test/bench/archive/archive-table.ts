import { cpus } from "node:os";
import type { ArchiveMeasures } from "./measure-archive.ts";

export const ARCHIVE_HEADING = "## An archive";

/** Markdown for docs/bench.md. */
export function archiveTable(measured: ArchiveMeasures): string {
  const { passages, articles, load } = measured;
  const rows = [
    ["first start, until the first answer", seconds(measured.firstStartSeconds)],
    ["start with what was kept, until the first answer", seconds(measured.savedStartSeconds)],
    ["reloading after one article was edited", seconds(measured.reloadSeconds)],
    ["longest pause of the event loop meanwhile", milliseconds(measured.pauseMs)],
    ["longest answer meanwhile", milliseconds(measured.answerMs)],
    ["longest answer before", milliseconds(measured.beforeMs)],
    ["usual answer", milliseconds(measured.usualMs)],
    ["resident after the start", megabytes(measured.residentMb)],
    ["resident after reloading", megabytes(measured.residentAfterMb)],
    ["resident at most, while reloading", megabytes(measured.residentPeakMb)],
  ];
  return `${ARCHIVE_HEADING}

${passages.toLocaleString("en-GB")} passages in ${articles.toLocaleString("en-GB")} articles as Markdown files, answered by \`npm start\` on Node ${process.version}, ${cpus().length} cores of
${cpus()[0]?.model ?? "an unknown machine"}. ${measured.answers} questions were asked and answered while it reloaded.
The load average was ${load.map((one) => one.toFixed(1)).join(" before and ")} after.

| | |
| --- | ---: |
${rows.map((cells) => `| ${cells.join(" | ")} |`).join("\n")}

\`npm run bench -- --archive\` writes this section; with \`--passages 5000\` it takes less time and writes nothing.`;
}

const seconds = (value: number) => `${value.toFixed(1)} s`;
const milliseconds = (value: number) => `${value.toFixed(0)} ms`;
const megabytes = (value: number) => `${value.toFixed(0)} MB`;
