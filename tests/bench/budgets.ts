import type { Measured } from "./measure";

/** One promise of design.md 11 and what came of it. */
interface Line {
  readonly promise: string;
  readonly budget: string;
  readonly measured: string;
  readonly "× bare": string;
  readonly met: "met" | "NOT MET" | "not measured";
}

/** Collects the promises in the order they are checked, for one table at the end. */
export class Budgets {
  private readonly lines: Line[] = [];

  /** A number that may be at most (or at least) so much. `ratio` compares with the bare query, or bare query and bare answer, of the same run. */
  check(promise: string, limit: { readonly most?: number; readonly least?: number }, value: number, unit: string, ratio: number | null = null): void {
    const met = (limit.most === undefined || value <= limit.most) && (limit.least === undefined || value >= limit.least);
    const budget = limit.most !== undefined ? `≤ ${limit.most} ${unit}` : `≥ ${limit.least} ${unit}`;
    const measured = `${value.toFixed(value < 100 ? 1 : 0)} ${unit}`;
    this.lines.push({ promise, budget, measured, "× bare": ratio?.toFixed(1) ?? "", met: met ? "met" : "NOT MET" });
  }

  /** A promise this run could not look at, and why. */
  skip(promise: string, why: string): void {
    this.lines.push({ promise, budget: "", measured: why, "× bare": "", met: "not measured" });
  }

  print(): void {
    console.table(this.lines);
  }

  get broken(): readonly string[] {
    return this.lines.filter(({ met }) => met === "NOT MET").map(({ promise }) => promise);
  }
}

/** A line on standard error for each measurement as it ends: the large sizes take a while. */
export function say(what: string, got: Measured): void {
  const { p50, p99, perSecond, cpu, statements, bytes } = got;
  const parts = [`p50 ${p50.toFixed(2)} ms`, `p99 ${p99.toFixed(2)} ms`, `cpu ${cpu.toFixed(2)} ms`, `${perSecond.toFixed(0)}/s`];
  process.stderr.write(`${what.padEnd(34)} ${[...parts, `${statements} statements`, `${bytes} bytes`].join(", ")}\n`);
}
