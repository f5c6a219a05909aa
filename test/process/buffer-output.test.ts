import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

test("lines added last are written when the process exits", () => {
  const module = fileURLToPath(new URL("../../src/logging/buffer-output.ts", import.meta.url));
  const script = `
    import { bufferOutput } from ${JSON.stringify(module)};
    const add = bufferOutput((lines) => process.stdout.write(lines));
    add("good");
    process.once("exit", () => add("bye\\n"));
    process.exit(3);
  `;
  const { stdout, status } = spawnSync(
    process.execPath,
    ["--import", "tsx", "--input-type=module", "--eval", script],
    { encoding: "utf8" },
  );
  expect({ stdout, status }).toEqual({ stdout: "goodbye\n", status: 3 });
});
