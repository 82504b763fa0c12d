import type { ItemActPage } from "../../../application/queries/item-act";
import type { CivilDay } from "../../../domain/calendar/calendar-date";
import type { Command, CommandType } from "../../../domain/case/commands";
import type { Key } from "../../../i18n";
import type { ActNoun } from "../../../web/paths";
import { type ActField, type ActFields, happenedOn, type ValuesOf } from "./fields";

/** One act on an item: its noun in the address, its command, its fields, and how what was typed becomes the command. */
export interface ItemAct {
  readonly noun: ActNoun;
  readonly command: CommandType;
  /** Ends the item's way or turns somebody down: the page says so in a warning. */
  readonly grave?: boolean;
  /** Offered on the checklist page of the item, where it leads back to. */
  readonly onChecklist?: boolean;
  fields(page: ItemActPage): ActFields;
  toCommand(itemNo: string, values: Readonly<Record<string, unknown>>): Command;
}

interface Typed<F extends ActFields> {
  readonly noun: ActNoun;
  readonly command: CommandType;
  readonly grave?: boolean;
  readonly onChecklist?: boolean;
  fields(page: ItemActPage): F;
  toCommand(itemNo: string, values: ValuesOf<F>): Command;
}

/** Keeps fields and command in step by type; the registry itself forgets the names. */
export const act = <F extends ActFields>(typed: Typed<F>): ItemAct => typed as unknown as ItemAct;

/** The day an act happened: today unless another is typed, never later. */
export const on = (today: CivilDay, label: Key, hint?: Key): ActField<CivilDay> => happenedOn({ label, hint }, today);
