import type { Risk } from "../../domain/oversight/risks";
import type { Words } from "../../domain/pack/pack";
import { nameOf } from "./item-view";

type WithItems = Extract<Risk, { readonly items: readonly unknown[] }>;

/** A risk ready to be put into words: items by their names. */
export type RiskView = Exclude<Risk, WithItems> | (Omit<WithItems, "items"> & { readonly items: readonly Words[] });

export const viewRisk = (risk: Risk): RiskView => ("items" in risk ? { ...risk, items: risk.items.map(nameOf) } : risk);
