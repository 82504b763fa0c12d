import { expect, test } from "vitest";
import { type DeliveryItem, deliveryDays } from "../../../app/domain/clock/delivery-clock";
import type { Pack } from "../../../app/domain/pack/pack";
import { packOf } from "../../builders/case-story";
import { aPack, calendar } from "./parts";

const national = packOf("hengyang-2018");
const item = (says: Partial<DeliveryItem> = {}): DeliveryItem => ({
  decidedOn: null,
  issuedOn: null,
  postedOn: null,
  deliveredOn: null,
  deliveryDueOn: null,
  ...says,
});

test("R-234: the result is due with the applicant ten working days after the decision (行政许可法 art. 44)", () => {
  expect(deliveryDays(item(), national, calendar)).toEqual({ deliveryDueOn: null, pickupBy: null });
  expect(deliveryDays(item({ decidedOn: "2026-03-02" }), national, calendar).deliveryDueOn).toBe("2026-03-16");
});

test("R-235: an issued result that nobody collects is followed up after the days of the place, which are marked as assumed", () => {
  expect(national.rules?.pickupWorkingDays).toMatchObject({ value: 10, assumed: true });
  expect(deliveryDays(item({ decidedOn: "2026-03-02", issuedOn: "2026-03-04" }), national, calendar).pickupBy).toBe("2026-03-18");
});

test("R-235: what was posted waits for no collector, and what was delivered keeps the day it was due", () => {
  expect(deliveryDays(item({ decidedOn: "2026-03-02", issuedOn: "2026-03-04", postedOn: "2026-03-05" }), national, calendar).pickupBy).toBeNull();
  const kept = item({ decidedOn: "2026-03-02", issuedOn: "2026-03-04", deliveredOn: "2026-03-20", deliveryDueOn: "2026-03-17" });
  expect(deliveryDays(kept, national, calendar)).toEqual({ deliveryDueOn: "2026-03-17", pickupBy: null });
});

test("R-234, R-235: where no level states the days there is no day, and a pack from before the rule knows none", () => {
  const bare: Pack = aPack({ parameters: { deliveryWorkingDays: { value: null, source: "未见规定", assumed: false } } });
  expect(deliveryDays(item({ decidedOn: "2026-03-02", issuedOn: "2026-03-04" }), bare, calendar)).toEqual({ deliveryDueOn: null, pickupBy: null });
});
