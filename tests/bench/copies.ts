import type { Column } from "drizzle-orm";
import { getTableColumns, getTableName } from "drizzle-orm";
import type { PgTable } from "drizzle-orm/pg-core";
import type { CaseEvent } from "../../app/domain/case/events";
import type { CollectionName, Project } from "../../app/domain/case/state";
import { canonicalJson } from "../../db/canonical";
import { foldText, gramsOf } from "../../db/grams";
import type { Tables } from "../../db/port";
import { CHAIN_START, digestOfEvent, type EventRow } from "../../db/repositories/case-events";
import { TABLE_OF } from "../../db/repositories/case-rows";
import type { Template } from "./templates";

/** One row as the driver takes it, with the table it is for. */
export interface DriverRow {
  readonly table: string;
  readonly values: readonly unknown[];
}

/** The statement that takes the rows of a table. */
export function insertInto(table: PgTable): { readonly name: string; readonly sql: string } {
  const columns = Object.values(getTableColumns(table));
  const names = columns.map((column) => `"${column.name}"`).join(", ");
  return { name: getTableName(table), sql: `INSERT INTO "${getTableName(table)}" (${names}) VALUES (${columns.map(() => "?").join(", ")})` };
}

function driverRow(table: PgTable, row: Readonly<Record<string, unknown>>): DriverRow {
  const values = Object.entries(getTableColumns(table)).map(([key, column]) => {
    const value = row[key];
    return value === null || value === undefined ? null : (column as Column).mapToDriverValue(value);
  });
  return { table: getTableName(table), values };
}

/** What makes a copy a case of its own. */
export interface Identity {
  /** Position of the copy: its ids are made of it. */
  readonly number: number;
  readonly projectNo: string;
  readonly name: string;
  readonly enterpriseId: string;
  readonly enterpriseName: string;
  readonly creditCode: string;
  readonly agentId: string;
  readonly agentName: string;
  /** `HH:mm:ss.sss`, so that copies of one template were not all last changed in the same instant. */
  readonly timeOfDay: string;
}

const COLLECTIONS = Object.keys(TABLE_OF) as CollectionName[];

/** Every table a case has rows in, parents before their parts. */
export const caseTables = (t: Tables): readonly PgTable[] => [t.project, ...COLLECTIONS.map((collection) => t[TABLE_OF[collection]]), t.caseEvent];

/** An id of the right shape from the copy's number and the row's place in the template. */
const idOf = (copy: number, place: number): string => {
  const digits = copy.toString(16).padStart(12, "0");
  return `${digits.slice(0, 8)}-${digits.slice(8)}-7${place.toString(16).padStart(3, "0")}-8000-000000000000`;
};

/** Copies one template under new identities; history and rows agree, so `verify` finds nothing when the history is whole. */
export class Copier {
  private readonly ids: readonly string[];
  private readonly templateNo: string;

  constructor(
    private readonly t: Tables,
    private readonly template: Template,
  ) {
    const { project, ...parts } = template.state;
    this.ids = [project.id, ...Object.values(parts).flatMap((entities) => Object.keys(entities))];
    this.templateNo = project.projectNo;
  }

  /**
   * @param mostEvents events written of the history, from its start; the chain's end stays where it would be
   */
  copy(centreId: string, identity: Identity, mostEvents: number): { readonly projectId: string; readonly rows: readonly DriverRow[] } {
    const { project, ...parts } = this.template.state;
    const renamed = new Map(this.ids.map((id, place) => [id, idOf(identity.number, place)]));
    const projectId = renamed.get(project.id) ?? "";
    const retime = (instant: string) => `${instant.slice(0, 11)}${identity.timeOfDay}Z`;
    const { name, enterpriseId, enterpriseName, creditCode, agentId, agentName, projectNo } = identity;
    const own = { id: projectId, projectNo, name, enterpriseId, enterpriseName, creditCode, agentId, agentName };
    const row: Project = { ...project, ...own, updatedAt: retime(project.updatedAt) };
    const history = this.history(renamed, own, retime, mostEvents);
    const searchText = foldText([row.projectNo, row.projectCode ?? "", row.name, row.enterpriseName, row.creditCode, row.site].join("\n"));
    const rows = [
      driverRow(this.t.project, { ...row, headSeq: project.version, headHash: history.at(-1)?.hash, searchText, grams: gramsOf(searchText, centreId) }),
    ];
    for (const collection of COLLECTIONS) {
      for (const entity of Object.values(parts[collection])) {
        const fields = JSON.parse(this.rename(JSON.stringify(entity), renamed, own)) as Record<string, unknown>;
        rows.push(driverRow(this.t[TABLE_OF[collection]], { ...fields, centreId, projectId }));
      }
    }
    for (const event of history) rows.push(driverRow(this.t.caseEvent, { ...event }));
    return { projectId, rows };
  }

  private history(renamed: ReadonlyMap<string, string>, own: Partial<Project>, retime: (instant: string) => string, mostEvents: number): EventRow[] {
    const projectId = own.id ?? "";
    let previousHash = CHAIN_START;
    return this.template.history.slice(0, mostEvents).map((event) => {
      const payload =
        event.type === "project-registered" ? canonicalJson({ ...(JSON.parse(event.payload) as CaseEvent), ...own }) : this.rename(event.payload, renamed, own);
      const row: EventRow = { ...event, projectId, payload, recordedAt: retime(event.recordedAt), previousHash, hash: "" };
      previousHash = digestOfEvent(row);
      return { ...row, hash: previousHash };
    });
  }

  /** Ids, the project number and what the project and its enterprise are called, in the text of an event or a part; ids are as long as one another. */
  private rename(payload: string, renamed: ReadonlyMap<string, string>, own: Partial<Project>): string {
    const text = payload.replace(/[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}/g, (id) => renamed.get(id) ?? id);
    const { project } = this.template.state;
    const called = (["name", "enterpriseId", "enterpriseName", "creditCode"] as const).reduce(
      (said, key) => said.replaceAll(JSON.stringify(project[key]), JSON.stringify(own[key])),
      text,
    );
    return called.replaceAll(this.templateNo, own.projectNo ?? "");
  }
}
