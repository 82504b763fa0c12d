import type { SignatureEvent } from "../parts/signature";
import type { ProjectCase } from "../state";
import { movedCommitment } from "./moves";
import { checksOf } from "./reads";

/** A signed promise goes to the preliminary check; one that is taken back is awaited again. */
export function withPromise(state: ProjectCase, event: SignatureEvent, letterSignatureId: string | null): ProjectCase {
  const commitment = state.commitments[event.subjectId];
  if (!commitment) throw new Error(`${event.type} names a commitment the case does not have`);
  const told = { ...commitment, letterSignatureId, promisedOn: letterSignatureId === null ? null : event.on };
  return { ...state, commitments: { ...state.commitments, [told.id]: { ...told, status: movedCommitment(event, told, checksOf(state, told.id)) } } };
}
