import type { CommitmentView } from "../../../application/queries/commitment-view";
import type { CommitmentPage } from "../../../application/queries/project-commitment";
import type { Command, CommandType } from "../../../domain/case/commands";
import type { CommitmentActNoun } from "../../../web/paths";
import type { ActFields, ValuesOf } from "./fields";

/** What an act on a commitment is about. */
export interface CommitmentActContext {
  readonly page: CommitmentPage;
  /** Null for a new proposal. */
  readonly commitment: CommitmentView | null;
  /** The check, standard or objection the address names, where it names one. */
  readonly subject: string | null;
}

/** One act on a project commitment. Texts are `acts.commitment-<noun>.…`; `done.commitment-<noun>` says it is done. */
export interface CommitmentAct {
  readonly noun: CommitmentActNoun;
  readonly command: CommandType;
  readonly grave?: boolean;
  fields(context: CommitmentActContext): ActFields;
  toCommand(context: CommitmentActContext, values: Readonly<Record<string, unknown>>): Command;
}

interface Typed<F extends ActFields> extends Omit<CommitmentAct, "fields" | "toCommand"> {
  fields(context: CommitmentActContext): F;
  toCommand(context: CommitmentActContext, values: ValuesOf<F>): Command;
}

/** An act whose fields and command are checked against each other. */
export const commitmentAct = <F extends ActFields>(typed: Typed<F>): CommitmentAct => typed as unknown as CommitmentAct;

/** Number of the commitment an act is about. */
export const numberOf = ({ commitment }: CommitmentActContext): string => commitment?.record.commitmentNo ?? "";
