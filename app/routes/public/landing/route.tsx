import { type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { ButtonLink, Card, PageHead, PublicShell, Stack, useWords } from "../../../components";
import { homeOf } from "../../../web/frame";
import { titled } from "../../../web/page";
import { paths } from "../../../web/paths";

export const handle = titled((t) => t("public.landing.title"));

/** The front door: people who are signed in go straight to their desk or portal. */
export async function loader({ context }: LoaderFunctionArgs) {
  const signed = await context.signed();
  if (signed) throw redirect(homeOf(signed.actor.role), 303);
  return null;
}

const WHAT = ["public.landing.what.1", "public.landing.what.2", "public.landing.what.3", "public.landing.what.4"] as const;

export default function LandingPage() {
  const { t } = useWords();
  return (
    <PublicShell>
      <PageHead title={t("public.landing.title")} lead={t("public.landing.lead")} />
      <Stack>
        <Card title={t("public.landing.progress")}>
          <p>{t("public.landing.progress.text")}</p>
          <div className="card__foot">
            <ButtonLink href={paths.progress()}>{t("public.landing.progress.go")}</ButtonLink>
          </div>
        </Card>
        <Card title={t("public.landing.screening")}>
          <p>{t("public.landing.screening.text")}</p>
          <div className="card__foot">
            <ButtonLink href={paths.screening()} second>
              {t("public.landing.screening.go")}
            </ButtonLink>
          </div>
        </Card>
        <Card title={t("public.landing.guides")}>
          <p>{t("public.landing.guides.text")}</p>
          <div className="card__foot">
            <ButtonLink href={paths.guides()} second>
              {t("public.landing.guides.go")}
            </ButtonLink>
          </div>
        </Card>
        <Card title={t("public.landing.sign-in")}>
          <p>{t("public.landing.sign-in.text")}</p>
          <div className="card__foot">
            <ButtonLink href={paths.signIn()} second>
              {t("public.landing.sign-in.go")}
            </ButtonLink>
          </div>
        </Card>
        <Card title={t("public.landing.what")}>
          <ul className="ticks">
            {WHAT.map((key) => (
              <li key={key}>{t(key)}</li>
            ))}
          </ul>
          <p className="card__foot">
            <a className="link" href={paths.agency()}>
              {t("public.landing.agency.go")}
            </a>
          </p>
        </Card>
        <Card title={t("public.landing.verify")}>
          <p>{t("public.landing.verify.text")}</p>
        </Card>
      </Stack>
    </PublicShell>
  );
}
