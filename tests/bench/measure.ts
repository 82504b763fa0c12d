import { statementsSent } from "../support/statement-count";

/** What one kind of work cost, in ms. */
export interface Measured {
  readonly p50: number;
  readonly p99: number;
  readonly perSecond: number;
  /** Processor time of one run: the steadiest number on a machine that others use too. */
  readonly cpu: number;
  /** Statements of one run in this process, and the most bytes an answer had while warming up: as sent, or as JSON when it is no text. */
  readonly statements: number;
  readonly bytes: number;
}

/** Starts counting processor time; call the answer for the ms of one run. */
function processorTime(runs: number): () => number {
  const begun = process.cpuUsage();
  return () => {
    const { user, system } = process.cpuUsage(begun);
    return (user + system) / 1000 / runs;
  };
}

const at = (sorted: readonly number[], share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;

function bytesOf(answer: unknown): number {
  if (answer instanceof Uint8Array) return answer.byteLength;
  return Buffer.byteLength(typeof answer === "string" ? answer : (JSON.stringify(answer) ?? ""));
}

/**
 * Runs work again and again, one at a time, after a few runs to warm up.
 * @param work gets the number of the run, to vary what it asks for
 */
export async function measure(runs: number, work: (run: number) => Promise<unknown>): Promise<Measured> {
  let bytes = 0;
  for (let run = 0; run < Math.min(10, runs); run++) bytes = Math.max(bytes, bytesOf(await work(run)));
  return { ...(await measureTogether(runs, 1, work)), bytes };
}

/** Runs work with so many in flight at once; the times then include waiting for one another. */
export async function measureTogether(runs: number, inFlight: number, work: (run: number) => Promise<unknown>): Promise<Measured> {
  const before = statementsSent();
  const times: number[] = [];
  let next = 0;
  const cpu = processorTime(runs);
  const start = performance.now();
  const lane = async () => {
    while (next < runs) {
      const begun = performance.now();
      await work(next++);
      times.push(performance.now() - begun);
    }
  };
  await Promise.all(Array.from({ length: inFlight }, lane));
  const seconds = (performance.now() - start) / 1000;
  times.sort((a, b) => a - b);
  return {
    p50: at(times, 0.5),
    p99: at(times, 0.99),
    perSecond: runs / seconds,
    cpu: cpu(),
    statements: Math.round((statementsSent() - before) / runs),
    bytes: 0,
  };
}
