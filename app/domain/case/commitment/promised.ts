import type { SignatureEvent } from "../parts/signature";
import type { ProjectCase } from "../state";
import { movedCommitment } from "./moves";
import { checksOf } from "./reads";

/** What hung was the letter as it was signed: taken back, it hangs no more, and the next one is made public for its own days. */
const UNPUBLISHED = { publicityFrom: null, publicityTo: null, publicityAt: null } as const;

/** A signed promise goes to the preliminary check; one that is taken back is awaited again, checked again and made public again. */
export function withPromise(state: ProjectCase, event: SignatureEvent, letterSignatureId: string | null): ProjectCase {
  const commitment = state.commitments[event.subjectId];
  if (!commitment) throw new Error(`${event.type} names a commitment the case does not have`);
  const told =
    letterSignatureId === null
      ? { ...commitment, ...UNPUBLISHED, letterSignatureId, promisedOn: null }
      : { ...commitment, letterSignatureId, promisedOn: event.on };
  return { ...state, commitments: { ...state.commitments, [told.id]: { ...told, status: movedCommitment(event, told, checksOf(state, told.id)) } } };
}
