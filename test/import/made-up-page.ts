export const LEAD =
  "For the first time in eleven years a night ferry links Port Vellan with the island.";
export const FARES =
  "A single ticket costs nine crowns, and islanders will go on paying four, the line said.";
export const SUMMER =
  "The harbour office expects two hundred passengers a night until the end of September.";

/** A page of a made-up newspaper about a ferry. */
export function ferryPage(
  paragraphs: readonly string[] = [LEAD, FARES, SUMMER],
  head = "",
): string {
  return `<!doctype html><html lang="en"><head><title>The night ferry is back | The Vellan Packet</title>
    <meta property="og:site_name" content="The Vellan Packet">${head}</head>
    <body><nav><a href="/">Home</a></nav><h1>The night ferry is back</h1>
    <article>${paragraphs.map((text) => `<p>${text}</p>`).join("\n")}</article></body></html>`;
}
