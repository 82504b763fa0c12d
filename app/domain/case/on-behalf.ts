import type { Actor } from "./context";

/**
 * Whether this person's hand is in the act: the one who acts, or the one in whose name they act under a cover. What one person may
 * not do twice (own application, acceptor and decider), neither of the two may do for the other.
 * @see RULES.md R-393
 */
export const isHandOf = ({ personId, onBehalfOf }: Pick<Actor, "personId" | "onBehalfOf">, other: string | null): boolean =>
  other !== null && (personId === other || onBehalfOf?.personId === other);

type Named = Pick<Actor, "name" | "onBehalfOf">;
const inNameOf = ({ onBehalfOf }: Named): string => (onBehalfOf ? `（代${onBehalfOf.name}）` : "");

/** The name an act is signed with: under a cover it names both, as Chinese offices write it. A record, the same in every language. */
export const signedName = (actor: Named): string => `${actor.name}${inNameOf(actor)}`;

/** The person's own name, whether this is the person or the person as they sign; the reverse of `signedName`. */
export function ownName(actor: Named): string {
  const other = inNameOf(actor);
  return other !== "" && actor.name.endsWith(other) ? actor.name.slice(0, -other.length) : actor.name;
}

/**
 * Whether a name written down by hand (who was on the spot) is that of the one who acts, or of the one in whose name they act.
 * @see RULES.md R-346
 */
export const isNameOf = (actor: Named, name: string): boolean => name === ownName(actor) || name === actor.onBehalfOf?.name;
