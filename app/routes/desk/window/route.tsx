import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { type WindowDesk, type WindowPassage, type WindowProject, type WindowResult, windowDesk } from "../../../application/queries/window-desk";
import { Alert, ButtonLink, Card, Columns, DataTable, KeyValues, PageHead, Pager, Shell, Tag, useWords } from "../../../components";
import { requireActor } from "../../../web/actor.server";
import { titled } from "../../../web/page";
import { paths } from "../../../web/paths";

export const handle = titled((t) => t("windowdesk.title"));

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args, "window-desk:read");
  const after = new URL(args.request.url).searchParams.get("after");
  return { page: await windowDesk(args.context.services, actor, after), after, receives: actor.role === "intake" };
}

/** What waits at this window: projects to receive or accept, results to hand out, papers and parcels nobody has signed for. */
export default function WindowRoute() {
  const { t, pick, fullDay } = useWords();
  const { page, after, receives } = useLoaderData<typeof loader>();
  const { window } = page;
  const title = window ? t("windowdesk.at", { code: window.code, name: pick({ zh: window.nameZh, en: window.nameEn }) }) : t("windowdesk.title");
  return (
    <Shell current="window">
      <PageHead title={title} lead={fullDay(page.today)} />
      {!window && (
        <Alert tone="info">
          <p>{t("windowdesk.none")}</p>
        </Alert>
      )}
      <Columns aside={<Facts page={page} />}>
        {receives && page.kind?.accepts !== "nothing" && <Projects rows={page.projects} />}
        {page.kind?.issues !== false && <Results page={page} after={after} />}
        <Passages rows={page.passages} />
      </Columns>
    </Shell>
  );
}

/** What this window may do, and on whose letters. */
function Facts({ page: { window, kind, certificateExpired } }: { page: WindowDesk }) {
  const { t, pick, day } = useWords();
  if (!window) return null;
  return (
    <Card title={t("windows.caption")}>
      <KeyValues
        rows={[
          { label: t("windowdesk.kind"), value: kind ? pick(kind.name) : t("windows.kind.none") },
          { label: t("windowdesk.accepts"), value: kind ? t(`windowdesk.accepts.${kind.accepts}`) : t("unknown") },
          { label: t("windowdesk.issues"), value: kind ? t(kind.issues ? "windowdesk.issues.yes" : "windowdesk.issues.no") : t("unknown") },
          {
            label: t("windowdesk.certificate"),
            value: window.certificateValidTo ? (
              <>
                {day(window.certificateValidTo)} {certificateExpired && <Tag tone="late">{t("windowdesk.certificate.expired")}</Tag>}
              </>
            ) : (
              t("windowdesk.certificate.none")
            ),
          },
        ]}
      />
      <h3>{t("windowdesk.letters")}</h3>
      {window.letters.length === 0 ? (
        <p className="muted">{t("windowdesk.letters.none")}</p>
      ) : (
        <details className="fold">
          <summary>{t("windows.letters.n", { n: window.letters.length })}</summary>
          <ul className="plain-list">
            {window.letters.map((letter) => (
              <li key={letter.letterNo}>
                {pick(letter.department)} <small className="muted">{letter.letterNo}</small>
              </li>
            ))}
          </ul>
        </details>
      )}
    </Card>
  );
}

/** A day that never breaks in its middle. */
function Day({ on, none }: { on: string | null; none: string }) {
  const { day } = useWords();
  return on === null ? none : <time className="one-line">{day(on)}</time>;
}

function Projects({ rows }: { rows: readonly WindowProject[] }) {
  const { t } = useWords();
  return (
    <Card title={t("windowdesk.projects")} flush more={<a href={paths.desk.projects()}>{t("desk.today.projects")}</a>}>
      <DataTable
        caption={t("list.of", { name: t("windowdesk.projects") })}
        stacked
        rows={rows}
        rowKey={(row) => row.projectNo}
        empty={t("windowdesk.projects.empty")}
        columns={[
          {
            key: "project",
            header: t("windowdesk.project"),
            rowHeader: true,
            cell: (row) => (
              <>
                <a className="cell-name" href={paths.desk.project(row.projectNo)}>
                  {row.name}
                </a>
                <small className="cell-note">{row.enterpriseName}</small>
              </>
            ),
          },
          {
            key: "what",
            header: t("windowdesk.what"),
            cell: (row) => (
              <>
                {row.received > 0 && <Tag tone="sim">{t("windowdesk.project.received", { n: row.received })}</Tag>}{" "}
                {row.prechecked > 0 && <Tag>{t("windowdesk.project.ready", { n: row.prechecked })}</Tag>}
              </>
            ),
          },
          { key: "since", header: t("windowdesk.since"), cell: (row) => <Day on={row.since} none="--" /> },
          {
            key: "next",
            header: t("windowdesk.next"),
            cell: (row) => <ButtonLink href={paths.desk.windowProject(row.projectNo)}>{t("windowdesk.project.open")}</ButtonLink>,
          },
        ]}
      />
    </Card>
  );
}

function Results({ page: { results, moreResults, pickup }, after }: { page: WindowDesk; after: string | null }) {
  const { t, pick } = useWords();
  const late = (row: WindowResult) =>
    row.late && <Tag tone={row.late.kind === "pickup" ? "warn" : "late"}>{t(`windowdesk.late.${row.late.kind}`, { n: row.late.days })}</Tag>;
  return (
    <Card title={t("windowdesk.out")} flush>
      <DataTable
        caption={t("list.of", { name: t("windowdesk.out") })}
        stacked
        rows={results}
        rowKey={(row) => row.itemNo}
        empty={t("windowdesk.out.empty")}
        columns={[
          {
            key: "item",
            header: t("windowdesk.item"),
            rowHeader: true,
            cell: (row) => (
              <>
                <a className="cell-name" href={paths.desk.item(row.itemNo)}>
                  {pick(row.name)}
                </a>
                <small className="cell-note">{row.projectName}</small>
              </>
            ),
          },
          {
            key: "status",
            header: t("windowdesk.status"),
            cell: (row) => (
              <>
                <Tag>{t(`item.status.${row.status}`)}</Tag> {row.posted && <Tag tone="hold">{t("handovers.post-out")}</Tag>}
              </>
            ),
          },
          {
            key: "due",
            header: t("item.deliveryDueOn"),
            cell: (row) => (
              <>
                <Day on={row.deliveryDueOn} none={t("item.deliveryDueOn.none")} /> {row.late?.kind === "delivery" && late(row)}
              </>
            ),
          },
          {
            key: "pickup",
            header: t("windowdesk.pickup"),
            cell: (row) => (
              <>
                <Day on={row.pickupBy} none="--" /> {row.late?.kind === "pickup" && late(row)}
              </>
            ),
          },
        ]}
      />
      <Pager previous={after ? paths.desk.window() : null} next={moreResults && paths.desk.window({ after: moreResults })} />
      <p className="card__note muted">
        {pickup.workingDays === null ? t("windowdesk.pickup.unknown") : pickup.assumed ? t("windowdesk.assumed", { n: pickup.workingDays }) : null}
      </p>
    </Card>
  );
}

function Passages({ rows }: { rows: readonly WindowPassage[] }) {
  const { t, pick } = useWords();
  return (
    <Card title={t("windowdesk.parcels")} flush>
      <DataTable
        caption={t("list.of", { name: t("windowdesk.parcels") })}
        stacked
        rows={rows}
        rowKey={(row) => row.id}
        empty={t("windowdesk.parcels.empty")}
        columns={[
          {
            key: "what",
            header: t("windowdesk.what"),
            rowHeader: true,
            cell: (row) => (
              <>
                {t(`handovers.${row.kind}`, { department: row.department && pick(row.department) })}
                {row.carrier && <small className="cell-note">{t("handovers.parcel", { carrier: row.carrier, trackingNo: row.trackingNo })}</small>}
              </>
            ),
          },
          {
            key: "item",
            header: t("windowdesk.item"),
            cell: (row) => (
              <>
                <a href={paths.desk.item(row.itemNo)}>{row.names.map(pick).join(t("list.comma"))}</a>
                <small className="cell-note">{row.projectName}</small>
              </>
            ),
          },
          { key: "since", header: t("windowdesk.since"), cell: (row) => <Day on={row.sentOn} none="--" /> },
        ]}
      />
    </Card>
  );
}
