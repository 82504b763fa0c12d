import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { type WindowPage, windowPage } from "../../../application/queries/windows";
import { Breadcrumbs, ButtonLink, Card, DataTable, HistoryList, KeyValues, PageHead, Shell, Stack, Tag, useWords } from "../../../components";
import { requireActor } from "../../../web/actor.server";
import { answer } from "../../../web/answer";
import { titled } from "../../../web/page";
import { paths } from "../../../web/paths";

export const handle = titled<typeof loader>((t, { window }) => t("window.title", { code: window.code }));

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args, "window:read");
  const page = await windowPage(args.context.services, actor, args.params.code ?? "");
  if (!page) throw answer.notFound();
  return page;
}

/** One window: what it may do, on whose letters, who sits there, and who changed what. */
export default function WindowRoute() {
  const { t, pick, day } = useWords();
  const page: WindowPage = useLoaderData<typeof loader>();
  const { window } = page;
  const open = page.mayChange && window.closedOn === null;
  return (
    <Shell current="windows">
      <Breadcrumbs crumbs={[{ label: t("windows.title"), href: paths.admin.windows() }, { label: window.code }]} />
      <PageHead
        title={`${window.code} ${pick({ zh: window.nameZh, en: window.nameEn })}`}
        tags={window.closedOn && <Tag>{t("windows.closedOn", { day: day(window.closedOn) })}</Tag>}
        actions={open && <ButtonLink href={paths.admin.windowAct(window.code, "details")}>{t("window.edit")}</ButtonLink>}
      />
      <Stack>
        <FactsCard page={page} open={open} />
        <LettersCard page={page} open={open} />
        <StaffCard page={page} open={open} />
        <ChangesCard page={page} />
      </Stack>
    </Shell>
  );
}

interface CardProps {
  readonly page: WindowPage;
  /** The window is open and this person may change it. */
  readonly open: boolean;
}

function FactsCard({ page: { window }, open }: CardProps) {
  const { t, pick } = useWords();
  const { kind } = window;
  return (
    <Card title={t("window.facts")} more={open && <a href={paths.admin.windowAct(window.code, "closing")}>{t("window.close")}</a>}>
      <KeyValues
        rows={[
          { label: t("windows.kind"), value: kind ? pick(kind.name) : t("windows.kind.none") },
          ...(kind
            ? [
                { label: t("windowdesk.accepts"), value: t(`windowdesk.accepts.${kind.accepts}`) },
                { label: t("windowdesk.issues"), value: t(kind.issues ? "windowdesk.issues.yes" : "windowdesk.issues.no") },
                { label: t("window.source"), value: <span className="small">{kind.source}</span> },
              ]
            : []),
          { label: t("windows.area"), value: window.area ? pick(window.area) : t("windows.area.none") },
          {
            label: t("windows.departments"),
            value: window.departments.length === 0 ? t("windows.departments.all") : window.departments.map(pick).join(t("list.comma")),
          },
        ]}
      />
    </Card>
  );
}

const LETTER_TONE = { valid: "ok", future: "plain", ended: "warn", revoked: "plain" } as const;

function LettersCard({ page: { window, letters }, open }: CardProps) {
  const { t, pick, range } = useWords();
  return (
    <Card title={t("window.letters")} flush more={open && <a href={paths.admin.windowAct(window.code, "letter")}>{t("window.letter.new")}</a>}>
      <DataTable
        caption={t("list.of", { name: t("window.letters") })}
        stacked
        rows={letters}
        rowKey={(letter) => letter.id}
        empty={t("window.letters.empty")}
        columns={[
          { key: "department", header: t("window.letter.department"), rowHeader: true, cell: (letter) => pick(letter.department) },
          {
            key: "items",
            header: t("window.letter.items"),
            cell: (letter) => (letter.items === null ? t("window.letter.items.all") : letter.items.map(pick).join(t("list.comma"))),
          },
          { key: "no", header: t("window.letter.no"), cell: (letter) => letter.letterNo },
          { key: "by", header: t("window.letter.signedBy"), cell: (letter) => letter.signedBy },
          {
            key: "days",
            header: t("window.letter.days"),
            cell: (letter) => (letter.validTo === null ? `${letter.validFrom} ～ ${t("window.letter.open")}` : range(letter.validFrom, letter.validTo)),
          },
          {
            key: "state",
            header: t("window.letter.state"),
            cell: (letter) => (
              <>
                <Tag tone={LETTER_TONE[letter.state]}>{t(`window.letter.${letter.state}`)}</Tag>{" "}
                {open && letter.revokedOn === null && (
                  <a href={paths.admin.windowAct(window.code, "revocation", { letter: letter.id })}>
                    {t("window.letter.revoke")} <span className="visually-hidden">{letter.letterNo}</span>
                  </a>
                )}
              </>
            ),
          },
        ]}
      />
    </Card>
  );
}

function StaffCard({ page: { window, staff }, open }: CardProps) {
  const { t, day } = useWords();
  return (
    <Card title={t("window.staff")} flush more={open && <a href={paths.admin.windowAct(window.code, "seat")}>{t("window.seat")}</a>}>
      <DataTable
        caption={t("list.of", { name: t("window.staff") })}
        stacked
        rows={staff}
        rowKey={(seat) => seat.personId}
        empty={t("windows.staff.none")}
        columns={[
          { key: "name", header: t("window.seat.person"), rowHeader: true, cell: (seat) => seat.name },
          { key: "since", header: t("window.seat.since"), cell: (seat) => day(seat.since) },
          { key: "no", header: t("window.seat.certificate"), cell: (seat) => seat.certificateNo ?? t("window.seat.certificate.none") },
          {
            key: "until",
            header: t("window.seat.certificateValidTo"),
            cell: (seat) => (
              <>
                {seat.certificateValidTo === null ? "--" : day(seat.certificateValidTo)}{" "}
                {seat.certificateExpired && <Tag tone="late">{t("window.seat.certificate.expired")}</Tag>}
              </>
            ),
          },
          ...(open
            ? [
                {
                  key: "leave",
                  header: t("windowdesk.next"),
                  cell: (seat: WindowPage["staff"][number]) => (
                    <a href={paths.admin.windowAct(window.code, "leave", { person: seat.personId })}>
                      {t("window.leave")} <span className="visually-hidden">{seat.name}</span>
                    </a>
                  ),
                },
              ]
            : []),
        ]}
      />
    </Card>
  );
}

function ChangesCard({ page: { changes } }: { page: WindowPage }) {
  const { t, pick, day } = useWords();
  return (
    <Card title={t("window.changes")}>
      {changes.length === 0 ? (
        <p className="muted">{t("window.changes.empty")}</p>
      ) : (
        <HistoryList
          entries={changes.map(({ id, change, department, actorName, recordedAt }) => ({
            key: id,
            title: t(`window.change.${change.type}`, {
              letterNo: "letterNo" in change ? change.letterNo : null,
              department: department && pick(department),
              on: "on" in change ? day(change.on) : null,
              person: "personName" in change ? change.personName : null,
            }),
            at: recordedAt,
            by: actorName,
          }))}
        />
      )}
    </Card>
  );
}
