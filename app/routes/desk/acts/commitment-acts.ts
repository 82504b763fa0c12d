import type { CommitmentView } from "../../../application/queries/commitment-view";
import type { CommitmentPage } from "../../../application/queries/project-commitment";
import type { CommitmentActNoun } from "../../../web/paths";
import { type ActOn, acting } from "./act-on";

/** What an act on a commitment is about. */
export interface CommitmentActContext {
  readonly page: CommitmentPage;
  /** Null for a new proposal. */
  readonly commitment: CommitmentView | null;
  /** The check, standard or objection the address names, where it names one. */
  readonly subject: string | null;
}

/** One act on a project commitment. Texts are `acts.commitment-<noun>.…`; `done.commitment-<noun>` says it is done. */
export type CommitmentAct = ActOn<CommitmentActContext, CommitmentActNoun>;

/** An act whose fields and command are checked against each other. */
export const commitmentAct = acting<CommitmentAct>();

/** Number of the commitment an act is about. */
export const numberOf = ({ commitment }: CommitmentActContext): string => commitment?.record.commitmentNo ?? "";
