import { Card, DataTable, useWords } from "../../../components";
import type { Basis, ItemType, Transfer } from "../../../domain/pack/pack";
import { Assumed, Said, Source, SourcedValue, useShownPack } from "../pieces/sourced";
import { RULE_TOPICS, topicOf } from "./rule-topics";
import { EntriesCard, EntriesTable, ValuesCard, ValuesTable } from "./tables";

export function BasisCard() {
  const { t } = useWords();
  const { pack, words } = useShownPack();
  return (
    <Card title={words.group("basis")} id="basis" flush>
      <DataTable<Basis>
        caption={t("admin.table", { title: words.group("basis") })}
        rows={pack.basis}
        rowKey={(basis) => basis.title}
        stacked
        columns={[
          { key: "title", header: t("admin.pack.basis.title"), rowHeader: true, cell: (basis) => basis.title },
          { key: "number", header: t("admin.pack.basis.number"), cell: (basis) => basis.number ?? <span className="muted">{t("admin.pack.basis.none")}</span> },
          { key: "valid", header: t("pack.page.basis.valid"), className: "nowrap", cell: (basis) => <Validity of={basis} /> },
          { key: "source", header: t("admin.source"), cell: (basis) => <Source of={basis} /> },
        ]}
      />
    </Card>
  );
}

function Validity({ of: { validFrom = null, validTo = null } }: { of: Basis }) {
  const { t, range } = useWords();
  if (validFrom === null && validTo === null) return <span className="muted">{t("pack.page.basis.unknown")}</span>;
  if (validTo === null) return <>{t("admin.packs.valid.open", { from: validFrom ?? "" })}</>;
  return <>{validFrom === null ? `— ${validTo}` : range(validFrom, validTo)}</>;
}

/** Everything that counts days: categories, stages, types, classes, parameters, pauses. */
export function ClockCards() {
  const { t } = useWords();
  const { pack } = useShownPack();
  return (
    <>
      <EntriesCard group="categories" entries={pack.categories} header={t("admin.pack.category")} keys={["budgetWorkingDays", "budgetMode"]} />
      <EntriesCard group="stages" entries={pack.stages} header={t("admin.pack.stage")} keys={["leadDepartment", "limitWorkingDays"]} />
      <EntriesCard
        group="itemTypes"
        entries={pack.itemTypes}
        header={t("admin.pack.type")}
        keys={["limitWorkingDays", "steps", "separatePersons", "exceptionReductionPercent"]}
        cells={{ steps: (code) => <Steps of={code as ItemType} /> }}
      />
      <EntriesCard group="complexity" entries={pack.complexity} header={t("pack.page.class")} keys={["limitWorkingDays", "reductionPercent"]} />
      <ValuesCard group="parameters" header={t("admin.pack.parameter")} />
      <EntriesCard group="procedures" entries={pack.procedures} header={t("admin.pack.procedure")} keys={["stops", "maxWorkingDays"]} />
    </>
  );
}

function Steps({ of }: { of: ItemType }) {
  const { t, pick } = useWords();
  const { pack } = useShownPack();
  const steps = pack.itemTypes.find((type) => type.code === of)?.steps ?? [];
  if (steps.length === 0) return <span className="muted">{t("admin.unset")}</span>;
  return (
    <ol className="pack-steps">
      {steps.map((step) => (
        <li key={step.code}>
          {pick(step.name)} · <SourcedValue of={step.limitWorkingDays}>{(n) => t("admin.unit.wd", { n })}</SourcedValue>
          <br />
          <Source of={step.limitWorkingDays} />
        </li>
      ))}
    </ol>
  );
}

/** How the place works: rules of conduct by topic, reforms, targets, processes, bundles, windows, agency, ratings. */
export function PracticeCards() {
  const { t } = useWords();
  const { pack, statements, words } = useShownPack();
  const rules = statements.filter(({ path }) => path[0] === "rules");
  const menu = (pack.bundles?.menu ?? []).map(({ code }) => code);
  return (
    <>
      <Card title={words.group("rules")} id="rules" flush>
        {RULE_TOPICS.map((topic) => ({ topic, said: rules.filter(({ path }) => topicOf(path[1] ?? "") === topic) }))
          .filter(({ said }) => said.length > 0)
          .map(({ topic, said }) => (
            <div key={topic} className="pack-topic">
              <h3>{t(`pack.rules.${topic}`)}</h3>
              <ValuesTable caption={t(`pack.rules.${topic}`)} header={t("pack.page.rule")} statements={said} />
            </div>
          ))}
      </Card>
      <ValuesCard group="switches" header={t("admin.pack.switch")} />
      <EntriesCard group="targets" entries={pack.targets} header={t("pack.page.target")} keys={["percent", "by", "scope", "excludes"]} />
      <EntriesCard
        group="processes"
        entries={pack.processes}
        header={t("pack.page.process")}
        keys={["categories"]}
        cells={{ categories: (code) => <ProcessCategories of={code} /> }}
      />
      <Card title={words.group("bundles")} id="bundles" flush>
        <ValuesTable
          caption={words.group("bundles")}
          header={t("pack.page.rule")}
          statements={statements.filter(({ path }) => path[0] === "bundles" && path.length === 2)}
        />
        {menu.length > 0 && (
          <EntriesTable
            base={["bundles", "menu"]}
            codes={menu}
            caption={t("pack.page.bundle.menu")}
            header={t("pack.page.bundle")}
            keys={["items", "steps", "materials"]}
            cells={{ items: (code) => <BundleItems of={code} /> }}
          />
        )}
      </Card>
      <EntriesCard group="windowKinds" entries={pack.windowKinds} header={t("pack.page.window")} keys={["accepts", "issues", "count", "serves"]} />
      <EntriesCard group="windowAreas" entries={pack.windowAreas} header={t("pack.page.area")} keys={["investment"]} />
      <ValuesCard group="agency" header={t("pack.page.rule")} />
      <ValuesCard group="ratings" header={t("pack.page.rule")} />
    </>
  );
}

function ProcessCategories({ of }: { of: string }) {
  const { t } = useWords();
  const { at, words } = useShownPack();
  const said = at("processes", of, "categories");
  return Array.isArray(said?.value) && said.value.length === 0 ? <span className="muted">{t("pack.page.outside")}</span> : <Said of={said} words={words} />;
}

function BundleItems({ of }: { of: string }) {
  const { t } = useWords();
  const { at, words } = useShownPack();
  const said = at("bundles", "menu", of, "items");
  return said ? <Said of={said} words={words} /> : <span className="muted">{t("pack.page.bundle.outside")}</span>;
}

/** Who decides what: items that went to another body, and the departments with those that took over from them. */
export function BodiesCards() {
  const { t, pick } = useWords();
  const { pack, words } = useShownPack();
  return (
    <>
      <Card title={words.group("transfers")} id="transfers" flush>
        <p className="card__note muted small">{t((pack.transfers ?? []).length > 0 ? "pack.page.transfer.lead" : "pack.page.empty")}</p>
        {(pack.transfers ?? []).length > 0 && (
          <DataTable<Transfer>
            caption={t("admin.table", { title: words.group("transfers") })}
            rows={pack.transfers ?? []}
            rowKey={(transfer) => `${transfer.to} ${transfer.kinds.join()}`}
            stacked
            columns={[
              { key: "to", header: t("pack.page.transfer.to"), rowHeader: true, cell: ({ to }) => words.subject(["transfers", to]) },
              {
                key: "what",
                header: words.key(["transfers", ""]),
                cell: ({ kinds, except, assumed }) => (
                  <>
                    {words.value({ path: ["transfers", ""], value: { kinds, except } })} {assumed && <Assumed />}
                  </>
                ),
              },
              { key: "source", header: t("admin.source"), cell: (transfer) => <Source of={transfer} /> },
            ]}
          />
        )}
      </Card>
      <Card title={words.group("departments")} id="departments">
        <ul className="names">
          {pack.departments.map((department) => (
            <li key={department.code}>
              {pick(department.name)} <span className="muted small">{pick(department.shortName)}</span>{" "}
              <span className="muted small mono">{department.code}</span>
              {department.succeededBy && (
                <span className="small pack-gone">
                  {t("pack.page.departments.gone", { department: words.subject(["departments", department.succeededBy]) })}
                </span>
              )}
            </li>
          ))}
        </ul>
      </Card>
    </>
  );
}

/** The questions of the registration with what each answer changes. */
export function QuestionsCard() {
  const { t, pick } = useWords();
  const { pack, words, at } = useShownPack();
  return (
    <Card title={words.group("questions")} id="questions">
      <p className="muted small">{t("pack.page.questions.lead")}</p>
      <ul className="pack-questions">
        {pack.questions.map((question) => (
          <li key={question.code}>
            <details className="fold">
              <summary>{pick(question.text)}</summary>
              {question.help && <p className="muted small">{pick(question.help)}</p>}
              <p className="muted small">
                {words.key(["questions", question.code, "categories"])}: <Said of={at("questions", question.code, "categories")} words={words} />{" "}
                <span className="mono">{question.code}</span>
              </p>
              <DataTable
                caption={t("admin.table", { title: pick(question.text) })}
                rows={question.options}
                rowKey={(option) => option.code}
                stacked
                columns={[
                  { key: "text", header: t("pack.page.answer"), rowHeader: true, cell: (option) => pick(option.text) },
                  ...(["adds", "drops"] as const).map((key) => ({
                    key,
                    header: words.key(["questions", question.code, "options", "", key]),
                    cell: (option: (typeof question.options)[number]) => (
                      <Said of={at("questions", question.code, "options", option.code, key)} words={words} />
                    ),
                  })),
                ]}
              />
            </details>
          </li>
        ))}
      </ul>
    </Card>
  );
}
