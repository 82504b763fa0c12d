import type { ReactNode } from "react";

interface PageHeadProps {
  readonly title: ReactNode;
  /** Small text above the title, such as 返回 or the name of the thing a form is about. */
  readonly over?: ReactNode;
  /** One quiet line beside or under the title. */
  readonly lead?: ReactNode;
  readonly tags?: ReactNode;
  readonly actions?: ReactNode;
}

/** The one `h1` of a page with its tags, a line of context and at most two actions. */
export function PageHead({ title, over, lead, tags, actions }: PageHeadProps) {
  return (
    <div className="head">
      <div className="head__text">
        {over && <p className="head__over">{over}</p>}
        <div className="head__line">
          <h1>{title}</h1>
          {tags}
          {lead && <p className="head__lead">{lead}</p>}
        </div>
      </div>
      {actions && <div className="head__actions">{actions}</div>}
    </div>
  );
}

interface IdentityProps extends PageHeadProps {
  /** Facts of one line each, label first: 项目代码, 建设单位 … */
  readonly facts?: readonly { readonly label: string; readonly value: ReactNode }[];
  readonly tabs?: ReactNode;
  readonly breadcrumbs?: ReactNode;
}

/** Top of every page of one project or item: what it is, its state, at most two actions, its sub-pages. */
export function Identity({ facts = [], tabs, breadcrumbs, ...head }: IdentityProps) {
  return (
    <div className="identity">
      <div className="wrap">
        {breadcrumbs}
        <PageHead {...head} />
        {facts.length > 0 && (
          <dl className="facts">
            {facts.map((fact) => (
              <div key={fact.label}>
                <dt>{fact.label}</dt>
                <dd>{fact.value}</dd>
              </div>
            ))}
          </dl>
        )}
        {tabs}
      </div>
    </div>
  );
}
