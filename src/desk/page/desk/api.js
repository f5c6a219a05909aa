/** What Telegram says about whoever opened the desk as a Mini App; nothing on this machine. */
const signed = new URLSearchParams(location.hash.slice(1)).get("tgWebAppData");
if (signed) {
  sessionStorage.setItem("admission", signed);
  // It would be in the way of the page's own addresses, and does not belong into links that are passed on.
  history.replaceState(null, "", `${location.pathname}${location.search}#`);
}
const admission = sessionStorage.getItem("admission");

/** Told when the server does not answer. */
export const LOST = "The desk does not respond. Is it still running?";

/** A notice without what is over once the server answers again. */
export function withoutLost(notice) {
  return notice === LOST ? "" : notice;
}

const TIMEOUT_MS = 20_000;

/** Asks the server for something. Resolves with its answer, or with why there is none. */
export function askDesk(request) {
  return post("editorial", request);
}

/** The same about what readers asked. */
export function askAboutReaders(request) {
  return post("readers", request);
}

async function post(path, request) {
  try {
    const response = await fetch(path, {
      method: "POST",
      headers: headers(),
      body: JSON.stringify(request),
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    return response.ok ? await response.json() : await refusal(response);
  } catch {
    return { why: LOST };
  }
}

/** The feeds that are followed; nothing while the server does not answer. */
export async function askFeeds() {
  try {
    const signal = AbortSignal.timeout(TIMEOUT_MS);
    const response = await fetch("feeds", {
      method: "POST",
      headers: headers(),
      body: "{}",
      signal,
    });
    return response.ok ? await response.json() : undefined;
  } catch {
    return undefined;
  }
}

/** Imports a link, a text or a file; calls `onStep` with each sentence on how far it is. */
export async function sendImport(source, onStep) {
  try {
    const response = await fetch("import", {
      method: "POST",
      headers: headers(),
      body: JSON.stringify(source),
    });
    if (!response.ok) return await refusal(response);
    let last = { why: "The import was cut off. Try again." };
    for await (const line of linesOf(response.body)) {
      last = JSON.parse(line);
      if (last.step) onStep(last.step);
    }
    return last.step ? { why: "The import was cut off. Try again." } : last;
  } catch {
    return { why: LOST };
  }
}

function headers() {
  return {
    "Content-Type": "application/json",
    ...(admission && { Authorization: `tma ${admission}` }),
  };
}

async function refusal(response) {
  const words = await response.text();
  const isSentence = response.status < 500 && words.length < 300 && !words.includes("<");
  return { why: isSentence ? words : `The desk could not do that (error ${response.status}).` };
}

async function* linesOf(body) {
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = "";
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    const lines = (rest + value).split("\n");
    rest = lines.pop();
    yield* lines.filter((line) => line !== "");
  }
  if (rest !== "") yield rest;
}
