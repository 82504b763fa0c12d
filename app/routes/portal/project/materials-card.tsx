import { ButtonLink, Card, useWords } from "../../../components";
import { paths } from "../../../web/paths";

/** The way to everything to be brought and everything given. */
export function MaterialsCard({ projectNo }: { projectNo: string }) {
  const { t } = useWords();
  return (
    <Card title={t("portal.materials.title")}>
      <p>{t("portal.materials.lead")}</p>
      <div className="card__foot">
        <ButtonLink href={paths.portal.materials(projectNo)}>{t("portal.materials.link")}</ButtonLink>
      </div>
    </Card>
  );
}
