import { LineCounter, parseDocument } from "yaml";
import type { z } from "zod";

/** A rule broken in a file, ready to print as `file:line: rule: message`. */
export interface PackFault {
  readonly file: string;
  /** 1-based. */
  readonly line: number;
  readonly rule: string;
  readonly message: string;
}

export type Path = readonly PropertyKey[];

/** A YAML file that remembers where each value stands. */
export interface YamlFile<T> {
  readonly value: T | null;
  readonly faults: readonly PackFault[];
  /** Line of the value at `path`, or of its nearest ancestor that is written in the file. */
  lineOf(path: Path): number;
}

/** Parses `text` and checks it against `schema`. Never throws: every problem is a fault with file, line and rule. */
export function readYaml<T>(file: string, text: string, schema: z.ZodType<T>): YamlFile<T> {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const lineOf = (path: Path): number => {
    for (let length = path.length; length >= 0; length -= 1) {
      const offset = length === 0 ? 0 : offsetOf(document, path.slice(0, length));
      if (offset !== null) return Math.max(1, lines.linePos(offset).line);
    }
    return 1;
  };
  const unreadable = [...document.errors, ...document.warnings].map((error) => ({
    file,
    line: lines.linePos(error.pos[0]).line,
    rule: "yaml-syntax",
    message: (error.message.split("\n")[0] ?? "").replace(/ at line \d+, column \d+:?$/, ""),
  }));
  if (unreadable.length > 0) return { value: null, faults: unreadable, lineOf };

  const parsed = schema.safeParse(document.toJS());
  if (parsed.success) return { value: parsed.data, faults: [], lineOf };
  const faults = parsed.error.issues.map((issue) => {
    const path = issue.code === "unrecognized_keys" ? [...issue.path, issue.keys[0] ?? ""] : issue.path;
    return { file, line: lineOf(path), rule: "pack-shape", message: `${path.map(String).join(".") || "the file"}: ${issue.message}` };
  });
  return { value: null, faults, lineOf };
}

/** Offset of the key at `path` (of the entry itself inside a list); null when it is not written in the document. */
function offsetOf(document: ReturnType<typeof parseDocument>, path: Path): number | null {
  const parent: unknown = path.length === 1 ? document.contents : document.getIn(path.slice(0, -1), true);
  const last = path[path.length - 1];
  if (!isCollection(parent)) return null;
  const entry = parent.items.find((item, index) => (isPair(item) ? String(item.key.value) === String(last) : index === last));
  if (entry === undefined) return null;
  const node = isPair(entry) ? entry.key : (entry as Ranged);
  return node.range?.[0] ?? null;
}

interface Ranged {
  readonly range?: readonly number[] | null;
}
interface KeyedPair {
  readonly key: Ranged & { readonly value: unknown };
}
const isCollection = (node: unknown): node is { readonly items: readonly unknown[] } =>
  typeof node === "object" && node !== null && "items" in node && Array.isArray(node.items);
const isPair = (item: unknown): item is KeyedPair =>
  typeof item === "object" && item !== null && "key" in item && typeof item.key === "object" && item.key !== null && "value" in item.key;
