import type { Covers } from "../../../application/cover";
import { Alert, useWords } from "../../../components";
import { paths } from "../../../web/paths";

/** Whom this manager stands in for today, and who stands in for them. */
export function CoverNotes({ covers: { standsInFor, ownStandIns } }: { covers: Covers }) {
  const { t, day } = useWords();
  if (standsInFor.length + ownStandIns.length === 0) return null;
  return (
    <Alert tone="info">
      <ul className="sim-blocks">
        {standsInFor.map((cover) => (
          <li key={cover.id}>
            {t(cover.projectId === null ? "cover.note.for" : "cover.note.for.case", { name: cover.forName, day: day(cover.until), reason: cover.reason })}
          </li>
        ))}
        {ownStandIns.map((cover) => (
          <li key={cover.id}>{t(cover.projectId === null ? "cover.note.own" : "cover.note.own.case", { name: cover.standInName, day: day(cover.until) })}</li>
        ))}
      </ul>
      <p>
        <a href={paths.desk.cover()}>{t("cover.title")}</a>
      </p>
    </Alert>
  );
}
