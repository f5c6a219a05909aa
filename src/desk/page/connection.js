/** Hears the chat's state after each change; returns how to stop. */
export function hearState(onState, onLost) {
  const source = new EventSource("/events");
  source.addEventListener("message", ({ data }) => onState(JSON.parse(data)));
  source.addEventListener("error", onLost);
  return () => source.close();
}

/** Tells the server what the reader does; gives back what was wrong with it, if anything. */
export async function act(action) {
  const response = await fetch("/act", { method: "POST", body: JSON.stringify(action) });
  return response.ok ? undefined : response.text();
}
