/** Answers to the screening questions, by question code. */
export type Answers = Readonly<Record<string, string>>;

/** Plain answers: city land by auction, nothing special underground, no water, no forest. Stories change what matters to them. */
const LAND: Answers = {
  land: "construction-land",
  "regional-assessment": "none",
  mineral: "none",
  "geo-hazard": "none",
  forest: "none",
  relics: "none",
  seismic: "code",
};
const WATER: Answers = { "water-intake": "none", river: "none" };
const SURROUNDINGS: Answers = { "social-risk": "none", "state-security": "none", "met-environment": "none" };
const WORKS: Answers = { road: "none", pipes: "none", fire: "other", "staged-permit": "whole", waste: "none" };
const UTILITIES: Answers = { "util-water": "none", "util-power": "none", "util-telecom": "none" };

const INDUSTRY: Answers = {
  ...LAND,
  ...WATER,
  ...SURROUNDINGS,
  ...WORKS,
  ...UTILITIES,
  "approval-route": "filing",
  eia: "form",
  "soil-water": "form",
  energy: "below",
  green: "none",
  fire: "special",
  lightning: "none",
  chemicals: "none",
  sewage: "none",
  discharge: "none",
  "standard-land": "none",
  "util-power": "high",
  "util-gas": "none",
};

const PRIVATE: Answers = {
  ...LAND,
  ...WATER,
  ...SURROUNDINGS,
  ...WORKS,
  ...UTILITIES,
  "approval-route": "filing",
  eia: "register",
  "soil-water": "form",
  energy: "below",
  traffic: "none",
  basement: "none",
  green: "none",
  fire: "special",
  lightning: "none",
  sewage: "none",
  "util-gas": "none",
  "util-heat": "none",
};

const GOVERNMENT: Answers = {
  ...LAND,
  ...WATER,
  ...SURROUNDINGS,
  ...WORKS,
  ...UTILITIES,
  land: "allocation",
  eia: "register",
  "soil-water": "none",
  energy: "below",
  "prelim-design": "separate",
  traffic: "none",
  basement: "none",
  green: "none",
  sewage: "none",
  "util-gas": "none",
  "util-heat": "none",
};

const SMALL: Answers = { land: "construction-land", eia: "register", "soil-water": "none", road: "none", waste: "none", ...UTILITIES };

const LAND_WITH_DESIGN: Answers = {
  land: "construction-land",
  eia: "register",
  "soil-water": "form",
  green: "none",
  road: "none",
  fire: "other",
  waste: "none",
  sewage: "none",
  ...UTILITIES,
  "util-gas": "none",
  "util-heat": "none",
};

const TECHNICAL: Answers = { eia: "form", energy: "below", sewage: "none", discharge: "none", "util-power": "none" };

export const industry = (changes: Answers = {}): Answers => ({ ...INDUSTRY, ...changes });
export const social = (changes: Answers = {}): Answers => ({ ...PRIVATE, ...changes });
export const government = (changes: Answers = {}): Answers => ({ ...GOVERNMENT, ...changes });
export const small = (changes: Answers = {}): Answers => ({ ...SMALL, ...changes });
export const landWithDesign = (changes: Answers = {}): Answers => ({ ...LAND_WITH_DESIGN, ...changes });
export const technical = (changes: Answers = {}): Answers => ({ ...TECHNICAL, ...changes });
