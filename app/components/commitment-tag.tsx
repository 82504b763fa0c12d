import type { CommitmentStatus } from "../domain/case/parts/project-commitment";
import { Tag, type Tone } from "./tag";
import { useWords } from "./words";

const TONE: Readonly<Partial<Record<CommitmentStatus, Tone>>> = {
  "in-force": "ok",
  "in-operation": "ok",
  fulfilled: "ok",
  rectifying: "warn",
  supplementing: "warn",
  breached: "late",
};

/** State of a project's commitment in a word, with its mark. */
export function CommitmentTag({ status }: { status: CommitmentStatus }) {
  const { t } = useWords();
  return <Tag tone={TONE[status] ?? "plain"}>{t(`commitment.status.${status}`)}</Tag>;
}
