import { type ChildProcess, fork } from "node:child_process";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import type { Answer, Order } from "./app-process";

const PROGRAM = fileURLToPath(new URL("./app-process.ts", import.meta.url));

/** An answer that never came because the process died: the caller sends the same key again. */
export class ProcessDied extends Error {}

/** One application process that is started again whenever it is killed. */
export class KillableApp {
  private child: ChildProcess | null = null;
  private isReady = false;
  private next = 0;
  private stopping = false;
  private readonly waiting = new Map<number, { resolve(answer: Answer): void; reject(error: Error): void }>();

  constructor(private readonly programArguments: readonly string[]) {
    this.start();
  }

  get ready(): boolean {
    return this.isReady;
  }

  private start(): void {
    this.child = fork(PROGRAM, this.programArguments, { execArgv: ["--import", "tsx"], stdio: ["ignore", "ignore", "inherit", "ipc"] });
    this.child.on("message", (answer: Answer) => {
      if (answer === "ready") {
        this.isReady = true;
        return;
      }
      this.waiting.get(answer.id)?.resolve(answer);
      this.waiting.delete(answer.id);
    });
    // A message to a process that just died: its exit says all there is to say.
    this.child.on("error", () => {});
    this.child.on("exit", () => {
      this.isReady = false;
      for (const { reject } of this.waiting.values()) reject(new ProcessDied());
      this.waiting.clear();
      if (!this.stopping) this.start();
    });
  }

  /** Sends one order. @throws ProcessDied when no answer will come */
  send(order: Omit<Order, "id">): Promise<Answer> {
    const id = ++this.next;
    return new Promise((resolve, reject) => {
      if (!this.isReady) return reject(new ProcessDied());
      this.waiting.set(id, { resolve, reject });
      this.child?.send({ id, ...order });
    });
  }

  kill(): void {
    if (!this.isReady) return;
    this.isReady = false;
    this.child?.kill("SIGKILL");
  }

  async untilReady(): Promise<void> {
    while (!this.isReady) await pause(20);
  }

  stop(): void {
    this.stopping = true;
    this.child?.kill("SIGKILL");
  }
}
