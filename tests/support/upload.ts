import { readdirSync } from "node:fs";
import { connect } from "node:net";
import { expect } from "vitest";
import type { Edge } from "./edge";
import { pdf } from "./file-kit";

/** Names of everything that lies in the folder of contents. */
export const storedFiles = ({ filesFolder }: Edge): readonly string[] =>
  readdirSync(filesFolder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => entry.name);

/** The form of an upload page with one file. */
export function uploadForm(content: Buffer, name: string, idempotencyKey: string): FormData {
  const body = new FormData();
  body.set("idempotencyKey", idempotencyKey);
  body.set("file", new File([new Uint8Array(content)], name));
  return body;
}

/** Sends a form as a browser does, without following where it leads. */
export const postUpload = (edge: Edge, path: string, body: BodyInit, Cookie: string): Promise<Response> =>
  fetch(edge.base + path, { method: "POST", redirect: "manual", body, headers: { Origin: edge.base, "Accept-Language": "zh-CN", Cookie } });

/** Begins an upload and breaks the connection when most of it was sent; comes back when nothing half written is left. */
export async function cutUpload({ base, filesFolder }: Edge, path: string, Cookie: string, idempotencyKey: string): Promise<void> {
  const boundary = "----cut";
  const body = Buffer.concat([
    Buffer.from(`--${boundary}\r\nContent-Disposition: form-data; name="idempotencyKey"\r\n\r\n${idempotencyKey}\r\n`),
    Buffer.from(`--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="cut.pdf"\r\nContent-Type: application/pdf\r\n\r\n`),
    pdf("cut", 200_000),
    Buffer.from(`\r\n--${boundary}--\r\n`),
  ]);
  const { port } = new URL(base);
  const socket = connect(Number(port), "127.0.0.1");
  await new Promise<void>((ready) => socket.on("connect", ready));
  const head = [
    `POST ${path} HTTP/1.1`,
    `Host: 127.0.0.1:${port}`,
    `Origin: ${base}`,
    `Cookie: ${Cookie}`,
    `Content-Type: multipart/form-data; boundary=${boundary}`,
    `Content-Length: ${body.length}`,
  ];
  socket.write([...head, "", ""].join("\r\n"));
  socket.write(body.subarray(0, 150_000));
  await expect.poll(() => readdirSync(filesFolder).includes("incoming") && readdirSync(`${filesFolder}/incoming`).length).toBe(1);
  socket.destroy();
  await expect.poll(() => readdirSync(`${filesFolder}/incoming`).length).toBe(0);
}
