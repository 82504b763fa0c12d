import { letterDigest } from "../../app/application/letter-digest";
import type { Actor } from "../../app/domain/case/context";
import { letterOf } from "../../app/domain/case/letter";
import type { EvidenceOf } from "../../app/domain/case/parts/evidence";
import type { Item, ProjectCase } from "../../app/domain/case/state";
import { hengyang } from "../builders/case-story";
import { MANNERS, STANDARDS, WASTE } from "../builders/notice-story";
import { numberOf, type World } from "./world";

/** A permit granted on a promise, by commands as people give them; its check is still to be made. */
export interface GrantedNotice {
  readonly projectNo: string;
  readonly itemNo: string;
  /** Of the department that grants and checks. */
  readonly department: Actor;
  readonly enterpriseId: string;
  /** The first check on the promise. */
  readonly check: EvidenceOf;
}

/** Takes a planned project there on one day. */
export async function grantNotice(world: World): Promise<GrantedNotice> {
  const projectNo = await world.planned();
  const on = world.today;
  const act = async (actor: Actor, command: Parameters<World["run"]>[2]) => void numberOf(await world.run(actor, projectNo, command));
  const state = async (): Promise<ProjectCase> => (await world.load(projectNo)).state;
  const isWaste = ({ code, status }: Item) => code === WASTE && status !== "dropped";
  if (!Object.values((await state()).items).some(isWaste))
    await act(world.agent, { type: "confirm-plan", on, added: [{ code: WASTE, reason: "有土方外运" }], dropped: [] });
  const planned = await state();
  const item = Object.values(planned.items).find(isWaste);
  if (!item) throw new Error(`no ${WASTE}`);
  const { itemNo } = item;
  const { enterpriseId } = planned.project;
  const department = world.centre.person("张工", "reviewer", { departmentCode: item.departmentCode });
  const owner = world.centre.person("陈志明", "investor", { enterpriseIds: [enterpriseId] });
  await act(department, { type: "tell-notice-commitment", itemNo, noticeNo: "衡城告〔2026〕1号", standards: STANDARDS, replaces: [], on });
  await act(owner, { type: "choose-notice-commitment", itemNo, manners: MANNERS, on });
  const chosen = await state();
  const notice = Object.values(chosen.noticeCommitments)[0];
  const letter = notice && letterOf("notice-commitment", chosen, notice.id, hengyang);
  if (!notice || !letter) throw new Error("nothing to sign");
  const digest = letterDigest(letter);
  const capacity = { capacity: "authorised", authorisation: "授权委托书 2026-03" } as const;
  const about = { letterKind: "notice-commitment", subjectId: notice.id, shownDigest: digest, digest } as const;
  await act(owner, { type: "sign-letter", ...about, typedName: owner.name, ...capacity, method: "password", address: null });
  await act(world.intake, { type: "receive-items", itemNos: [itemNo], on });
  await act(world.intake, { type: "accept-item", itemNo, acceptanceNo: "衡受〔2026〕9号", on });
  await act(department, { type: "grant-on-notice-commitment", itemNo, decisionNo: "衡城许〔2026〕9号", lateReason: null, on });
  return { projectNo, itemNo, department, enterpriseId, check: { subjectKind: "notice-check", subjectId: notice.id, round: 1 } };
}
