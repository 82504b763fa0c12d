import { type ReactNode, useId } from "react";
import { classNames } from "./class-names";

interface CardProps {
  readonly title: ReactNode;
  readonly tags?: ReactNode;
  /** Links at the right of the title; two or three at most. */
  readonly more?: ReactNode;
  /** Coloured edge for the one card that asks something of the reader. */
  readonly tone?: "warn" | "late" | "sim" | "ok";
  /** The content brings its own padding, as tables and lists do. */
  readonly flush?: boolean;
  readonly id?: string;
  readonly children: ReactNode;
}

/** A titled section. */
export function Card({ title, tags, more, tone, flush, id, children }: CardProps) {
  const heading = useId();
  return (
    <section className={classNames("card", tone && `card--${tone}`)} aria-labelledby={heading} id={id}>
      <header className="card__head">
        <h2 id={heading}>{title}</h2>
        {tags}
        {more && <div className="card__more">{more}</div>}
      </header>
      <div className={flush ? "card__flush" : "card__body"}>{children}</div>
    </section>
  );
}

/** Content beside a narrower column of facts; one under the other on a phone. */
export const Columns = ({ children, aside }: { children: ReactNode; aside: ReactNode }) => (
  <div className="columns">
    <div className="stack">{children}</div>
    <aside className="stack">{aside}</aside>
  </div>
);

/** Cards with even space between. */
export const Stack = ({ children }: { children: ReactNode }) => <div className="stack">{children}</div>;

/** Nothing to show: says so, and what to do about it. */
export const Empty = ({ children, action }: { children: ReactNode; action?: ReactNode }) => (
  <div className="empty">
    <p>{children}</p>
    {action && <p>{action}</p>}
  </div>
);
