import type { PackPage } from "../../../application/queries/pack-page";
import { Card, DataTable, Filters, KeyValues, Select, Tag, useWords } from "../../../components";
import { decidingLevel } from "../../../domain/pack/level";
import type { CatalogueItem, Pack } from "../../../domain/pack/pack";
import { paths } from "../../../web/paths";
import { Assumed, Said, Source, SourcedValue, useShownPack } from "../pieces/sourced";

/** What has a place of its own in the row; everything else an item says stands on its page. */
const IN_THE_ROW: readonly string[] = [
  "name",
  "stage",
  "type",
  "department",
  "decidingDepartment",
  "forwardedTo",
  "statutory",
  "committed",
  "prerequisites",
  "alternatives",
];

/** The catalogue as this place holds it: who decides, how long by law and by promise, after what. */
export function ItemsCard({ page: { pack, items, filter } }: { page: PackPage }) {
  const { t, pick } = useWords();
  const filtered = filter.category !== null || filter.stage !== null;
  return (
    <Card title={t("admin.pack.items")} id="items" flush>
      <Filters action={paths.admin.pack(pack.id)} clearHref={filtered ? paths.admin.pack(pack.id, { part: "items" }) : null}>
        <input type="hidden" name="part" value="items" />
        <Select
          name="stage"
          label={t("admin.pack.stage")}
          blank={t("admin.pack.items.all-stages")}
          value={filter.stage}
          options={pack.stages.map((stage) => ({ value: stage.code, label: pick(stage.name) }))}
        />
        <Select
          name="category"
          label={t("admin.pack.category")}
          blank={t("admin.pack.items.all-categories")}
          value={filter.category}
          options={pack.categories.map((category) => ({ value: category.code, label: pick(category.name) }))}
        />
      </Filters>
      <ItemsTable pack={pack} items={items} caption={t("admin.pack.items.caption", { n: items.length, total: pack.items.length })} captionShown linked />
    </Card>
  );
}

interface ItemsTableProps {
  readonly pack: Pack;
  readonly items: readonly CatalogueItem[];
  readonly caption: string;
  readonly captionShown?: boolean;
  /** Each name leads to the item's own page. */
  readonly linked?: boolean;
}

function ItemsTable({ pack, items, caption, captionShown, linked = false }: ItemsTableProps) {
  const { t } = useWords();
  const { words, at } = useShownPack();
  return (
    <DataTable<CatalogueItem>
      caption={caption}
      captionShown={captionShown}
      empty={t("admin.pack.items.none")}
      rows={items}
      rowKey={(item) => item.code}
      stacked
      columns={[
        { key: "name", header: t("admin.pack.item"), rowHeader: true, cell: (item) => <ItemName item={item} pack={pack} linked={linked} /> },
        {
          key: "department",
          header: t("admin.pack.item.department"),
          cell: (item) => (
            <>
              <Said of={at("items", item.code, "decidingDepartment")} words={words} />
              {item.decidingDepartment !== item.department && (
                <>
                  <br />
                  <span className="muted small">{t("admin.pack.item.supervised", { department: words.subject(["departments", item.department]) })}</span>
                </>
              )}
            </>
          ),
        },
        { key: "statutory", header: t("admin.pack.item.statutory"), cell: (item) => <Statutory item={item} /> },
        { key: "committed", header: t("admin.pack.item.committed"), cell: (item) => <Committed item={item} /> },
        { key: "prerequisites", header: t("admin.pack.item.prerequisites"), cell: (item) => <Prerequisites item={item} pack={pack} /> },
      ]}
    />
  );
}

/** Everything the rules say of one item: what stands in its row of the list, then the rest. */
export function ItemCards({ item, pack }: { item: CatalogueItem; pack: Pack }) {
  const { t, pick } = useWords();
  const { words, ofItem } = useShownPack();
  const rest = ofItem(item.code).filter(({ path }) => !IN_THE_ROW.includes(path[2] ?? ""));
  return (
    <>
      <Card title={t("admin.pack.item")} flush>
        <ItemsTable pack={pack} items={[item]} caption={pick(item.name)} />
      </Card>
      <Card title={t("pack.page.item.rest")}>
        <KeyValues
          rows={[
            ...rest.map((statement) => ({ key: statement.path.join(), label: words.key(statement.path), value: <Said of={statement} words={words} /> })),
            { key: "level", label: words.key(["items", item.code, "level"]), value: t(`pack.level.${decidingLevel(pack, item)}`) },
          ]}
        />
      </Card>
    </>
  );
}

function ItemName({ item, pack, linked }: { item: CatalogueItem; pack: Pack; linked: boolean }) {
  const { t, pick } = useWords();
  const stage = pack.stages.find((candidate) => candidate.code === item.stage);
  const type = pack.itemTypes.find((candidate) => candidate.code === item.type);
  return (
    <>
      {linked ? <a href={paths.admin.packItem(pack.id, item.code)}>{pick(item.name)}</a> : pick(item.name)}
      <p className="muted small item-facts">
        {stage && pick(stage.name)} · {type && pick(type.name)} · <span className="mono">{item.code}</span>
      </p>
      <p className="item-tags">
        {item.forwardedTo && <Tag>{t(`admin.pack.item.forwarded.${item.forwardedTo}`)}</Tag>}
        {item.noticeCommitment !== "no" && <Tag>{t(`admin.pack.item.notice.${item.noticeCommitment}`)}</Tag>}
        {item.deferralAllowed && <Tag>{t("admin.pack.item.deferral")}</Tag>}
      </p>
    </>
  );
}

function Statutory({ item: { statutory } }: { item: CatalogueItem }) {
  const { t } = useWords();
  const unit = statutory.unit === "wd" ? "admin.unit.wd" : "admin.unit.cal";
  return (
    <>
      {statutory.days === null ? (
        <span className="muted">{t("admin.unset")}</span>
      ) : (
        <>
          {t(unit, { n: statutory.days })}
          <br />
          <span className="small">
            {t(`admin.pack.item.from.${statutory.startsAt}`)}
            {statutory.extensionDays !== null && ` · ${t("admin.pack.item.extension", { n: t(unit, { n: statutory.extensionDays }) })}`}
          </span>
        </>
      )}
      <br />
      <Source of={statutory} />
    </>
  );
}

function Committed({ item }: { item: CatalogueItem }) {
  const { t } = useWords();
  const extension = item.committedExtensionWorkingDays;
  return (
    <>
      <SourcedValue of={item.committed}>{(n) => t("admin.unit.wd", { n })}</SourcedValue>
      <br />
      <Source of={item.committed} />
      {extension.value !== null && (
        <p className="small">
          {t("admin.pack.item.committed-extension", { n: extension.value })} {extension.assumed && <Assumed />}
        </p>
      )}
    </>
  );
}

function Prerequisites({ item, pack }: { item: CatalogueItem; pack: Pack }) {
  const { t, pick } = useWords();
  const name = (code: string) => {
    const found = pack.items.find((candidate) => candidate.code === code);
    return found ? pick(found.name) : code;
  };
  if (item.prerequisites.length === 0) return <>--</>;
  return (
    <ul className="plain-list">
      {item.prerequisites.map((code) => {
        const alternative = item.alternatives[code];
        return (
          <li key={code}>
            {name(code)}
            {alternative && <span className="muted">{t("admin.pack.item.alternative", { item: name(alternative) })}</span>}
          </li>
        );
      })}
    </ul>
  );
}
