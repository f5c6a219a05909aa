/**
 * Writes in one piece what is added in one turn of the event loop: under load a system call takes longer
 * than all else about a line. What is added last, while the process exits too, is written at once.
 */
export function gatherLines(write: (lines: string) => void): (line: string) => void {
  let gathered = "";
  let isExiting = false;

  function flush(): void {
    process.off("exit", flushLast);
    const lines = gathered;
    gathered = "";
    if (lines !== "") write(lines);
  }
  function flushLast(): void {
    isExiting = true;
    flush();
  }
  return (line) => {
    if (gathered === "" && !isExiting) {
      setImmediate(flush);
      process.once("exit", flushLast);
    }
    gathered += line;
    if (isExiting) flush();
  };
}
