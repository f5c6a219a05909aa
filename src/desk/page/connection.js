/** Names this tab, so that the notices it causes are shown here and nowhere else. */
export const TAB = crypto.randomUUID();

/** A connection that the server refused is not tried again by the browser itself. */
const RECONNECT_MS = 2000;

/** Calls `onState` with the state after each change. Returns a function that unsubscribes. */
export function subscribeToState(onState, onLost) {
  let source;
  let timer;
  const connect = () => {
    source = new EventSource("/events");
    source.addEventListener("message", ({ data }) => onState(JSON.parse(data)));
    source.addEventListener("error", () => {
      onLost();
      if (source.readyState === EventSource.CLOSED) timer = setTimeout(connect, RECONNECT_MS);
    });
  };
  connect();
  return () => {
    clearTimeout(timer);
    source.close();
  };
}

const TIMEOUT_MS = 15_000;

/** Sends an action to the server; resolves with the problem as a sentence, if there is one. */
export async function sendAction(action) {
  try {
    const response = await fetch("/act", {
      method: "POST",
      body: JSON.stringify({ ...action, tab: TAB }),
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    return response.ok ? undefined : problemIn(response.status, await response.text());
  } catch {
    return "The preview does not respond. Is it still running?";
  }
}

/** Refusals are in words; anything else would explain nothing. */
const WORDS = /^[^{}<>[\]]{1,300}$/u;

function problemIn(status, body) {
  const isRefusal = status >= 400 && status < 500 && WORDS.test(body);
  return isRefusal ? body : `The preview could not do that (error ${status}).`;
}
