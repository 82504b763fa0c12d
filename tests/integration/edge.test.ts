import { once } from "node:events";
import { connect } from "node:net";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ABSOLUTE_MS, IDLE_MS, Sessions } from "../../app/web/session.server";
import { cookiesOf, Edge, PASSWORD } from "../support/edge";

const titleOf = (html: string) => /<title>(.*?)<\/title>/.exec(html)?.[1];
const headingOf = (html: string) => /<h1[^>]*>(.*?)<\/h1>/.exec(html)?.[1];

describe("the edge", () => {
  let edge: Edge;
  beforeAll(async () => {
    edge = await Edge.start();
    await edge.person("limin", "agent");
    await edge.person("zhou", "agent", "manager");
    await edge.person("nobody-yet");
  });
  afterAll(() => edge.stop());

  describe("headers", () => {
    test("the policy allows one script by nonce and nothing inline, with a new nonce each time", async () => {
      const [first, second] = await Promise.all([edge.get("/sign-in"), edge.get("/sign-in")]);
      const policy = first.headers.get("content-security-policy") ?? "";
      expect(policy).toContain("default-src 'none'");
      expect(policy).not.toContain("unsafe");
      const nonce = /'nonce-([^']+)'/.exec(policy)?.[1];
      expect(nonce).toBeTruthy();
      expect(second.headers.get("content-security-policy")).not.toContain(nonce);
      const html = await first.text();
      expect(html.match(/<script/g)).toHaveLength(1);
      expect(html).toMatch(new RegExp(`<script src="/enhance\\.js\\?v=[0-9a-f]{12}" nonce="${nonce?.replace(/[+/]/g, "\\$&")}" defer`));
      expect(html).not.toMatch(/ style="| on\w+="|<style/);
    });

    test("pages are not stored, say where they come from only to ourselves, and cannot be framed", async () => {
      const { headers } = await edge.get("/sign-in");
      expect(headers.get("cache-control")).toBe("no-store");
      expect(headers.get("referrer-policy")).toBe("same-origin");
      expect(headers.get("x-frame-options")).toBe("DENY");
      expect(headers.get("x-powered-by")).toBeNull();
      expect(headers.get("strict-transport-security")).toBeNull();
    });

    test("pages are packed with gzip, never with the slower brotli", async () => {
      expect((await edge.get("/sign-in", { "Accept-Encoding": "br, gzip" })).headers.get("content-encoding")).toBe("gzip");
      expect((await edge.get("/sign-in", { "Accept-Encoding": "br" })).headers.get("content-encoding")).toBeNull();
    });

    test("a page is one whole answer of known length, packed or not", async () => {
      const [packed, plain] = await Promise.all([edge.get("/sign-in", { "Accept-Encoding": "gzip" }), edge.get("/sign-in", { "Accept-Encoding": "identity" })]);
      const html = await plain.text();
      expect(Number(plain.headers.get("content-length"))).toBe(Buffer.byteLength(html));
      expect(Number(packed.headers.get("content-length"))).toBeLessThan(Buffer.byteLength(html));
      const withoutNonce = (text: string) => text.replace(/nonce="[^"]*"/, "");
      expect(withoutNonce(await packed.text())).toBe(withoutNonce(html));
      for (const { headers } of [packed, plain]) expect(headers.get("vary")).toContain("Accept-Encoding");
      // No React takes the page over, so it carries none of its marks.
      expect(html).not.toMatch(/<!--|data-react/);
    });

    test("what a page was made from is not sent by itself", async () => {
      const session = await edge.signIn("limin");
      for (const path of ["/desk/projects.data", "/desk.data"]) {
        const response = await edge.get(path, { Cookie: session });
        expect(response.status, path).toBe(404);
        expect(await response.text(), path).not.toContain("mayRegister");
      }
    });

    test("the stylesheet and the script may be kept for a year, and an unknown asset is a plain 404", async () => {
      const html = await (await edge.get("/sign-in")).text();
      for (const [, address] of html.matchAll(/(?:href|src)="(\/assets\/[^"]+\.css|\/enhance\.js[^"]*)"/g)) {
        const response = await edge.get(address ?? "");
        expect(response.status, address).toBe(200);
        expect(response.headers.get("cache-control")).toContain("immutable");
      }
      const missing = await edge.get("/assets/none.css");
      expect([missing.status, missing.headers.get("content-type")]).toEqual([404, "text/plain; charset=utf-8"]);
    });

    test("the script is small", async () => {
      expect((await (await edge.get("/enhance.js")).text()).length).toBeLessThan(3000);
    });
  });

  describe("where a form comes from", () => {
    const form = "name=limin&password=x";
    test.each([
      ["another site, told by the browser", { "Sec-Fetch-Site": "cross-site", Origin: "https://elsewhere.example" }],
      ["a sister site", { "Sec-Fetch-Site": "same-site" }],
      ["another site, told by an older browser", { Origin: "https://elsewhere.example" }],
      ["a page that hides where it is", { Origin: "null" }],
      ["nowhere at all", {}],
    ])("a form from %s is refused with a page that says so", async (_, headers) => {
      const response = await edge.send("/sign-in", form, headers as Record<string, string>);
      expect(response.status).toBe(403);
      expect(await response.text()).toContain("不是从本系统的页面发出的");
    });

    test("a forged forwarding header does not make another site ours", async () => {
      const response = await edge.send("/sign-in", form, { Origin: "https://elsewhere.example", "X-Forwarded-Host": "elsewhere.example" });
      expect(response.status).toBe(403);
    });

    test("a form from an older browser on our own page is read", async () => {
      expect((await edge.send("/sign-in", "name=&password=", { Origin: edge.base })).status).toBe(400);
    });
  });

  describe("size and content of forms", () => {
    test("who is still sending too large a form is answered when it has been sent, not cut off in the middle", async () => {
      const { hostname, port } = new URL(edge.base);
      const body = Buffer.alloc(4_000_000, "x");
      const socket = connect(Number(port), hostname);
      let answer = "";
      socket.setEncoding("utf8").on("data", (part) => {
        answer += part;
      });
      const closed = once(socket, "close");
      const type = "Content-Type: application/x-www-form-urlencoded";
      socket.write(`POST /sign-in HTTP/1.1\r\nHost: x\r\nSec-Fetch-Site: same-origin\r\n${type}\r\nContent-Length: ${body.length}\r\n\r\n`);
      await new Promise((resolve) => socket.write(body.subarray(0, 2_000_000), resolve));
      for (let other = 0; other < 3; other++) await (await edge.get("/sign-in")).text();
      expect(answer).toBe("");
      socket.write(body.subarray(2_000_000));
      await closed;
      expect(answer).toMatch(/^HTTP\/1\.1 413 /);
    });

    test("a form that says it is too large is refused without being looked at", async () => {
      const response = await edge.post("/sign-in", { name: "x".repeat(1_100_000), password: "x" });
      expect([response.status, headingOf(await response.text())]).toEqual([413, "内容太大"]);
    });

    test("a form that does not say its size is stopped at the same limit", async () => {
      const parts = new ReadableStream({
        start(stream) {
          const part = new TextEncoder().encode(`name=${"x".repeat(99_995)}`);
          for (let sent = 0; sent < 12; sent++) stream.enqueue(part);
          stream.close();
        },
      });
      const response = await edge.send("/sign-in", parts, { Origin: edge.base });
      expect([response.status, headingOf(await response.text())]).toEqual([413, "内容太大"]);
    });

    test("a body that is no form is a 400 page", async () => {
      const response = await edge.send("/sign-in", "{}", { Origin: edge.base, "Content-Type": "application/json" });
      expect([response.status, headingOf(await response.text())]).toEqual([400, "请求有误"]);
    });

    test("a missing field keeps what was typed and is told above the heading and at the field, in the same words", async () => {
      const html = await (await edge.post("/sign-in", { name: "李敏 & Co", password: "" })).text();
      expect(titleOf(html)).toBe("错误：登录 - 代办");
      expect(html.match(/请填写密码/g)).toHaveLength(2);
      expect(html).toContain('href="#field-password"');
      expect(html).toContain('value="李敏 &amp; Co"');
      expect(html.indexOf("请填写密码")).toBeLessThan(html.indexOf("<h1"));
    });

    test("a character that cannot be stored is an error of its field", async () => {
      const response = await edge.post("/sign-in", { name: "li\u0000min", password: PASSWORD });
      expect(response.status).toBe(400);
      expect(await response.text()).toContain("用户名含有无法保存的字符");
    });

    test("a password is never sent back", async () => {
      expect(await (await edge.post("/sign-in", { name: "limin", password: "not this one" })).text()).not.toContain("not this one");
    });
  });

  describe("pages that are not there", () => {
    test("an unknown address is a 404 page in the reader's language with a way on", async () => {
      const chinese = await edge.get("/no/such/page");
      expect([chinese.status, headingOf(await chinese.text())]).toEqual([404, "没有找到"]);
      const english = await (await edge.get("/no/such/page", { "Accept-Language": "en-GB,en;q=0.9" })).text();
      expect(headingOf(english)).toBe("Not found");
      expect(english).toContain('<html lang="en"');
      expect(english).toContain('href="/"');
    });

    test.each([
      ["/guides/none.pdf", 404],
      ["/guides/env-report.pdf?centre=ZZ", 404],
      ["/guides/none/flow.pdf", 404],
      ["/samples/zz.pdf", 404],
      ["/portal/papers/x.pdf", 403],
      ["/desk/papers/x.pdf", 404],
      ["/desk/projects/HY-2026-9999/report.pdf", 404],
      ["/files/a/b", 404],
    ])("a file that is refused is a page in the reader's language, never program text: %s %i", async (path, status) => {
      const Cookie = await edge.signIn("limin");
      for (const [language, title] of [
        ["zh-CN", { 403: "无权查看或办理", 404: "没有找到" }],
        ["en", { 403: "Not allowed", 404: "Not found" }],
      ] as const) {
        const response = await edge.get(path, { Cookie: `${Cookie.replace(/daiban-language=[^;]*;? ?/, "")}; daiban-language=${language}` });
        expect([response.status, headingOf(await response.text())]).toEqual([status, title[status as 403]]);
        expect(response.headers.get("content-type")).toBe("text/html; charset=utf-8");
        expect(response.headers.get("cache-control")).toBe("no-store");
        expect(response.headers.get("content-security-policy")).toMatch(/default-src 'none';.*'nonce-/);
        expect(response.headers.get("x-remix-error")).toBeNull();
      }
    });

    test("a file that is sent something says that it can only be read, a file asked for its head answers without a body, and nobody signed in is led to the door", async () => {
      const posted = await edge.post("/guides/none.pdf", { any: "thing" });
      expect([posted.status, posted.headers.get("allow"), headingOf(await posted.text())]).toEqual([405, "GET, HEAD", "请求有误"]);
      const head = await fetch(`${edge.base}/guides/none.pdf`, { method: "HEAD" });
      expect([head.status, await head.text()]).toEqual([404, ""]);
      expect((await edge.get("/desk/papers/x.pdf")).headers.get("location")).toBe("/sign-in?next=%2Fdesk%2Fpapers%2Fx.pdf");
    });

    test("an address that cannot be read is a 400 page with a way home", async () => {
      for (const path of ["/guides/%", "/desk/projects/%E0%A4%A"]) {
        const response = await edge.get(path, { "Accept-Language": "en" });
        const html = await response.text();
        expect([response.status, headingOf(html)], path).toEqual([400, "The request is not right"]);
        expect(html, path).toContain('href="/"');
      }
    });

    test("an address beyond what the server reads is told so in both languages", async () => {
      const response = await edge.get(`/progress?q=${"x".repeat(20_000)}`);
      const html = await response.text();
      expect([response.status, response.headers.get("content-type")]).toEqual([431, "text/html; charset=utf-8"]);
      expect(html).toContain("太长");
      expect(html).toContain("too long");
    });

    test.each(["/%ff", "/%", "/desk/%E0%A4%A", "//elsewhere.example/", "/sign-in/%2e%2e/x", "/.env", "/assets/../../package.json"])(
      "%s is answered without failing",
      async (path) => {
        const response = await fetch(edge.base + path, { redirect: "manual" });
        expect(response.status).toBeGreaterThanOrEqual(400);
        expect(response.status).toBeLessThan(500);
      },
    );

    test("a method no page knows is not a failure of ours", async () => {
      const response = await fetch(`${edge.base}/sign-in`, { method: "DELETE", headers: { Origin: edge.base } });
      expect(response.status).toBeGreaterThanOrEqual(400);
      expect(response.status).toBeLessThan(500);
    });
  });

  describe("signing in", () => {
    test("an unknown name and a wrong password get the same answer", async () => {
      const answers = await Promise.all(
        [
          ["limin", "wrong"],
          ["xx-xx", "wrong"],
        ].map(async ([name = "", password = ""]) => {
          const response = await edge.post("/sign-in", { name, password });
          const html = await response.text();
          return [response.status, html.replaceAll(name, "NAME").replace(/nonce="[^"]+"/g, ""), response.headers.getSetCookie()];
        }),
      );
      expect(answers[0]).toEqual(answers[1]);
      expect(answers[0]?.[0]).toBe(400);
    });

    test("the right password leads home under a cookie no script can read, whose secret the database does not hold", async () => {
      const response = await edge.post("/sign-in", { name: "LiMin ", password: PASSWORD });
      expect([response.status, response.headers.get("location")]).toEqual([303, "/desk"]);
      const cookie = response.headers.getSetCookie().find((one) => one.startsWith("daiban=")) ?? "";
      expect(cookie).toMatch(/^daiban=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax$/);
      const { db } = edge.database;
      const rows = await db.q.select({ id: db.t.session.id }).from(db.t.session);
      expect(rows.some(({ id }) => cookie.includes(id))).toBe(false);
    });

    test("signing in again gives another secret and ends the session before", async () => {
      const before = await edge.signIn("limin");
      const after = cookiesOf(await edge.post("/sign-in", { name: "limin", password: PASSWORD }, { Cookie: before }));
      expect(after).not.toBe(before);
      expect((await edge.get("/", { Cookie: before })).headers.get("location")).toBeNull();
      expect((await edge.get("/", { Cookie: after })).headers.get("location")).toBe("/desk");
    });

    test("a person with two roles chooses one, and cannot choose one that is not theirs", async () => {
      const first = await edge.post("/sign-in", { name: "zhou", password: PASSWORD, next: "/desk/projects" });
      expect(first.headers.get("location")).toBe("/sign-in/role?next=%2Fdesk%2Fprojects");
      const Cookie = cookiesOf(first);
      expect((await edge.get("/", { Cookie })).headers.get("location")).toBeNull();
      const page = await (await edge.get("/sign-in/role", { Cookie })).text();
      expect(page).toContain("中心管理者");
      expect(page).not.toContain("系统管理员</label>");
      expect((await edge.post("/sign-in/role", { choice: `${edge.centre.id}:admin`, next: "" }, { Cookie })).status).toBe(400);
      const chosen = await edge.post("/sign-in/role", { choice: `${edge.centre.id}:manager`, next: "/desk/projects" }, { Cookie });
      expect([chosen.status, chosen.headers.get("location")]).toEqual([303, "/desk/projects"]);
      expect((await edge.get("/", { Cookie: cookiesOf(chosen) })).headers.get("location")).toBe("/desk");
    });

    test("the note of who is choosing a role cannot be made up", async () => {
      const forged = `daiban-pending=${(await edge.person("wang", "agent")).personId}.99999999999999.${"A".repeat(43)}`;
      expect((await edge.get("/sign-in/role", { Cookie: forged })).headers.get("location")).toBe("/sign-in");
    });

    test("an account without a role is told so", async () => {
      const response = await edge.post("/sign-in", { name: "nobody-yet", password: PASSWORD });
      expect([response.status, (await response.text()).includes("尚未分配身份")]).toEqual([400, true]);
    });

    test.each(["//elsewhere.example", "https://elsewhere.example/", "/\\elsewhere.example", "javascript:alert(1)", "/\t/elsewhere.example"])(
      "the way back never leads to %s",
      async (next) => {
        const response = await edge.post("/sign-in", { name: "limin", password: PASSWORD, next });
        expect(response.headers.get("location")).toBe("/desk");
      },
    );

    test("signing out ends the session in the database, not only in the browser", async () => {
      const Cookie = await edge.signIn("limin");
      const out = await edge.post("/sign-out", {}, { Cookie });
      expect([out.status, out.headers.get("location")]).toEqual([303, "/sign-in?done=signed-out"]);
      expect((await edge.get("/", { Cookie })).headers.get("location")).toBeNull();
      expect(await (await edge.get("/sign-in?done=signed-out")).text()).toContain("您已退出登录");
    });

    test("reading the address of signing out or of the language changes nothing", async () => {
      const Cookie = await edge.signIn("limin");
      for (const path of ["/sign-out", "/language"]) expect((await edge.get(path, { Cookie })).status).toBe(303);
      expect((await edge.get("/", { Cookie })).headers.get("location")).toBe("/desk");
    });

    test("a closed account is signed out at once", async () => {
      const { personId } = await edge.person("leaving", "agent");
      const Cookie = await edge.signIn("leaving");
      const { db } = edge.database;
      const { eq } = await import("drizzle-orm");
      await db.tx((q) => q.update(db.t.person).set({ active: false }).where(eq(db.t.person.id, personId)).returning({ id: db.t.person.id }));
      expect((await edge.get("/", { Cookie })).headers.get("location")).toBeNull();
      expect((await edge.post("/sign-in", { name: "leaving", password: PASSWORD })).status).toBe(400);
    });
  });

  describe("sessions over time", () => {
    const start = Date.parse("2026-03-02T01:00:00.000Z");
    const minutes = (n: number) => n * 60_000;

    async function opened() {
      let now = start;
      const sessions = new Sessions(edge.database.db, false, () => now);
      const { personId, centreId, role } = await edge.person(`clock-${Math.random()}`, "agent");
      const cookie = await sessions.start(personId, { centreId, role }, null);
      return { at: (ms: number) => (now = start + ms), isOpen: async () => (await sessions.signed(cookie)) !== null };
    }

    test("a session ends after eight idle hours", async () => {
      const session = await opened();
      session.at(IDLE_MS - minutes(1));
      expect(await session.isOpen()).toBe(true);
      session.at(2 * IDLE_MS - minutes(2));
      expect(await session.isOpen()).toBe(true);
      session.at(3 * IDLE_MS - minutes(1));
      expect(await session.isOpen()).toBe(false);
    });

    test("a session in use all day still ends after twenty-four hours", async () => {
      const session = await opened();
      for (let hour = 1; hour < 24; hour++) {
        session.at(minutes(60 * hour));
        expect(await session.isOpen()).toBe(true);
      }
      session.at(ABSOLUTE_MS);
      expect(await session.isOpen()).toBe(false);
    });
  });

  describe("language", () => {
    test("a choice is kept and leads back to the page it was made on", async () => {
      const response = await edge.post("/language", { locale: "en", back: "/sign-in?next=%2Fdesk" });
      expect([response.status, response.headers.get("location")]).toEqual([303, "/sign-in?next=%2Fdesk"]);
      expect(headingOf(await (await edge.get("/sign-in", { Cookie: cookiesOf(response) })).text())).toBe("Sign in");
    });

    test("a language chosen in the browser outlives the signing in, and one chosen while signed in is the person's in every browser", async () => {
      await edge.person("speaker", "agent");
      const door = { name: "speaker", password: PASSWORD };
      const language = (response: Response) => /daiban-language=([^;]*)/.exec(response.headers.getSetCookie().join())?.[1];
      expect(language(await edge.post("/sign-in", door))).toBe("zh-CN");
      expect(language(await edge.post("/sign-in", door, { "Accept-Language": "en" })), "the page they signed in on was English").toBe("en");
      const english = await edge.post("/sign-in", door, { Cookie: "daiban-language=en" });
      expect(language(english)).toBe("en");
      await edge.post("/language", { locale: "en", back: "/" });
      expect(language(await edge.post("/sign-in", door)), "a reader who is not signed in chooses for one browser").toBe("zh-CN");
      await edge.post("/language", { locale: "en", back: "/" }, { Cookie: cookiesOf(english) });
      expect(language(await edge.post("/sign-in", door))).toBe("en");
      expect(language(await edge.post("/sign-in", door, { Cookie: "daiban-language=zh-CN" }))).toBe("zh-CN");
    });

    test("an unknown language is a bad request, and another site is no way back", async () => {
      expect((await edge.post("/language", { locale: "xx", back: "/" })).status).toBe(400);
      expect((await edge.post("/language", { locale: "en", back: "//elsewhere.example" })).headers.get("location")).toBe("/");
    });
  });

  describe("health and logs", () => {
    test("health reads the database; ready turns while draining", async () => {
      expect(await (await edge.get("/health")).json()).toEqual({ status: "ok" });
      expect((await edge.get("/ready")).status).toBe(200);
      edge.running.ready = false;
      expect((await edge.get("/ready")).status).toBe(503);
      edge.running.ready = true;
    });

    test("a request is one line with its number, without query, code of a paper or name", async () => {
      edge.log.length = 0;
      const response = await edge.get("/verify/SECRET-CODE?name=limin");
      await response.text();
      await expect.poll(() => edge.log.length).toBeGreaterThan(0);
      const line = JSON.parse(edge.log.at(-1) ?? "{}");
      expect(line).toMatchObject({ method: "GET", path: "/verify/:code", requestId: response.headers.get("x-request-id") });
      expect(edge.log.join("")).not.toMatch(/SECRET-CODE|limin/);
    });
  });
});

describe("the edge of a real installation", () => {
  let edge: Edge;
  beforeAll(async () => {
    edge = await Edge.start({ production: true, trustProxy: 1 });
    await edge.person("limin", "agent");
  });
  afterAll(() => edge.stop());

  test("cookies are bound to this host and to https, and https is remembered", async () => {
    const response = await edge.post("/sign-in", { name: "limin", password: PASSWORD });
    for (const cookie of response.headers.getSetCookie()) expect(cookie).toMatch(/; HttpOnly; SameSite=Lax; Secure$/);
    expect(cookiesOf(response)).toContain("__Host-daiban=");
    expect(response.headers.get("strict-transport-security")).toContain("max-age");
  });

  test("wrong passwords wait longer and longer, for that account and address only", async () => {
    const wrong = (address: string, name = "limin") => edge.post("/sign-in", { name, password: "wrong" }, { "X-Forwarded-For": address });
    for (let tries = 1; tries <= 5; tries++) expect((await wrong("10.0.0.1")).status).toBe(400);
    const refused = await wrong("10.0.0.1");
    expect([refused.status, refused.headers.get("retry-after"), headingOf(await refused.text())]).toEqual([429, "60", "操作太频繁"]);
    expect((await edge.post("/sign-in", { name: "limin", password: PASSWORD }, { "X-Forwarded-For": "10.0.0.1" })).status).toBe(429);
    expect((await wrong("10.0.0.2")).status).toBe(400);
    expect((await wrong("10.0.0.1", "somebody-else")).status).toBe(400);
  });

  test("lookups without an account are limited by address; everybody else works on", async () => {
    const look = () => edge.get("/verify/AAAA", { "X-Forwarded-For": "10.0.0.9" });
    const answers = [];
    for (let n = 0; n < 121; n++) answers.push((await look()).status);
    expect(answers.slice(0, 120)).not.toContain(429);
    expect(answers[120]).toBe(429);
    expect((await edge.get("/sign-in", { "X-Forwarded-For": "10.0.0.9" })).status).toBe(200);
    expect((await edge.get("/verify/AAAA", { "X-Forwarded-For": "10.0.0.10" })).status).not.toBe(429);
  });
});
