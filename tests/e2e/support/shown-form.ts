/** Values to post, by control name; several for a repeated name. */
export type Values = Readonly<Record<string, string | readonly string[]>>;

/** A form as a page shows it: what each control holds, which choices it offers. */
export interface ShownForm {
  readonly action: string | null;
  readonly values: Readonly<Record<string, readonly string[]>>;
  readonly choices: Readonly<Record<string, readonly string[]>>;
}

const ENTITIES: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', "#x27": "'", "#39": "'" };

/** Text of a piece of markup as a reader sees it, in one line. */
export const textOf = (markup: string): string =>
  decode(markup.replace(/<!--[\s\S]*?-->|<[^>]*>/g, ""))
    .replace(/\s+/g, " ")
    .trim();

const decode = (text: string): string => text.replace(/&(#?\w+);/g, (whole, name: string) => ENTITIES[name] ?? whole);

function attributesOf(tag: string): Readonly<Record<string, string>> {
  return Object.fromEntries([...tag.matchAll(/\s([\w-]+)="([^"]*)"/g)].map(([, name = "", value = ""]) => [name, decode(value)]));
}

/** Every posting form of the page that carries `field`. The pages are our own output, so patterns are enough to read them. */
export function formsWith(html: string, field: string): readonly ShownForm[] {
  return [...html.matchAll(/<form\b([^>]*)>([\s\S]*?)<\/form>/g)]
    .filter(([, attributes = ""]) => attributes.includes('method="post"'))
    .map(([, attributes = "", body = ""]) => readForm(attributesOf(` ${attributes}`).action ?? null, body))
    .filter((form) => field in form.values || field in form.choices);
}

function readForm(action: string | null, body: string): ShownForm {
  const values: Record<string, string[]> = {};
  const choices: Record<string, string[]> = {};
  const add = (into: Record<string, string[]>, name: string, value: string) => {
    into[name] = [...(into[name] ?? []), value];
  };
  for (const [tag] of body.matchAll(/<input\b[^>]*>/g)) {
    const { name, value = "", type = "text" } = attributesOf(tag);
    if (!name) continue;
    if (type !== "radio" && type !== "checkbox") add(values, name, value);
    else {
      if (!tag.includes(' disabled=""')) add(choices, name, value);
      if (tag.includes(' checked=""')) add(values, name, value);
    }
  }
  for (const [, attributes = "", text = ""] of body.matchAll(/<textarea\b([^>]*)>([\s\S]*?)<\/textarea>/g)) {
    add(values, attributesOf(attributes).name ?? "", decode(text).replace(/^\n/, ""));
  }
  for (const [, attributes = "", options = ""] of body.matchAll(/<select\b([^>]*)>([\s\S]*?)<\/select>/g)) {
    const name = attributesOf(attributes).name ?? "";
    for (const [tag] of options.matchAll(/<option\b[^>]*>/g)) {
      const { value = "" } = attributesOf(tag);
      if (value !== "") add(choices, name, value);
      if (tag.includes(' selected=""')) add(values, name, value);
    }
    values[name] ??= [""];
  }
  return { action, values, choices };
}
