/**
 * Writes in one piece what is added in one turn of the event loop: under load a system call takes longer
 * than all else about a line. What is left when the process exits is written then.
 */
export function gatherLines(write: (lines: string) => void): (line: string) => void {
  let gathered = "";

  function flush(): void {
    process.off("exit", flush);
    const lines = gathered;
    gathered = "";
    write(lines);
  }
  return (line) => {
    if (gathered === "") {
      setImmediate(flush);
      process.once("exit", flush);
    }
    gathered += line;
  };
}
