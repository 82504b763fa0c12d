import { readdirSync } from "node:fs";
import { connect } from "node:net";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Actor } from "../../app/domain/case/context";
import { Edge } from "../support/edge";
import { docx, pdf, png } from "../support/file-kit";
import { cutUpload, postUpload, storedFiles, uploadForm } from "../support/upload";
import { World } from "../support/world";

const LIMIT = 300_000;

describe("uploading a file for a material", () => {
  let edge: Edge;
  let world: World;
  let projectNo = "";
  let itemNo = "";
  let cookies: Readonly<Record<"agent" | "intake" | "investor" | "stranger" | "manager", string>>;

  beforeAll(async () => {
    edge = await Edge.start({ fileBytes: LIMIT });
    world = await World.at(edge.database.db, edge.centre);
    const people: Record<string, Actor> = {};
    for (const [name, role] of [
      ["limin", "agent"],
      ["wang", "intake"],
      ["zhou", "manager"],
      ["chen", "investor"],
      ["other", "investor"],
    ] as const)
      people[name] = await edge.person(name, role);
    projectNo = await world.planned();
    const { state } = await world.load(projectNo);
    itemNo = Object.values(state.items).find((item) => item.ordinal === 1)?.itemNo ?? "";
    const { db } = edge.database;
    const member = { centreId: edge.centre.id, enterpriseId: state.project.enterpriseId, personId: people.chen?.personId ?? "" };
    await db.tx((q) => q.insert(db.t.enterpriseMember).values(member));
    const [agent, intake, manager, investor, stranger] = await Promise.all(["limin", "wang", "zhou", "chen", "other"].map((name) => edge.signIn(name)));
    cookies = { agent: agent ?? "", intake: intake ?? "", manager: manager ?? "", investor: investor ?? "", stranger: stranger ?? "" };
  });
  afterAll(() => edge.stop());

  const stored = () => storedFiles(edge);
  const versions = async () => {
    const { state } = await world.load(projectNo);
    return Object.values(state.materials).flatMap((material) => material.files);
  };

  let key = 0;
  const form = (content: Buffer, name: string, idempotencyKey = `0190a000-0000-4000-8000-${String(++key).padStart(12, "0")}`) =>
    uploadForm(content, name, idempotencyKey);
  const desk = (slot = "c0") => `/desk/items/${itemNo}/materials/file?material=${slot}`;
  const portal = (slot = "c0") => `/portal/projects/${projectNo}/materials/file?item=${itemNo}&material=${slot}`;
  const upload = (path: string, body: BodyInit, Cookie = cookies.agent) => postUpload(edge, path, body, Cookie);

  let before: readonly string[] = [];
  let count = 0;
  beforeEach(async () => {
    before = stored();
    count = (await versions()).length;
  });
  /** Nothing was stored, recorded or left half written. */
  const nothingHappened = async () => {
    expect(stored()).toEqual(before);
    expect(await versions()).toHaveLength(count);
  };

  test("R-167: officer and investor upload, and both see the version and save it under its own name", async () => {
    const done = await upload(desk(), form(pdf("一"), "营业执照.pdf"));
    expect([done.status, done.headers.get("location")]).toEqual([303, `/desk/items/${itemNo}/materials?done=file`]);
    const again = await upload(portal(), form(png(), "营业执照（新）.png"), cookies.investor);
    expect([again.status, again.headers.get("location")]).toEqual([303, `/portal/projects/${projectNo}/materials?done=file`]);
    for (const [path, Cookie] of [
      [`/desk/items/${itemNo}/materials`, cookies.intake],
      [`/portal/projects/${projectNo}/materials`, cookies.investor],
    ] as const) {
      const html = await (await edge.get(path, { Cookie })).text();
      expect(html).toContain("营业执照.pdf");
      expect(html).toContain("营业执照（新）.png");
      expect(html).toContain("已交");
    }
    const [first] = await versions();
    const saved = await edge.get(`/files/${itemNo}/${first?.digest}`, { Cookie: cookies.investor });
    expect(saved.status).toBe(200);
    expect(Buffer.from(await saved.arrayBuffer())).toEqual(pdf("一"));
  });

  test("R-168: a download is saved, never shown: attachment with the name in every spelling, no sniffing, sandboxed, not stored", async () => {
    const [first] = await versions();
    const { headers } = await edge.get(`/files/${itemNo}/${first?.digest}`, { Cookie: cookies.agent });
    expect(headers.get("content-disposition")).toBe(`attachment; filename="____.pdf"; filename*=UTF-8''${encodeURIComponent("营业执照.pdf")}`);
    expect(headers.get("content-type")).toBe("application/pdf");
    expect(headers.get("x-content-type-options")).toBe("nosniff");
    expect(headers.get("content-security-policy")).toContain("sandbox");
    expect(headers.get("cache-control")).toBe("private, no-store");
  });

  test("R-168: a digest opens nothing for a stranger, without signing in, under another item, or when nobody attached it", async () => {
    const [first] = await versions();
    const other = itemNo.replace(/-\d+$/, "-02");
    expect((await edge.get(`/files/${itemNo}/${first?.digest}`, { Cookie: cookies.stranger })).status).toBe(404);
    expect((await edge.get(`/files/${itemNo}/${first?.digest}`)).status).toBe(303);
    expect((await edge.get(`/files/${other}/${first?.digest}`, { Cookie: cookies.agent })).status).toBe(404);
    expect((await edge.get(`/files/${itemNo}/${"0".repeat(64)}`, { Cookie: cookies.agent })).status).toBe(404);
    expect((await edge.get(`/files/${itemNo}/..%2f..%2fpackage.json`, { Cookie: cookies.agent })).status).toBe(404);
  });

  test("R-167: a stranger's upload meets 404 and a role that may not upload 403, before the file is read", async () => {
    expect((await upload(portal(), form(pdf(), "a.pdf"), cookies.stranger)).status).toBe(404);
    expect((await upload(desk(), form(pdf(), "a.pdf"), cookies.manager)).status).toBe(403);
    expect((await upload(desk("c99"), form(pdf(), "a.pdf"))).status).toBe(404);
    await nothingHappened();
  });

  test("R-167: a form from another site is refused", async () => {
    const answer = await fetch(edge.base + desk(), {
      method: "POST",
      body: form(pdf(), "a.pdf"),
      headers: { Origin: "https://elsewhere.example", Cookie: cookies.agent },
    });
    expect(answer.status).toBe(403);
    await nothingHappened();
  });

  test.each([
    ["the content of a program under a document's name", Buffer.concat([Buffer.from("MZ"), Buffer.alloc(500)]), "申请表.pdf", "不接收这种文件"],
    ["a picture under a document's name", png(), "申请表.pdf", "与扩展名不符"],
    ["a container that unpacks to a thousand times its size", docx({ name: "word/1.bin", content: Buffer.alloc(12_000_000) }), "申请表.docx", "异常巨大"],
    ["no bytes", Buffer.alloc(0), "空.pdf", "文件是空的"],
  ])("R-161: %s is a 400 that keeps the page and stores nothing", async (_, content, name, says) => {
    const answer = await upload(desk(), form(content, name));
    const html = await answer.text();
    expect(answer.status).toBe(400);
    expect(html).toContain(says);
    expect(html).toContain('href="#field-file"');
    expect(html).toContain('type="file"');
    await nothingHappened();
  });

  test("R-165: a file over the limit is a 413 that says the limit, told beforehand or not", async () => {
    const told = await upload(desk(), form(pdf("x", LIMIT + 100_000), "大.pdf"));
    expect([told.status, (await told.text()).includes("不能超过 0.3 MB")]).toEqual([413, true]);
    const boundary = "----upload";
    const head = `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="a.pdf"\r\nContent-Type: application/pdf\r\n\r\n`;
    const parts = new ReadableStream<Uint8Array>({
      start(stream) {
        stream.enqueue(new TextEncoder().encode(head));
        for (let sent = 0; sent < 10; sent++) stream.enqueue(new Uint8Array(50_000).fill(120));
        stream.enqueue(new TextEncoder().encode(`\r\n--${boundary}--\r\n`));
        stream.close();
      },
    });
    const untold = await edge.send(desk(), parts, { Origin: edge.base, Cookie: cookies.agent, "Content-Type": `multipart/form-data; boundary=${boundary}` });
    expect([untold.status, (await untold.text()).includes("不能超过 0.3 MB")]).toEqual([413, true]);
    await nothingHappened();
  });

  test("R-165: a file of just the limit is taken", async () => {
    const content = pdf("limit", LIMIT - pdf("limit").length - 8);
    expect(content.length).toBeLessThanOrEqual(LIMIT);
    expect((await upload(desk("c1"), form(content, "满.pdf"))).status).toBe(303);
  });

  test("R-152: the same file again is told to be there already, and the same form again changes nothing", async () => {
    const second = await upload(desk(), form(png(), "再来一次.png"));
    expect([second.status, (await second.text()).includes("这个文件已经在了")]).toEqual([409, true]);
    await nothingHappened();
    const once = "0190a000-0000-4000-8000-00000000aaaa";
    const twice = [await upload(desk(), form(pdf("二"), "二.pdf", once)), await upload(desk(), form(pdf("二"), "二.pdf", once))];
    expect(twice.map(({ status }) => status)).toEqual([303, 303]);
    expect(await versions()).toHaveLength(count + 1);
  });

  test("R-163: a hostile name is shown as plain text and is never a path", async () => {
    const name = `../../../tmp/<img src=x onerror=alert(1)>\u202Efdp.\r\nX-Evil: 1"; filename="passwd.pdf`;
    expect((await upload(desk("c2"), form(pdf("name"), name))).status).toBe(303);
    const added = (await versions()).at(-1);
    const latest = (await versions()).find((file) => !/营业|满|二|照/.test(file.name)) ?? added;
    expect(latest?.name).not.toMatch(/[\p{Cc}\u202E/\\<>"]/u);
    const html = await (await edge.get(`/desk/items/${itemNo}/materials`, { Cookie: cookies.agent })).text();
    expect(html).not.toContain("<img src=x");
    const { headers } = await edge.get(`/files/${itemNo}/${latest?.digest}`, { Cookie: cookies.agent });
    expect(headers.get("x-evil")).toBeNull();
    expect(stored().every((file) => /^[0-9a-f]{64}$/.test(file))).toBe(true);
  });

  test("R-165: a connection cut in the middle leaves nothing stored, recorded or half written", async () => {
    await cutUpload(edge, desk(), cookies.agent, "0190a000-0000-4000-8000-00000000bbbb");
    await nothingHappened();
  });

  /** A form under a key that was used for another file: stored, then refused by the case. */
  const refusedByCase = async () => {
    const once = `0190a000-0000-4000-8000-0000000${String(++key).padStart(5, "0")}`;
    const sent = await upload(desk("c1"), form(pdf(`used ${once}`), "一.pdf", once));
    expect(sent.status).toBe(303);
    [before, count] = [stored(), (await versions()).length];
    return form(pdf(`other ${once}`, 200_000), "二.pdf", once);
  };

  test("R-439: a file that the case refuses leaves nothing in storage, and what another case names stays", async () => {
    const refused = await upload(desk("c1"), await refusedByCase());
    expect([refused.status, (await refused.text()).includes("此表单已提交过其他内容")]).toEqual([409, true]);
    await nothingHappened();
    const held = await upload(desk("c1"), form(pdf("held"), "held.pdf"));
    expect(held.status).toBe(303);
    [before, count] = [stored(), (await versions()).length];
    expect((await upload(desk("c1"), form(pdf("held"), "held.pdf"))).status, "the same content is there already").toBe(409);
    await nothingHappened();
  });

  test("R-439: a file that the case refuses leaves nothing when the connection ended before the answer", async () => {
    const body = await refusedByCase();
    const { port } = new URL(edge.base);
    const request = new Request("http://form.invalid/", { method: "POST", body });
    const bytes = Buffer.from(await request.arrayBuffer());
    const socket = connect(Number(port), "127.0.0.1");
    await new Promise<void>((ready) => socket.on("connect", ready));
    const head = [
      `POST ${desk("c1")} HTTP/1.1`,
      `Host: 127.0.0.1:${port}`,
      `Origin: ${edge.base}`,
      `Cookie: ${cookies.agent}`,
      `Content-Type: ${request.headers.get("content-type")}`,
      `Content-Length: ${bytes.length}`,
    ];
    socket.write([...head, "", ""].join("\r\n"));
    socket.write(bytes.subarray(0, 150_000));
    await expect.poll(() => readdirSync(`${edge.filesFolder}/incoming`).length).toBe(1);
    await new Promise<void>((sent) => socket.write(bytes.subarray(150_000), () => sent()));
    socket.destroy();
    await expect.poll(() => readdirSync(`${edge.filesFolder}/incoming`).length).toBe(0);
    await nothingHappened();
  });

  test("R-165: many uploads at one time all arrive", async () => {
    const answers = await Promise.all(Array.from({ length: 8 }, (_, n) => upload(desk("c2"), form(pdf(`many ${n}`, 100_000), `${n}.pdf`))));
    expect(answers.map(({ status }) => status)).toEqual(Array(8).fill(303));
    expect(await versions()).toHaveLength(count + 8);
    expect(readdirSync(`${edge.filesFolder}/incoming`)).toEqual([]);
  });

  test("a form without a file, without a key, or that is none keeps the page with what is wrong", async () => {
    const without = new FormData();
    without.set("idempotencyKey", "0190a000-0000-4000-8000-00000000cccc");
    const stale = new FormData();
    stale.set("file", new File([new Uint8Array(pdf())], "a.pdf"));
    for (const [body, says] of [
      [without, "请选择要上传的文件"],
      [stale, "页面内容已过期"],
    ] as const) {
      const answer = await upload(desk(), body);
      expect([answer.status, (await answer.text()).includes(says)]).toEqual([400, true]);
    }
    const broken = await edge.send(desk(), "not a form at all", {
      Origin: edge.base,
      Cookie: cookies.agent,
      "Content-Type": "multipart/form-data; boundary=x",
    });
    expect([broken.status, (await broken.text()).includes("上传中断")]).toEqual([400, true]);
    const plain = await edge.post(desk(), {}, { Cookie: cookies.agent });
    expect([plain.status, (await plain.text()).includes("请选择要上传的文件")]).toEqual([400, true]);
    await nothingHappened();
  });

  test("R-167: an item that has ended takes no file: the page says so and nothing is stored", async () => {
    const { state } = await world.load(projectNo);
    const second = Object.values(state.items).find((item) => item.ordinal === 2)?.itemNo ?? "";
    await world.run(world.agent, projectNo, { type: "withdraw-item", itemNo: second, reason: "不再申请", on: world.today });
    const answer = await upload(`/desk/items/${second}/materials/file?material=c0`, form(pdf("late"), "late.pdf"));
    expect([answer.status, (await answer.text()).includes("不再接收材料")]).toEqual([409, true]);
    await nothingHappened();
  });

  test("R-151: the paper of the whole checklist is saved by one form, and a second look at it changes nothing", async () => {
    const { state } = await world.load(projectNo);
    // A browser sends the ticks of the lines that have an electronic copy.
    const ticked = Object.fromEntries(["c1", "c2"].map((slot) => [`electronic-${slot}`, "yes"]));
    const fields = { ...ticked, idempotencyKey: "0190a000-0000-4000-8000-00000000dddd", version: String(state.project.version), on: "2026-03-02", note: "" };
    const path = `/desk/items/${itemNo}/materials`;
    const wrong = await edge.post(path, { ...fields, "originals-c0": "一份" }, { Cookie: cookies.intake });
    const html = await wrong.text();
    expect([wrong.status, html.includes('value="一份"')]).toEqual([400, true]);
    const done = await edge.post(path, { ...fields, "originals-c0": "1", "copies-c0": "2", "electronic-c0": "yes" }, { Cookie: cookies.intake });
    expect([done.status, done.headers.get("location")]).toEqual([303, `${path}?done=materials`]);
    const rows = Object.values((await world.load(projectNo)).state.materials);
    expect(rows.find((row) => row.originals === 1)).toMatchObject({ copies: 2, electronic: true });
  });
});
