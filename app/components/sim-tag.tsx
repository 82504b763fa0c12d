import type { ReactNode } from "react";

/** Everything simulated wears this: hatched blue, its own mark, and a word that says it is simulated. Never a light of a formal clock. */
export const SimTag = ({ children }: { children: ReactNode }) => (
  <span className="tag tag--sim sim-tag">
    <span className="tag__mark" aria-hidden="true">
      ▨
    </span>
    {children}
  </span>
);
