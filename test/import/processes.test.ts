import { spawn } from "node:child_process";
import { once } from "node:events";
import { readdirSync } from "node:fs";
import { text } from "node:stream/consumers";
import { expect, test, vi } from "vitest";
import { selfSignedCertificate } from "../support/self-signed-certificate.ts";
import { encoded } from "./encoded.ts";
import { ferryPage } from "./made-up-page.ts";
import { openFolder } from "./open-folder.ts";
import { openSecureSite } from "./page-server.ts";

// Node and tsx alone take a second to start on a busy machine.
vi.setConfig({ testTimeout: 30_000 });

const PARAGRAPHS = [
  "Вперше за одинадцять років нічний пором знову сполучає порт Веллан з островом.",
  "Квиток коштує дев'ять крон, а остров'яни й надалі платитимуть чотири, повідомила лінія.",
  "Управління порту очікує двісті пасажирів за ніч до кінця вересня.",
];

test("a page comes in over https: trusted, redirected, in its own charset", async () => {
  const certificate = selfSignedCertificate("localhost");
  const page = ferryPage(PARAGRAPHS).replaceAll(
    "The night ferry is back",
    "Нічний пором повернувся",
  );
  const site = await openSecureSite(
    {
      "/old": (_request, response) => response.writeHead(301, { location: "/moved" }).end(),
      "/moved": (_request, response) => response.writeHead(308, { location: "/ferry" }).end(),
      "/ferry": (_request, response) =>
        response
          .setHeader("content-type", "text/html; charset=windows-1251")
          .end(encoded(page, "windows-1251")),
    },
    certificate,
  );
  const { folder, read, save } = openFolder();
  const child = spawn(
    process.execPath,
    "--import tsx src/cli/run.ts import --allow-local --out"
      .split(" ")
      .concat(folder, `${site}/old`),
    { env: { ...process.env, NODE_EXTRA_CA_CERTS: save("ca.pem", certificate.cert) } },
  );
  const [stderr, [code]] = await Promise.all([text(child.stderr), once(child, "close")]);
  expect({ stderr, code }).toEqual({ stderr: "", code: 0 });
  const name = readdirSync(folder).find((one) => one.endsWith(".md"));
  const markdown = read(name ?? "none");
  expect(markdown).toContain(`url: ${site}/ferry\n`);
  expect(markdown).toContain(PARAGRAPHS[2]);
});
