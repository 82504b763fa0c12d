import { type APIRequestContext, expect } from "@playwright/test";
import { formsWith, type ShownForm, textOf, type Values } from "./shown-form";

/** What came back: status, where it leads, and what the page says. */
export class Answer {
  constructor(
    readonly status: number,
    readonly location: string | null,
    readonly html: string,
  ) {}

  /** The sentence at the field; null when the field is not marked wrong. */
  errorAt(field: string): string | null {
    const found = new RegExp(`<p class="field__error" id="field-${field}-error">([\\s\\S]*?)</p>`).exec(this.html)?.[1];
    return found === undefined ? null : textOf(found.replace(/<span[\s\S]*?<\/span>/, ""));
  }

  /** Everything the summary above the heading says. */
  get summary(): string {
    return textOf(/<div class="errors"[\s\S]*?<\/ul>/.exec(this.html)?.[0] ?? "");
  }

  get heading(): string {
    return textOf(/<h1[\s\S]*?<\/h1>/.exec(this.html)?.[0] ?? "");
  }

  /** What the control holds as the form came back. */
  typed(field: string): readonly string[] {
    return formsWith(this.html, field)[0]?.values[field] ?? [];
  }
}

/** An idle connection may be closed by the server at the moment it is used again; forms carry keys, so sending twice is harmless. */
const PATIENT = { maxRedirects: 0, maxRetries: 2 } as const;

/** Somebody with a session, asking and posting as a browser without script does. */
export class Visitor {
  constructor(
    readonly request: APIRequestContext,
    readonly signInName: string,
  ) {}

  async read(path: string): Promise<Answer> {
    const answer = await this.request.get(path, PATIENT);
    return new Answer(answer.status(), answer.headers().location ?? null, await answer.text());
  }

  /** The form of a page that has this control; `intent` picks one of several. */
  async form(path: string, field: string, intent?: string): Promise<ShownForm> {
    const page = await this.read(path);
    const found = formsWith(page.html, field).find((form) => intent === undefined || form.values.intent?.[0] === intent);
    if (page.status !== 200 || !found) throw new Error(`${this.signInName}: ${path} answers ${page.status} and has no form with ${field}`);
    return found;
  }

  async post(path: string, values: Values): Promise<Answer> {
    const body = new URLSearchParams();
    for (const [name, value] of Object.entries(values)) for (const one of typeof value === "string" ? [value] : value) body.append(name, one);
    return this.postText(path, body.toString());
  }

  async postText(path: string, body: string): Promise<Answer> {
    const headers = { "Content-Type": "application/x-www-form-urlencoded" };
    const answer = await this.request.post(path, { data: body, headers, ...PATIENT });
    return new Answer(answer.status(), answer.headers().location ?? null, await answer.text());
  }

  /** Fills the form of a page as it is shown and sends it. */
  async send(path: string, changes: Values, { field = "idempotencyKey", intent }: { field?: string; intent?: string } = {}): Promise<Answer> {
    const shown = await this.form(path, field, intent);
    return this.post(path, { ...shown.values, ...changes });
  }

  /** The same, for what must succeed. */
  async done(path: string, changes: Values, options: { field?: string; intent?: string } = {}): Promise<Answer> {
    const answer = await this.send(path, changes, options);
    expect(answer.status, `${this.signInName} at ${path}: ${answer.summary}`).toBe(303);
    return answer;
  }
}
