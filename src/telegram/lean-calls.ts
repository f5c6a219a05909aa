import { HttpError, type Api, type Transformer } from "grammy";
import { Pool } from "undici";

const TELEGRAM = "https://api.telegram.org";

/**
 * Carries calls to Telegram in the place of grammY's own client, over connections that stay open. The
 * bot uploads no files, so that a call is one JSON there and one back, at a third of the effort.
 */
export function leanCalls({ token, options }: Api): Transformer {
  const { origin, pathname } = new URL(options?.apiRoot ?? TELEGRAM);
  const path = `${pathname === "/" ? "" : pathname}/bot${token}/`;
  // Whoever installs limits gives them by a signal; a poll is quiet on purpose.
  const pool = new Pool(origin, { headersTimeout: 0, bodyTimeout: 0 });

  return async (_prev, method, payload, signal) => {
    try {
      const { statusCode, body } = await pool.request({
        method: "POST",
        path: path + method,
        headers: { "content-type": "application/json" },
        body: JSON.stringify(payload),
        ...(signal && { signal: nodeSignal(signal) }),
      });
      return await readJson(statusCode, body);
    } catch (error) {
      const cause = signal?.aborted ? coded("ABORT_ERR") : error;
      throw new HttpError(`Network request for '${method}' failed!`, cause);
    }
  };
}

async function readJson<Answer>(
  status: number,
  body: { readonly text: () => Promise<string> },
): Promise<Answer> {
  const text = await body.text();
  try {
    return JSON.parse(text);
  } catch {
    // A proxy's page: its words help nobody, and may be long.
    throw coded(`NO_JSON_${status}`);
  }
}

function coded(code: string): Error {
  return Object.assign(new Error(code), { code });
}

/** grammY types its signals after a polyfill's class; ours are Node's own. */
function nodeSignal(signal: object): AbortSignal;
function nodeSignal(signal: unknown): unknown {
  return signal;
}
