import type { WaitingReview } from "../../../application/queries/waiting-review";
import type { Command } from "../../../domain/case/commands";
import type { Key } from "../../../i18n";
import { commitmentActByCommand } from "../acts/commitment-registry";
import { type ActFields, choice } from "../acts/fields";
import { itemActByCommand } from "../acts/item-acts";
import { reviewActByNoun } from "../acts/review-acts";
import { simulationActByCommand } from "../acts/simulation-acts";

/** The decision a review page asks for: the form of the act that settles it, as the act's own page draws it. */
export interface Decision {
  /** Texts are `acts.<texts>.…`. */
  readonly texts: string;
  readonly explain: Key;
  readonly submit: Key;
  readonly grave: boolean;
  readonly fields: ActFields;
  toCommand(values: Readonly<Record<string, unknown>>): Command;
}

const OWN = "own";
/** In whose name, as the form names it. */
export const principalOf = (values: Readonly<Record<string, unknown>>): string | null => {
  const given = values.onBehalfOf;
  return typeof given === "string" && given !== OWN ? given : null;
};

/** Asked only of those who stand in for somebody here today; the other's name stands first, because that is what they stand in for. */
function nameField({ principals }: WaitingReview): ActFields {
  if (principals.length === 0) return {};
  return {
    onBehalfOf: choice(
      { label: "cover.in-name-of", hint: "cover.in-name-of.hint" },
      [
        ...principals.map(({ personId, name, until }) => ({ value: personId, label: { key: "cover.in-name-of.other" as const, facts: { name, day: until } } })),
        { value: OWN, label: "cover.in-name-of.own" as const },
      ],
      { value: principals[0]?.personId },
    ),
  };
}

/** The form of the decision; null where the act has a page of its own. */
export function decisionOf(page: WaitingReview): Decision | null {
  const { source, command } = page;
  const named = nameField(page);
  const key = (texts: string) => ({ texts, explain: `acts.${texts}.explain` as Key, submit: `acts.${texts}.submit` as Key });
  switch (source.via) {
    case "item": {
      const act = itemActByCommand(command);
      if (!act) return null;
      const { itemNo } = source.page.item;
      return {
        ...key(act.noun),
        grave: act.grave ?? false,
        fields: { ...act.fields(source.page), ...named },
        toCommand: (values) => act.toCommand(itemNo, values),
      };
    }
    case "run": {
      const act = simulationActByCommand(command);
      if (!act) return null;
      const context = { page: source.page, run: source.run };
      return {
        ...key(`simulation-${act.noun}`),
        grave: act.grave ?? false,
        fields: { ...act.fields(context), ...named },
        toCommand: (values) => act.toCommand(context, values),
      };
    }
    case "joint-review": {
      const act = reviewActByNoun("silence");
      if (!act) return null;
      const context = { page: source.page, chosen: [] };
      return {
        ...key(act.noun),
        grave: act.grave ?? false,
        fields: { ...act.fields(context), ...named },
        toCommand: (values) => act.toCommand(context, values),
      };
    }
    case "commitment": {
      const act = commitmentActByCommand(command);
      if (!act) return null;
      const { page: about, commitment, subject } = source;
      const context = { page: about, commitment, subject };
      return {
        ...key(`commitment-${act.noun}`),
        grave: act.grave ?? false,
        fields: { ...act.fields(context), ...named },
        toCommand: (values) => act.toCommand(context, values),
      };
    }
    case "none":
      return null;
  }
}
