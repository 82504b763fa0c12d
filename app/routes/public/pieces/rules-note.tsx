import type { RulesInForce } from "../../../application/queries/guides";
import { useWords } from "../../../components";

/** Which version of the rules a public page was made from. */
export function RulesNote({ rules }: { rules: RulesInForce | null }) {
  const { t, pick } = useWords();
  if (!rules) return null;
  return <p className="muted small">{t("guides.rules", { name: pick(rules.name), digest: rules.digest.slice(0, 8) })}</p>;
}
