import type { Actor } from "./context";

/**
 * Whether this person's hand is in the act: the one who acts, or the one in whose name they act under a cover. What one person may
 * not do twice (own application, acceptor and decider), neither of the two may do for the other.
 * @see RULES.md R-393
 */
export const isHandOf = ({ personId, onBehalfOf }: Pick<Actor, "personId" | "onBehalfOf">, other: string | null): boolean =>
  other !== null && (personId === other || onBehalfOf?.personId === other);

/** The name an act is signed with: under a cover it names both, as Chinese offices write it. A record, the same in every language. */
export const signedName = ({ name, onBehalfOf }: Pick<Actor, "name" | "onBehalfOf">): string => (onBehalfOf ? `${name}（代${onBehalfOf.name}）` : name);
