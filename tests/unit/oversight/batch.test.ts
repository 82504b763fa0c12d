import { expect, test } from "vitest";
import { permissions } from "../../../app/domain/access/permissions";
import { BATCHABLE, type BatchCommand, MOST_IN_BATCH, refuseBatch } from "../../../app/domain/oversight/batch";

test("R-397: only what has no legal effect is done to many at once; every other act is refused by name", () => {
  for (const act of BATCHABLE) expect(refuseBatch(act, 3)).toBeNull();
  for (const act of Object.keys(permissions).filter((one) => one !== "assign-agent"))
    expect(refuseBatch(act, 3)).toMatchObject({ code: "batch-has-legal-effect", act });
});

test("R-397: an empty batch and one too large are refused", () => {
  expect(refuseBatch("mark-seen", 0)).toMatchObject({ code: "batch-empty" });
  expect(refuseBatch("mark-seen", MOST_IN_BATCH + 1)).toMatchObject({ code: "batch-too-many", most: MOST_IN_BATCH });
});

test("R-397: no decision fits the type of a batch", () => {
  // @ts-expect-error a ruling has a legal effect and is no command of a batch
  const ruling: BatchCommand = { type: "rule-on-extension", itemNo: "", extensionId: "", approved: true, reason: "", on: "2026-03-09" };
  expect(refuseBatch(ruling.type, 1)).not.toBeNull();
});
