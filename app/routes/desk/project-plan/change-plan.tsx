import type { PlanPage, PlanPreview } from "../../../application/queries/project-plan";
import { Buttons, Card, DayField, Field, Form, HiddenFields, Select, useWords } from "../../../components";
import type { FormState } from "../../../i18n/message";
import { paths } from "../../../web/paths";
import { LENGTH } from "../acts/fields";
import { writeChange } from "./changes";

interface ChangePlanProps {
  readonly page: PlanPage;
  readonly preview: PlanPreview;
  readonly state: FormState | undefined;
}

/** The changes tried so far, carried by every form of the page. */
function Tried({ page }: { page: PlanPage }) {
  const all = [...page.changes.added.map((change) => writeChange("add", change)), ...page.changes.dropped.map((change) => writeChange("drop", change))];
  return (
    <>
      {all.map((change) => (
        <input key={change} type="hidden" name="change" value={change} />
      ))}
    </>
  );
}

/** Adding and leaving out items, each with a reason and shown in the plan above before anything is recorded; then the confirmation. */
export function ChangePlan({ page, preview, state }: ChangePlanProps) {
  const { t, pick } = useWords();
  const { added, dropped } = page.changes;
  // The page's own address without what was just done, which is said once.
  const here = paths.desk.projectTab(page.head.projectNo, "plan");
  const name = (code: string) => {
    const found = preview.names[code];
    return found ? pick(found) : code;
  };
  /** An addition the plan holds already and that is not taken back: the works may not start without it. */
  const fixed = preview.standing.filter(({ code }) => !preview.droppable.some((one) => one.code === code));
  const stands = (code: string) => preview.standing.some((one) => one.added && one.code === code);
  return (
    <>
      <Card title={t("plan.change")} id="change">
        <p className="muted">{t("plan.change.text")}</p>
        {added.length + dropped.length > 0 && (
          <ul className="plain-list">
            {[...added.map((change) => ({ ...change, act: "add" as const })), ...dropped.map((change) => ({ ...change, act: "drop" as const }))].map(
              (change) => (
                <li key={change.code}>
                  <Form action={`${here}#change`}>
                    <HiddenFields version={page.head.version} values={{ intent: "undo", undo: change.code }} />
                    <Tried page={page} />
                    <p className="tried">
                      {t(`plan.tried.${change.act}`, { item: name(change.code) })} <span className="muted">{t("plan.reason", { reason: change.reason })}</span>{" "}
                      {stands(change.code) ? null : (
                        <button type="submit" className="button button--second">
                          {t("plan.undo")}
                          <span className="visually-hidden"> {name(change.code)}</span>
                        </button>
                      )}
                    </p>
                  </Form>
                </li>
              ),
            )}
          </ul>
        )}
        <details className="change" open={Boolean(state?.errors.code ?? state?.errors.reason)}>
          <summary>{t("plan.add")}</summary>
          <Form state={state} action={`${here}#change`}>
            <HiddenFields version={page.head.version} values={{ intent: "add" }} />
            <Tried page={page} />
            <Select
              name="code"
              label={t("plan.add.item")}
              blank={t("acts.choose")}
              size="full"
              options={preview.optional.map((one) => ({
                value: one.code,
                label: one.undecided ? t("plan.option.undecided", { item: pick(one.name) }) : pick(one.name),
                group: pick(one.stage),
              }))}
            />
            <Field name="reason" label={t("plan.add.reason")} size="full" maxLength={LENGTH.reason} />
            <div className="buttons">
              <button type="submit" className="button button--second">
                {t("plan.add.submit")}
              </button>
            </div>
          </Form>
        </details>
        <details className="change" open={Boolean(state?.errors.dropCode ?? state?.errors.dropReason)}>
          <summary>{t("plan.drop")}</summary>
          {fixed.length > 0 && <p className="muted">{t("plan.drop.standing", { items: fixed.map((one) => pick(one.name)) })}</p>}
          <Form state={state} action={`${here}#change`}>
            <HiddenFields version={page.head.version} values={{ intent: "drop" }} />
            <Tried page={page} />
            <Select
              name="dropCode"
              label={t("plan.drop.item")}
              blank={t("acts.choose")}
              size="full"
              options={preview.droppable.map((one) => ({ value: one.code, label: pick(one.name), group: pick(one.stage) }))}
            />
            <Field name="dropReason" label={t("plan.drop.reason")} size="full" maxLength={LENGTH.reason} />
            <div className="buttons">
              <button type="submit" className="button button--second">
                {t("plan.drop.submit")}
              </button>
            </div>
          </Form>
        </details>
      </Card>
      <Card title={t(page.confirmedOn ? "plan.confirm.again" : "plan.confirm")}>
        {preview.unchanged ? (
          <p className="muted">{t("plan.unchanged")}</p>
        ) : preview.undecided.length > 0 ? (
          <p>{t("plan.confirm.undecided")}</p>
        ) : (
          <Form state={state} action={here}>
            <HiddenFields version={page.head.version} values={{ intent: "confirm" }} />
            <Tried page={page} />
            <p>{t("plan.confirm.text", { n: preview.itemCount })}</p>
            {preview.anew.length > 0 && <p>{t("plan.confirm.anew", { items: preview.anew.map(pick).join(t("list.comma")) })}</p>}
            <DayField name="on" label={t("plan.on")} value={page.today} max={page.today} />
            <Buttons submit={t(page.confirmedOn ? "plan.confirm.again.submit" : "plan.confirm.submit")} />
          </Form>
        )}
      </Card>
    </>
  );
}
