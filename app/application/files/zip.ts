import { fromBufferPromise, type ZipFile } from "yauzl";
import { ok, type Refusal, type Result, refuse } from "../../domain/result";

/** More entries than any document has. */
const MOST_ENTRIES = 5_000;
/** Largest size a container may claim unpacked, in bytes. */
const MOST_UNPACKED = 1_000_000_000;
/** Unpacked to packed; office documents stay below 30. Small ones may be anything: a few empty pages pack well. */
const HIGHEST_RATIO = 100;
const RATIO_MATTERS_FROM = 10_000_000;

type ContainerKind = "docx" | "xlsx" | "ofd";

const BROKEN: Refusal = { code: "file-container-broken", field: "file" };
const BOMB: Refusal = { code: "file-container-bomb", field: "file" };
const LOCKED: Refusal = { code: "file-container-locked", field: "file" };
const MACROS: Refusal = { code: "file-container-macros", field: "file" };
const PLAIN: Refusal = { code: "file-kind-not-allowed", field: "file" };

interface Listed {
  readonly names: ReadonlySet<string>;
  readonly packed: number;
  readonly unpacked: number;
  readonly locked: boolean;
}

/**
 * What a zip container is, by its table of contents alone: nothing is unpacked. Refuses plain archives, tables that lie about
 * paths or sizes, containers far larger unpacked than packed, locked ones and those that carry macros.
 */
export async function containerKind(content: Uint8Array): Promise<Result<ContainerKind>> {
  let zip: ZipFile;
  try {
    zip = await fromBufferPromise(Buffer.from(content.buffer, content.byteOffset, content.byteLength), { lazyEntries: true, strictFileNames: true });
  } catch {
    return refuse(BROKEN);
  }
  if (zip.entryCount > MOST_ENTRIES) return refuse(BOMB);
  let listed: Listed;
  try {
    listed = await contents(zip);
  } catch {
    return refuse(BROKEN);
  }
  if (listed.locked) return refuse(LOCKED);
  // Entries that share their bytes claim more packed bytes than the file has.
  if (listed.packed > content.byteLength || listed.unpacked > MOST_UNPACKED) return refuse(BOMB);
  if (listed.unpacked > RATIO_MATTERS_FROM && listed.unpacked > HIGHEST_RATIO * content.byteLength) return refuse(BOMB);
  return kindOf(listed.names);
}

async function contents(zip: ZipFile): Promise<Listed> {
  const names = new Set<string>();
  let [packed, unpacked, locked] = [0, 0, false];
  for await (const entry of zip.eachEntry()) {
    if (names.has(entry.fileName)) throw new Error("two entries of one name");
    names.add(entry.fileName);
    packed += entry.compressedSize;
    unpacked += entry.uncompressedSize;
    locked ||= entry.isEncrypted();
  }
  return { names, packed, unpacked, locked };
}

function kindOf(names: ReadonlySet<string>): Result<ContainerKind> {
  const has = (part: RegExp) => [...names].some((name) => part.test(name));
  if (has(/(^|\/)vbaProject\.bin$/i)) return refuse(MACROS);
  const isOffice = names.has("[Content_Types].xml");
  if (isOffice && has(/^word\/document\d*\.xml$/)) return ok("docx");
  if (isOffice && has(/^xl\/workbook\d*\.xml$/)) return ok("xlsx");
  if (names.has("OFD.xml")) return ok("ofd");
  return refuse(PLAIN);
}
