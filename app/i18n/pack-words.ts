import type { AssessmentKind } from "../domain/case/parts/area-placement";
import type { Pack, Words } from "../domain/pack/pack";
import { groupOf, type PackGroup, type Statement } from "../domain/pack/statements";
import { isKey, type Translate } from "./index";

/** How the reader's language says things: its texts, names kept as data, and numbers. */
export interface Tongue {
  readonly t: Translate;
  pick(name: Words): string;
  number(n: number): string;
}

/** Says what stands in a pack, in the reader's language. */
export interface PackWords {
  /** Part of the pack a statement belongs to. */
  group(group: PackGroup): string;
  /** Whose rule it is: an item, a stage, a kind of window …; null where the rule is of the pack as a whole. */
  subject(path: readonly string[]): string | null;
  /** What the rule is called. */
  key(path: readonly string[]): string;
  /** What it says; 未规定 where the place states nothing. */
  value(statement: Pick<Statement, "path" | "value">): string;
}

/** The words of one pack: codes of departments, items and stages are said by the names they have in it. */
export function packWords({ t, pick, number }: Tongue, pack: Pack): PackWords {
  const named = (list: readonly { readonly code: string; readonly name: Words }[] | undefined, code: string): string => {
    const found = list?.find((one) => one.code === code);
    return found ? pick(found.name) : code;
  };
  const department = (code: string) => named(pack.departments, code);
  const item = (code: string) => named(pack.items, code);
  const category = (code: string) => (code === "KEY" ? t("pack.value.key") : named(pack.categories, code));
  /** A switch names categories, key projects, or single items. */
  const whom = (code: string) => (pack.items.some((one) => one.code === code) ? item(code) : category(code));
  const listed = (parts: readonly string[]) => (parts.length === 0 ? t("pack.value.none") : parts.join(t("admin.comma")));
  const coded = (...keys: readonly string[]): string => {
    const found = keys.map((key) => `pack.value.${key}`).find(isKey);
    return found && isKey(found) ? t(found) : (keys[keys.length - 1] ?? "");
  };
  const days = (n: number) => t("admin.unit.wd", { n });

  function amount(n: number, path: readonly string[]): string {
    const key = last(path);
    if (key === "warnWorkingDays") return t("pack.value.warn", { n });
    if (key === "days" || key === "extensionDays")
      return t(pack.items.find((one) => one.code === path[1])?.statutory.unit === "cal" ? "admin.unit.cal" : "admin.unit.wd", { n });
    if (key.endsWith("WorkingDays") || key === "committed") return days(n);
    if (/percent$/i.test(key)) return t("pack.value.percent", { n });
    if (key === "commitmentPublicityDays") return t("admin.unit.cal", { n });
    if (key.endsWith("Months")) return t("pack.value.months", { n });
    if (key === "maxSteps") return t("pack.value.steps", { n });
    if (key === "officersPerProject" || key.endsWith("CheckPersons")) return t("pack.value.persons", { n });
    return key === "count" ? t("pack.value.count", { n: number(n) }) : number(n);
  }

  function text(value: string, path: readonly string[]): string {
    switch (last(path)) {
      case "leadDepartment":
      case "department":
      case "decidingDepartment":
      case "succeededBy":
        return department(value);
      case "stage":
        return named(pack.stages, value);
      case "type":
        return named(pack.itemTypes, value);
      case "noticeCommitment":
        return coded(`notice.${value}`, value);
      default:
        return coded(value);
    }
  }

  function list(values: readonly unknown[], path: readonly string[]): string {
    const key = last(path);
    // No list of steps is a list nobody stated: an item has steps everywhere.
    if (key === "steps" && values.length === 0) return t("admin.unset");
    if (groupOf(path) === "switches") return values.length === 0 ? t("pack.value.nobody") : listed(values.map((one) => whom(String(one))));
    return listed(values.map((one) => entry(one, key)));
  }

  function entry(one: unknown, key: string): string {
    if (typeof one === "number") {
      const level = key === "goodLevels" ? pack.ratings?.levels.value?.find((candidate) => candidate.level === one) : undefined;
      return level ? pick(level.name) : number(one);
    }
    if (typeof one === "string") {
      if (key === "categories") return category(one);
      if (["prerequisites", "adds", "drops", "items", "commitmentNegativeList"].includes(key)) return item(one);
      if (key === "coreMaterials" || key === "deferrableMaterials" || key === "materials") return one;
      if (key === "areaAssessments") return t(`areas.kind.${one as AssessmentKind}`);
      if (key === "commitmentPoints") return coded(`${one}-point`, one);
      return coded(key === "breachSteps" && one === "fine" ? "fine-step" : one);
    }
    return part(one as Readonly<Record<string, unknown>>);
  }

  /** A step, a level, a fine, or plain words. */
  function part(one: Readonly<Record<string, unknown>>): string {
    if ("zh" in one) return pick(one as unknown as Words);
    if ("level" in one) return t("pack.value.level", { n: Number(one.level), name: pick(one.name as Words) });
    if ("when" in one) return t("pack.value.fine", { when: pick(one.when as Words), from: number(Number(one.fromYuan)), to: number(Number(one.toYuan)) });
    const limit = (one.limitWorkingDays as { readonly value: number | null } | undefined)?.value ?? null;
    const name = pick(one.name as Words);
    return limit === null ? name : t("pack.value.step", { step: name, days: days(limit) });
  }

  function record(value: Readonly<Record<string, unknown>>, path: readonly string[]): string {
    if ("zh" in value) return pick(value as unknown as Words);
    const group = groupOf(path);
    if (group === "basis") {
      const range = value.validFrom || value.validTo ? `${value.validFrom ?? ""} — ${value.validTo ?? t("pack.value.open")}` : t("pack.page.basis.unknown");
      return listed([...(value.number ? [String(value.number)] : []), range]);
    }
    if (group === "transfers") {
      const kinds = listed((value.kinds as readonly string[]).map((kind) => coded(kind)));
      const except = value.except as readonly string[];
      return except.length === 0 ? t("pack.value.transfer", { kinds }) : t("pack.value.transfer.except", { kinds, items: listed(except.map(item)) });
    }
    return listed(Object.entries(value).map(([needed, instead]) => t("pack.value.instead", { item: item(needed), substitute: item(String(instead)) })));
  }

  function subject(path: readonly string[]): string | null {
    const code = path[1];
    if (code === undefined) return null;
    switch (groupOf(path)) {
      case "basis":
        return code;
      case "transfers":
        return department(code.split(" ")[0] ?? code);
      case "questions": {
        const asked = pack.questions.find((one) => one.code === code);
        const option = asked?.options.find((one) => one.code === path[3]);
        return asked ? [asked.text, ...(option ? [option.text] : [])].map(pick).join(" — ") : code;
      }
      case "bundles":
        return path[1] === "menu" && path[2] ? named(pack.bundles?.menu, path[2]) : null;
      case "categories":
      case "stages":
      case "itemTypes":
      case "complexity":
      case "procedures":
      case "targets":
      case "processes":
      case "windowKinds":
      case "windowAreas":
      case "departments":
      case "items":
        return named(pack[path[0] as "items"], code);
      default:
        return null;
    }
  }

  return {
    group: (group) => t(`pack.group.${group}`),
    subject,
    key: (path) => {
      const [group] = path;
      const key = last(path);
      const own =
        group === "basis" || group === "transfers"
          ? [group]
          : [
              `${path[path.length - 2]}.${key}`,
              ...(path[2] === "options" ? [`option.${key}`] : []),
              `${group}.${key}`,
              ...(path[1] === "menu" ? [`menu.${key}`] : []),
              key,
            ];
      const found = own.map((one) => `pack.key.${one}`).find(isKey);
      return found && isKey(found) ? t(found) : key;
    },
    value: ({ path, value }) => {
      if (value === null) return t("admin.unset");
      if (typeof value === "boolean") return t(value ? "yes" : "no");
      if (typeof value === "number") return amount(value, path);
      if (typeof value === "string") return text(value, path);
      return Array.isArray(value) ? list(value, path) : record(value as Readonly<Record<string, unknown>>, path);
    },
  };
}

const last = (path: readonly string[]): string => path[path.length - 1] ?? "";
