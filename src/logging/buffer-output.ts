/** Adds a line. An `urgent` one is written before the call returns, after all lines added earlier. */
export type WriteBuffered = (line: string, urgency?: "urgent") => void;

/**
 * Collects the lines of one turn of the event loop and writes them at once: under load, a system call costs
 * more than everything else about a line. Lines added last, even while the process exits, are not lost.
 */
export function bufferOutput(write: (lines: string) => void): WriteBuffered {
  let buffered = "";
  let isScheduled = false;
  let isExiting = false;

  function flush(): void {
    process.off("exit", flushOnExit);
    isScheduled = false;
    writeOut();
  }
  function flushOnExit(): void {
    isExiting = true;
    flush();
  }
  function writeOut(): void {
    const lines = buffered;
    buffered = "";
    if (lines !== "") write(lines);
  }
  return (line, urgency) => {
    buffered += line;
    if (isExiting || urgency === "urgent") return writeOut();
    if (isScheduled) return;
    isScheduled = true;
    setImmediate(flush);
    process.once("exit", flushOnExit);
  };
}
