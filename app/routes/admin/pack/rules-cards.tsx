import type { ReactNode } from "react";
import { Card, DataTable, useWords } from "../../../components";
import type { Pack, Sourced } from "../../../domain/pack/pack";
import { isKey } from "../../../i18n";
import { Source, SourcedValue } from "../pieces/sourced";

interface PackProps {
  readonly pack: Pack;
}

/** Name of a department by its code in this pack. */
export const useDepartment = (pack: Pack): ((code: string) => string) => {
  const { pick } = useWords();
  return (code) => {
    const found = pack.departments.find((department) => department.code === code);
    return found ? pick(found.name) : code;
  };
};

const WorkingDays = ({ of }: { of: Sourced<number> }) => {
  const { t } = useWords();
  return <SourcedValue of={of}>{(n) => t("admin.unit.wd", { n })}</SourcedValue>;
};

export function BasisCard({ pack }: PackProps) {
  const { t } = useWords();
  return (
    <Card title={t("admin.pack.basis")} id="basis" flush>
      <DataTable
        caption={t("admin.table", { title: t("admin.pack.basis") })}
        rows={pack.basis}
        rowKey={(basis) => basis.title}
        stacked
        columns={[
          { key: "title", header: t("admin.pack.basis.title"), rowHeader: true, cell: (basis) => basis.title },
          { key: "number", header: t("admin.pack.basis.number"), cell: (basis) => basis.number ?? <span className="muted">{t("admin.pack.basis.none")}</span> },
          { key: "source", header: t("admin.source"), cell: (basis) => <Source of={basis} /> },
        ]}
      />
    </Card>
  );
}

export function CategoriesCard({ pack }: PackProps) {
  const { t, pick } = useWords();
  return (
    <Card title={t("admin.pack.categories")} id="categories" flush>
      <DataTable
        caption={t("admin.table", { title: t("admin.pack.categories") })}
        rows={pack.categories}
        rowKey={(category) => category.code}
        stacked
        columns={[
          { key: "name", header: t("admin.pack.category"), rowHeader: true, cell: (category) => pick(category.name) },
          { key: "budget", header: t("admin.pack.budget"), cell: (category) => <WorkingDays of={category.budgetWorkingDays} /> },
          { key: "source", header: t("admin.source"), cell: (category) => <Source of={category.budgetWorkingDays} /> },
          {
            key: "mode",
            header: t("admin.pack.mode"),
            cell: (category) => <SourcedValue of={category.budgetMode}>{(mode) => t(`admin.mode.${mode}`)}</SourcedValue>,
          },
        ]}
      />
    </Card>
  );
}

export function StagesCard({ pack }: PackProps) {
  const { t, pick } = useWords();
  const department = useDepartment(pack);
  return (
    <Card title={t("admin.pack.stages")} id="stages" flush>
      <DataTable
        caption={t("admin.table", { title: t("admin.pack.stages") })}
        rows={pack.stages}
        rowKey={(stage) => stage.code}
        stacked
        columns={[
          { key: "name", header: t("admin.pack.stage"), rowHeader: true, cell: (stage) => pick(stage.name) },
          { key: "lead", header: t("admin.pack.lead"), cell: (stage) => <SourcedValue of={stage.leadDepartment}>{department}</SourcedValue> },
          { key: "lead-source", header: t("admin.source"), cell: (stage) => <Source of={stage.leadDepartment} /> },
          { key: "limit", header: t("admin.pack.limit"), cell: (stage) => <WorkingDays of={stage.limitWorkingDays} /> },
          { key: "limit-source", header: t("admin.source"), cell: (stage) => <Source of={stage.limitWorkingDays} /> },
        ]}
      />
    </Card>
  );
}

export function TypesCard({ pack }: PackProps) {
  const { t, pick } = useWords();
  return (
    <Card title={t("admin.pack.types")} id="types" flush>
      <DataTable
        caption={t("admin.table", { title: t("admin.pack.types") })}
        rows={pack.itemTypes}
        rowKey={(type) => type.code}
        stacked
        columns={[
          { key: "name", header: t("admin.pack.type"), rowHeader: true, cell: (type) => pick(type.name) },
          { key: "limit", header: t("admin.pack.limit"), cell: (type) => <WorkingDays of={type.limitWorkingDays} /> },
          {
            key: "steps",
            header: t("admin.pack.steps"),
            cell: (type) =>
              type.steps.length === 0 ? <span className="muted">{t("admin.unset")}</span> : type.steps.map((step) => pick(step.name)).join(" → "),
          },
          { key: "source", header: t("admin.source"), cell: (type) => <Source of={type.limitWorkingDays} /> },
        ]}
      />
    </Card>
  );
}

interface Row {
  readonly key: string;
  readonly name: string;
  readonly value: Sourced<unknown>;
  readonly say: (value: never) => ReactNode;
}

function SourcedTable({ caption, header, rows }: { caption: string; header: string; rows: readonly Row[] }) {
  const { t } = useWords();
  return (
    <DataTable<Row>
      caption={t("admin.table", { title: caption })}
      rows={rows}
      rowKey={(row) => row.key}
      stacked
      columns={[
        { key: "name", header, rowHeader: true, cell: (row) => row.name },
        { key: "value", header: t("admin.pack.value"), cell: (row) => <SourcedValue of={row.value}>{(value) => row.say(value as never)}</SourcedValue> },
        { key: "source", header: t("admin.source"), cell: (row) => <Source of={row.value} /> },
      ]}
    />
  );
}

export function ParametersCard({ pack }: PackProps) {
  const { t } = useWords();
  const { parameters } = pack;
  const days = (n: number) => t("admin.unit.wd", { n });
  const word = (value: string) => {
    const key = `admin.value.${value}`;
    return isKey(key) ? t(key) : value;
  };
  const yesNo = (value: boolean) => t(value ? "yes" : "no");
  const row = <T,>(name: keyof Pack["parameters"], value: Sourced<T> | undefined, say: (value: T) => ReactNode): Row[] =>
    value ? [{ key: name, name: t(`admin.parameter.${name}`), value, say: say as Row["say"] }] : [];
  return (
    <Card title={t("admin.pack.parameters")} id="parameters" flush>
      <SourcedTable
        caption={t("admin.pack.parameters")}
        header={t("admin.pack.parameter")}
        rows={[
          ...row("correctionNoticeWorkingDays", parameters.correctionNoticeWorkingDays, days),
          ...row("startRule", parameters.startRule, word),
          ...row("pauseRule", parameters.pauseRule, word),
          ...row("warnWorkingDays", parameters.warnWorkingDays, (n) => t("admin.value.warn", { n })),
          ...row("deliveryWorkingDays", parameters.deliveryWorkingDays, days),
          ...row("correctionFailedOutcome", parameters.correctionFailedOutcome, word),
          ...row("correctionStopsCommittedClock", parameters.correctionStopsCommittedClock, yesNo),
          ...row("conversionWorkingDays", parameters.conversionWorkingDays, days),
        ]}
      />
    </Card>
  );
}

export function SwitchesCard({ pack }: PackProps) {
  const { t, pick } = useWords();
  const { simulatedApproval, commitment, greenChannel } = pack.switches;
  const whom = (codes: readonly string[]) =>
    codes.length === 0
      ? t("admin.value.none")
      : codes
          .map((code) =>
            code === "KEY" ? t("admin.value.key") : pick(pack.categories.find((category) => category.code === code)?.name ?? { zh: code, en: code }),
          )
          .join(t("admin.comma"));
  return (
    <Card title={t("admin.pack.switches")} id="switches" flush>
      <SourcedTable
        caption={t("admin.pack.switches")}
        header={t("admin.pack.switch")}
        rows={[
          { key: "simulated", name: t("admin.switch.simulatedApproval"), value: simulatedApproval, say: whom },
          { key: "commitment", name: t("admin.switch.commitment"), value: commitment, say: whom },
          { key: "green", name: t("admin.switch.greenChannel"), value: greenChannel, say: (on: boolean) => t(on ? "yes" : "no") },
        ]}
      />
    </Card>
  );
}

export function ProceduresCard({ pack }: PackProps) {
  const { t, pick } = useWords();
  return (
    <Card title={t("admin.pack.procedures")} id="procedures" flush>
      <DataTable
        caption={t("admin.table", { title: t("admin.pack.procedures") })}
        rows={pack.procedures}
        rowKey={(procedure) => procedure.code}
        stacked
        columns={[
          { key: "name", header: t("admin.pack.procedure"), rowHeader: true, cell: (procedure) => pick(procedure.name) },
          { key: "stops", header: t("admin.pack.stops"), cell: (procedure) => t(`admin.pack.stops.${procedure.stops}`) },
          { key: "max", header: t("admin.pack.max"), cell: (procedure) => <WorkingDays of={procedure.maxWorkingDays} /> },
          {
            key: "source",
            header: t("admin.source"),
            cell: (procedure) => (
              <>
                <Source of={procedure} />
                <br />
                <Source of={procedure.maxWorkingDays} />
              </>
            ),
          },
        ]}
      />
    </Card>
  );
}

export function DepartmentsCard({ pack }: PackProps) {
  const { t, pick } = useWords();
  return (
    <Card title={t("admin.pack.departments")} id="departments">
      <ul className="names">
        {pack.departments.map((department) => (
          <li key={department.code}>
            {pick(department.name)} <span className="muted small mono">{department.code}</span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
