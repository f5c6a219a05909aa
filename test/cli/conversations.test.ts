import { expect, test } from "vitest";
import { createConversations } from "../../src/cli/conversations.ts";

test("past the limit the chat that was silent longest is forgotten", () => {
  const { contextOf, remember } = createConversations(2);
  remember("a", { passage: "p1" });
  remember("b", { passage: "p2" });
  remember("a", { passage: "p3" });
  remember("c", { passage: "p4" });
  expect(["a", "b", "c"].map((id) => contextOf(id)?.passage)).toEqual(["p3", undefined, "p4"]);
});
