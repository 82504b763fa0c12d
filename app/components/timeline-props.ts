import type { Words as Name } from "../domain/pack/pack";
import type { TimelineZoom } from "../domain/timeline/axis";
import type { TimelineFacts } from "../domain/timeline/facts";
import type { TimelineLayout } from "../domain/timeline/layout";

/** Names by code, as the pack of the case gives them. */
export interface TimelineNames {
  readonly stages: Readonly<Record<string, Name>>;
  readonly departments: Readonly<Record<string, Name>>;
  readonly procedures: Readonly<Record<string, Name>>;
}

export interface TimelineProps {
  /** Name of the project. */
  readonly name: string;
  readonly facts: TimelineFacts;
  /** `layOutTimeline(facts, calendar, pageBox(zoom))`. */
  readonly layout: TimelineLayout;
  readonly names: TimelineNames;
  /** Address of an item's page; null leaves the names plain. */
  itemHref(itemNo: string): string | null;
  /** The zooms as links, with the one shown. */
  readonly zooms: readonly { readonly zoom: TimelineZoom; readonly href: string; readonly current: boolean }[];
}
