import type { ProjectCase } from "../../app/domain/case/state";
import { uuidv7 } from "../../db/uuid";

/** One row in every collection of how an item passes from hand to hand, every kind of value set somewhere. */
export function aPassage(itemId: string): Pick<ProjectCase, "prechecks" | "bundles" | "handovers" | "directions" | "forwardings"> {
  const ids = { precheck: uuidv7(), bundle: uuidv7(), handover: uuidv7(), direction: uuidv7(), forwarding: uuidv7() };
  const by = { byId: "person-1", byName: "张工" };
  return {
    prechecks: {
      [ids.precheck]: {
        id: ids.precheck,
        itemId,
        ordinal: 1,
        verdict: "lacking",
        remarks: ["缺“红线图”", "表二漏签字"],
        checkedOn: "2026-03-02",
        windowId: null,
        ...by,
      },
    },
    bundles: {
      [ids.bundle]: {
        id: ids.bundle,
        code: "start",
        nameZh: "开工一件事",
        nameEn: "Start of works",
        acceptanceNo: "衡受〔2026〕9号",
        itemIds: [itemId, uuidv7()],
        acceptedOn: "2026-03-03",
        windowId: "window-a03",
        ...by,
      },
    },
    handovers: {
      [ids.handover]: {
        id: ids.handover,
        kind: "post-out",
        itemIds: [itemId],
        departmentCode: null,
        windowId: "window-a03",
        pieces: 2,
        contents: "批复正本",
        carrier: "中国邮政",
        trackingNo: "EMS123",
        sentOn: "2026-03-20",
        sentById: "person-1",
        sentByName: "张工",
        arrivedOn: null,
        receivedBy: null,
        identityChecked: false,
      },
    },
    directions: {
      [ids.direction]: {
        id: ids.direction,
        itemId,
        kind: "path",
        text: "是否适用\n新办法",
        body: null,
        place: null,
        askedOn: "2026-03-02",
        askedById: "person-1",
        askedByName: "张工",
        answer: "适用",
        answeredOn: "2026-03-03",
        answeredById: "person-2",
        answeredByName: "周建国",
      },
    },
    forwardings: {
      [ids.forwarding]: {
        id: ids.forwarding,
        itemId,
        ordinal: 1,
        level: "province",
        upperBody: "省林业局",
        personInCharge: "李敏",
        letterNo: "转〔2026〕1号",
        sentOn: "2026-03-06",
        sentById: "person-1",
        sentByName: "张工",
        upperReceiptOn: "2026-03-09",
        upperNo: "省受1",
        upperLimitWorkingDays: 20,
        returnedOn: null,
        returnReason: null,
        resultOn: null,
        granted: null,
        resultNo: null,
      },
    },
  };
}
