import { type ColumnDef, columnVisibilityFeature, constructTable, tableFeatures } from "@tanstack/table-core";
import { storeReactivityBindings } from "@tanstack/table-core/store-reactivity-bindings";
import type { ReactNode } from "react";
import type { CaseRow, CaseSort } from "../../../application/queries/cases";
import { LightTag, Tag, type Words } from "../../../components";
import type { Key } from "../../../i18n";
import { paths } from "../../../web/paths";

/** Sorting and paging happen in the database; table-core keeps the columns: their order, which of them show, their values. */
const featuresOf = () => tableFeatures({ coreReactivityFeature: storeReactivityBindings(), columnVisibilityFeature });
type Features = ReturnType<typeof featuresOf>;

interface CaseColumn {
  readonly id: string;
  readonly header: Key;
  readonly sort?: CaseSort;
  readonly align?: "end";
  readonly rowHeader?: boolean;
  readonly className?: string;
  value(row: CaseRow): unknown;
  cell(row: CaseRow, words: Words): ReactNode;
}

/** The columns in their first order; light, number and name stand first and cannot be hidden. */
export const CASE_COLUMNS: readonly CaseColumn[] = [
  {
    id: "light",
    header: "cases.column.light",
    value: (row) => row.light,
    cell: (row, { t }) =>
      row.light === "none" ? (
        <span className="muted">{t(row.status === "completed" ? "project.status.completed" : "light.none")}</span>
      ) : (
        <LightTag light={row.light} />
      ),
  },
  {
    id: "name",
    header: "cases.column.name",
    sort: "name",
    rowHeader: true,
    value: (row) => row.name,
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
    id: "number",
    header: "cases.column.number",
    sort: "number",
    className: "nowrap",
    value: (row) => row.projectNo,
    cell: (row) => <span className="mono">{row.projectNo}</span>,
  },
  { id: "category", header: "cases.column.category", value: (row) => row.category, cell: (row, { pick }) => pick(row.category) },
  { id: "status", header: "cases.column.status", value: (row) => row.status, cell: (row, { t }) => <Tag>{t(`project.status.${row.status}`)}</Tag> },
  { id: "agent", header: "cases.column.agent", value: (row) => row.agentName, cell: (row) => row.agentName ?? "--" },
  {
    id: "due",
    header: "cases.column.due",
    sort: "due",
    className: "nowrap",
    value: (row) => row.nextDueOn,
    cell: (row, { weekday }) => (row.nextDueOn ? <span className="num">{`${row.nextDueOn} ${weekday(row.nextDueOn)}`}</span> : "--"),
  },
  { id: "remaining", header: "cases.column.remaining", align: "end", value: (row) => row.remaining, cell: (row) => row.remaining ?? "--" },
  { id: "progress", header: "cases.column.progress", align: "end", value: (row) => row.closedCount, cell: (row) => `${row.closedCount}/${row.itemCount}` },
  { id: "correcting", header: "cases.column.correcting", align: "end", value: (row) => row.correctingCount, cell: (row) => row.correctingCount || "--" },
  { id: "paused", header: "cases.column.paused", align: "end", value: (row) => row.pausedCount, cell: (row) => row.pausedCount || "--" },
  {
    id: "updated",
    header: "cases.column.updated",
    sort: "updated",
    className: "nowrap",
    value: (row) => row.updatedAt,
    cell: (row, { dayTime }) => <span className="num">{dayTime(row.updatedAt)}</span>,
  },
];

const ALWAYS_SHOWN: readonly string[] = ["light", "name", "number"];
/** Hidden until somebody asks for them: most rows have nothing to show there. */
export const FIRST_HIDDEN: readonly string[] = ["correcting", "paused"];
export const HIDEABLE = CASE_COLUMNS.filter((column) => !ALWAYS_SHOWN.includes(column.id));

const drawn = new Map<string, readonly CaseColumn[]>();

/** The columns that show, in their order, as table-core has them. Worked out once for each choice: there are few, and every page asks. */
export function shownColumns(hidden: readonly string[]): readonly CaseColumn[] {
  const key = HIDEABLE.map(({ id }) => (hidden.includes(id) ? id : "")).join(".");
  const known = drawn.get(key) ?? drawColumns(hidden);
  drawn.set(key, known);
  return known;
}

function drawColumns(hidden: readonly string[]): readonly CaseColumn[] {
  const columns: ColumnDef<Features, CaseRow>[] = CASE_COLUMNS.map((column) => ({ id: column.id, header: column.header, accessorFn: column.value }));
  const table = constructTable<Features, CaseRow>({
    features: featuresOf(),
    columns,
    data: [],
    getRowId: (row) => row.projectNo,
    initialState: { columnVisibility: Object.fromEntries(hidden.map((id) => [id, false])) },
  });
  const byId = new Map(CASE_COLUMNS.map((column) => [column.id, column]));
  return table.getVisibleLeafColumns().flatMap((column) => byId.get(column.id) ?? []);
}
