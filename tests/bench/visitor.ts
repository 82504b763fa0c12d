import { Agent, type IncomingHttpHeaders, request } from "node:http";

interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  /** As sent: compressed when the server compresses. */
  readonly body: Buffer;
}

/** How long one answer may take before the run is given up. */
const PATIENCE_MS = 20_000;

/** Somebody with a browser's headers and cookies, without a browser. */
export class Visitor {
  private readonly cookies = new Map<string, string>();
  private readonly agent: Agent;

  constructor(
    private readonly port: number,
    connections = 1,
  ) {
    this.agent = new Agent({ keepAlive: true, maxSockets: connections });
  }

  /** The body of a page, as sent. Throws unless it answers 200. */
  async page(path: string): Promise<Buffer> {
    return this.expect(200, path, await this.ask("GET", path));
  }

  /** The body of the page that a form answers with. Throws unless it answers 200. */
  async submit(path: string, form: Readonly<Record<string, string>>): Promise<Buffer> {
    return this.expect(200, path, await this.ask("POST", path, form));
  }

  async signIn(name: string, password: string): Promise<void> {
    this.expect(303, "/sign-in", await this.ask("POST", "/sign-in", { name, password, next: "" }));
  }

  leave(): void {
    this.agent.destroy();
  }

  private expect(status: number, path: string, answer: Answer): Buffer {
    if (answer.status !== status) throw new Error(`${path} answered ${answer.status}, not ${status}`);
    return answer.body;
  }

  private ask(method: "GET" | "POST", path: string, form?: Readonly<Record<string, string>>): Promise<Answer> {
    const body = form && new URLSearchParams(form).toString();
    const headers = {
      accept: "text/html",
      "accept-encoding": "gzip",
      "accept-language": "zh-CN",
      cookie: [...this.cookies].map(([name, value]) => `${name}=${value}`).join("; "),
      ...(body === undefined
        ? {}
        : { "content-type": "application/x-www-form-urlencoded", "content-length": Buffer.byteLength(body), origin: `http://127.0.0.1:${this.port}` }),
    };
    return new Promise((resolve, reject) => {
      const asked = request({ host: "127.0.0.1", port: this.port, path, method, headers, agent: this.agent, timeout: PATIENCE_MS }, (response) => {
        const parts: Buffer[] = [];
        response.on("data", (part: Buffer) => parts.push(part));
        response.on("error", reject);
        response.on("end", () => {
          for (const cookie of response.headers["set-cookie"] ?? []) {
            const [name = "", value = ""] = (cookie.split(";")[0] ?? "").split("=");
            this.cookies.set(name, value);
          }
          resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(parts) });
        });
      });
      asked.on("timeout", () => asked.destroy(new Error(`${path}: no answer in ${PATIENCE_MS} ms`)));
      asked.on("error", reject);
      asked.end(body);
    });
  }
}
