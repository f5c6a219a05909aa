/** Calls `onState` with the state after each change. Returns a function that unsubscribes. */
export function subscribeToState(onState, onLost) {
  const source = new EventSource("/events");
  source.addEventListener("message", ({ data }) => onState(JSON.parse(data)));
  source.addEventListener("error", onLost);
  return () => source.close();
}

/** Sends an action to the server; resolves with the problem, if there is one. */
export async function sendAction(action) {
  const response = await fetch("/act", { method: "POST", body: JSON.stringify(action) });
  return response.ok ? undefined : response.text();
}
