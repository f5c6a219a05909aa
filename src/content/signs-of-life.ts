/** Much less than the patience of whoever waits for a thread. */
const SIGN_OF_LIFE_MS = 1000;

/** Tells from time to time, however often it is called, that a thread is at work. */
export function signsOfLife(tell: () => void): () => void {
  let last = performance.now();
  return () => {
    if (performance.now() - last < SIGN_OF_LIFE_MS) return;
    last = performance.now();
    tell();
  };
}
