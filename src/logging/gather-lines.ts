/** Adds a line; what is `urgent` is written before the call returns, behind all that was added before. */
export type AddLine = (line: string, urgency?: "urgent") => void;

/**
 * Writes in one piece what is added in one turn of the event loop: under load a system call takes longer
 * than all else about a line. What is added last, while the process exits too, is written at once.
 */
export function gatherLines(write: (lines: string) => void): AddLine {
  let gathered = "";
  let isWaiting = false;
  let isExiting = false;

  function flush(): void {
    process.off("exit", flushLast);
    isWaiting = false;
    writeGathered();
  }
  function flushLast(): void {
    isExiting = true;
    flush();
  }
  function writeGathered(): void {
    const lines = gathered;
    gathered = "";
    if (lines !== "") write(lines);
  }
  return (line, urgency) => {
    gathered += line;
    if (isExiting || urgency === "urgent") return writeGathered();
    if (isWaiting) return;
    isWaiting = true;
    setImmediate(flush);
    process.once("exit", flushLast);
  };
}
