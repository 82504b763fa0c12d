import type { ReactElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import type { CommitmentWork } from "../../app/application/queries/commitment-work";
import type { LetterPage } from "../../app/application/queries/letter-page";
import type { PortalCommitment } from "../../app/application/queries/portal-commitment";
import { WordsProvider } from "../../app/components/words";
import { translator } from "../../app/i18n";
import { FirstThings, firstLines } from "../../app/routes/desk/today/first-things";
import { SignSchema } from "../../app/routes/portal/letter/sign.server";
import { SignForm } from "../../app/routes/portal/letter/sign-form";
import { CommitmentCard } from "../../app/routes/portal/project/commitment-card";
import { readForm } from "../../app/web/form";

const shown = (page: ReactElement): string => renderToStaticMarkup(<WordsProvider locale="zh-CN">{page}</WordsProvider>);

const work = (n: number): readonly CommitmentWork[] =>
  Array.from({ length: n }, (_, index) => ({
    group: "check",
    key: `check ${index}`,
    projectNo: "HY-2026-0001",
    projectName: "数控刀具",
    commitmentNo: "HY-2026-0001-C1",
    point: "construction",
    on: "2026-03-20",
    inDays: 4,
    light: "warn",
  }));

test("what is first today says where the list is cut, with no number it cannot keep, and nothing where it is whole", () => {
  const lines = (n: number, cut = false) => firstLines({ rows: [], simulation: [], notices: [], commitments: work(n), cut }, "2026-03-16");
  const first = (n: number, cut = false) => shown(<FirstThings {...lines(n, cut)} label="先办这些" />);
  expect(first(20)).not.toContain("先列");
  expect(first(21)).toContain("先列最急的 20 件");
  expect(first(21)).not.toContain("21");
  expect(first(3, true)).toContain("先列最急的 3 件");
  expect(lines(21).lines.map(({ light }) => light)).toEqual(Array(20).fill("warn"));
  expect(first(21).split('class="work__row"')).toHaveLength(21);
});

const commitment: PortalCommitment = {
  id: "c1",
  commitmentNo: "HY-2026-0001-C1",
  status: "in-operation",
  live: true,
  toSign: false,
  readable: true,
  mayWithdraw: false,
  outdated: false,
  defects: [],
  publicityTo: null,
  standards: [],
  planned: [],
  rectifying: [],
  checked: [],
  stops: [],
  mayOperate: true,
  inEffect: true,
  steps: [],
};

test("a commitment for which nothing comes next has no heading of next steps", () => {
  const step = { code: "commitment-public", who: "nobody", departments: [], items: [], point: null, precondition: null, by: "2026-03-23" } as const;
  const card = (steps: PortalCommitment["steps"]) => shown(<CommitmentCard commitments={[{ ...commitment, steps }]} projectNo="HY-2026-0001" />);
  expect(card([])).not.toContain(">下一步<");
  expect(card([{ ...step, light: "none", workingDaysLeft: 5 }])).toContain(">下一步<");
});

test("R-464: the capacity is chosen beforehand by the rule that compares the names", () => {
  const form = (legalRepresentative: string) => {
    const page = { projectNo: "HY-2026-0001", version: 1, digest: "d", signer: "周国平", letter: { legalRepresentative } } as unknown as LetterPage;
    return shown(<SignForm page={page} state={undefined} />);
  };
  const chosen = (value: string) => new RegExp(`checked=""[^>]*value="${value}"|value="${value}"[^>]*checked=""`);
  expect(form("周 国平")).toMatch(chosen("legal-representative"));
  expect(form("李明")).toMatch(chosen("authorised"));
  expect(form("李明")).toContain(translator("zh-CN")("letter.authorisation.needed"));
});

test("R-464: what is missing from a signature is said in one round, the authorisation too", async () => {
  const posted = async (given: Readonly<Record<string, string>>) => {
    const body = new URLSearchParams({ shownDigest: "d", ...given });
    const form = await readForm(new Request("http://site/letter", { method: "POST", body }), SignSchema);
    return form.ok ? [] : Object.keys(form.errors).sort();
  };
  expect(await posted({ capacity: "authorised", method: "password" })).toEqual(["authorisation", "confirmed", "idempotencyKey", "password", "typedName"]);
  expect(await posted({ capacity: "legal-representative", method: "one-time-code" })).toEqual(["confirmed", "idempotencyKey", "signingCode", "typedName"]);
  expect(await posted({})).toEqual(["capacity", "confirmed", "idempotencyKey", "method", "typedName"]);
});
